import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EvidenceSource } from "../../core/config";
import type { Stack } from "../../core/model/stack";
import { withEvidence, withLastEvidence } from "../../sources/evidence";
import { findDocuments } from "../../sources/evidence/find";
import { evidenceStack } from "../../sources/evidence/resource";
import { compareDocuments } from "./compare";

const NOW = new Date("2026-03-10T00:00:00Z");

describe("evidence that parity.yaml names", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "parity-evidence-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const stack = (name: string): Stack => evidenceStack({ project: "shop", stack: name }, name, []);
  const stacks = { subject: stack("staging"), reference: stack("production") };
  const bill = (timestamp: string, version = "1.0.0") => ({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    metadata: { timestamp },
    components: [{ name: "a", purl: `pkg:npm/a@${version}` }],
  });
  const source = (environment: string, more: Partial<EvidenceSource> = {}): EvidenceSource => ({
    kind: "sbom",
    path: join(folder, `${environment}.cdx.json`),
    required: false,
    maxAgeDays: undefined,
    masked: [],
    environment,
    ...more,
  });
  const write = (environment: string, document: unknown) =>
    writeFileSync(join(folder, `${environment}.cdx.json`), JSON.stringify(document));
  const bring = (more: Partial<EvidenceSource> = {}) =>
    withEvidence(stacks, { subject: [source("staging", more)], reference: [source("production", more)] }, NOW);

  it("joins both stacks", () => {
    write("staging", bill("2026-03-09T00:00:00Z"));
    write("production", bill("2026-03-09T00:00:00Z"));
    const { subject, reference, remarks } = bring();
    assert.deepEqual(
      subject.resources.map(({ urn }) => urn),
      ["urn:pulumi:staging::shop::parity:sbom:Component::pkg:npm/a"],
    );
    assert.deepEqual([reference.resources.length, remarks.length], [1, 0]);
  });

  it("is not added to the same document, audited by itself", () => {
    write("staging", bill("2026-03-09T00:00:00Z"));
    write("production", bill("2026-03-09T00:00:00Z", "1.1.0"));
    const once = bring();
    const twice = withEvidence(once, { subject: [source("staging")], reference: [source("production")] }, NOW);
    assert.deepEqual([twice.subject.resources.length, twice.reference.resources.length], [1, 1]);
  });

  it("is left out where only one side has it, with a remark", () => {
    write("staging", bill("2026-03-09T00:00:00Z"));
    const { subject, remarks } = bring();
    assert.equal(subject.resources.length, 0);
    assert.deepEqual(remarks, [
      "the sbom evidence of staging has no counterpart; it is not compared",
      "the sbom evidence of production is not there; write it, or make it optional in parity.yaml",
    ]);
  });

  it("stops the run where it is required and absent", () => {
    write("staging", bill("2026-03-09T00:00:00Z"));
    assert.throws(() => bring({ required: true }), { name: "ReadError", message: /production is not there/ });
  });

  it("is too old by its own date, not by the file's", () => {
    write("staging", bill("2026-03-01T00:00:00Z"));
    write("production", bill("2026-03-09T00:00:00Z"));
    assert.match(bring({ maxAgeDays: 7 }).remarks.join("\n"), /staging is 9 days old, at most 7 are allowed/);
    assert.deepEqual(bring({ maxAgeDays: 10 }).remarks, []);
    assert.throws(() => bring({ maxAgeDays: 7, required: true }), { name: "ReadError", message: /9 days old/ });
  });

  it("stops the run where it is there but of another kind, required or not", () => {
    write("staging", { schema: "parity-data-profile/1", server: { kind: "postgresql" }, tables: [] });
    assert.throws(() => bring(), { name: "ReadError", message: /is not a bill of materials/ });
  });

  for (const [what, capturedAt, status] of [
    ["is older than the last state", "2026-03-09T12:00:00Z", "existing"],
    ["is younger than the last state", "2026-03-01T00:00:00Z", undefined],
  ] as const) {
    it(`shows what a document that ${what} differs in as ${status ?? "of no known status"}, and nothing as fixed`, () => {
      write("staging", bill("2026-03-09T00:00:00Z"));
      write("production", bill("2026-03-09T00:00:00Z", "1.1.0"));
      const { subject, reference } = bring();
      const before = withLastEvidence({ ...stacks.subject, phase: "state", capturedAt }, subject, NOW);
      const { divergences, fixed } = compareDocuments({ subject, reference }, before);
      assert.deepEqual(
        divergences.map((one) => one.status),
        [status],
      );
      assert.deepEqual(fixed, []);
    });
  }

  it("is found for whichever stacks there are", () => {
    for (const [path, text] of [
      ["staging/shop.cdx.json", "{}"],
      ["production/shop.cdx.json", "{}"],
      ["other.txt", ""],
    ] as const) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const found = findDocuments(join(folder, "{stack}", "{project}.cdx.json"));
    assert.deepEqual(
      found.map(({ names }) => ({ ...names })),
      [
        { stack: "production", project: "shop" },
        { stack: "staging", project: "shop" },
      ],
    );
  });
});

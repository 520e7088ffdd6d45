import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../cli/main";
import { freePort } from "../../scripts/postgres";

const NOW = new Date("2026-03-10T12:00:00Z");

describe("the commands of evidence", function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "parity-commands-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: unknown) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  };
  const run = async (...args: readonly string[]) => {
    const said = { stdout: "", stderr: "" };
    const output = (name: keyof typeof said) => ({
      write: (text: string) => void (said[name] += text),
      isTerminal: false,
      columns: 80,
      color: false,
    });
    const context = { stdout: output("stdout"), stderr: output("stderr"), cwd: folder, env: {}, now: NOW };
    return { code: await main(args, context), ...said };
  };
  const bill = (version: string) => ({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: { timestamp: "2026-03-01T12:00:00Z" },
    components: [{ name: "a", purl: `pkg:npm/a@${version}` }],
  });

  it("audit two bills of materials alone", async () => {
    write("staging.cdx.json", bill("1.0.0"));
    write("production.cdx.json", bill("1.1.0"));
    const { code, stdout } = await run("audit", "--subject", "staging.cdx.json", "--reference", "production.cdx.json");
    assert.equal(code, 1);
    assert.match(stdout, /pkg:npm\/a/);
    assert.equal(
      (await run("audit", "--subject", "production.cdx.json", "--reference", "production.cdx.json")).code,
      0,
    );
  });

  it("audit two configurations alone", async () => {
    write("Pulumi.staging.yaml", "config: {shop:dbClass: db.t3.small, shop:same: 1}\n");
    write("Pulumi.production.yaml", 'config: {shop:dbClass: db.r6g.xlarge, shop:same: "1"}\n');
    const { stdout } = await run(
      "audit",
      "--subject",
      "Pulumi.staging.yaml",
      "--reference",
      "Pulumi.production.yaml",
      "--preset",
      "strict",
      "--format",
      "json",
    );
    const { divergences } = JSON.parse(stdout) as { divergences: Record<string, unknown>[] };
    assert.deepEqual(
      divergences.map(({ type, property, policy }) => ({ type, property, policy })),
      [{ type: "parity:stack:Configuration", property: '["shop:dbClass"]', policy: "capacity-parity" }],
    );
  });

  it("list what is there, how old it is, and for which stack", async () => {
    write(
      "parity.yaml",
      "extends: [standard]\nevidence: { sbom: { path: 'evidence/{stack}.cdx.json', maxAge: 7d }, data: 'evidence/{stack}.data.json' }\n",
    );
    write("evidence/staging.cdx.json", bill("1.0.0"));
    write("evidence/broken.cdx.json", "{");
    const { code, stdout } = await run("evidence", "--format", "json");
    assert.equal(code, 3);
    assert.deepEqual(
      (JSON.parse(stdout) as Record<string, unknown>[]).map(({ message: _, ...entry }) => entry),
      [
        { kind: "sbom", stack: "broken", file: "evidence/broken.cdx.json", state: "unreadable" },
        { kind: "sbom", stack: "staging", file: "evidence/staging.cdx.json", state: "stale", ageDays: 9, entries: 1 },
        { kind: "data", stack: "", file: "evidence/{stack}.data.json", state: "absent" },
      ],
    );
    const plain = await run("evidence", "--stack", "staging");
    assert.match(plain.stdout, /sbom +staging +evidence\/staging\.cdx\.json +9 days old, too old +1 entries/);
  });

  it("refuse what cannot be profiled in one line, without the password", async () => {
    const port = String(await freePort());
    const refused = await run("profile", `postgres://me:geheim@127.0.0.1:${port}/shop`);
    assert.equal(refused.code, 3);
    assert.equal(refused.stderr.trim().split("\n").length, 1);
    assert.doesNotMatch(refused.stderr, /geheim/);
    assert.equal((await run("profile")).code, 2);
    assert.equal((await run("profile", "postgres://x/y", "--sample", "none")).code, 2);
  });
});

import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateExport } from "../../bench/stacks/generate";
import { CHANGES } from "../../bench/stacks/pair";
import { auditAll } from "../../cli/audit/all";
import type { Batch } from "../../cli/audit/fleet/batches";
import { deal } from "../../cli/audit/fleet/deal";
import { ownShare } from "../../cli/audit/fleet/share";
import { fleetOfShares } from "../../cli/audit/fleet/shares";
import { Shelf } from "../../cli/audit/fleet/shelf";
import { type StateFile, statesIn } from "../../cli/audit/inventory/folder";
import { prepareAudit } from "../../cli/audit/prepare";
import { auditRequest } from "../../cli/audit/request";
import type { Input } from "../../cli/command";

const BIN = join(__dirname, "../../dist/bin/parity.js");
const PROJECTS = 14;

const PARITY_YAML = `extends: [strict]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
`;

function writeFleet(folder: string): void {
  const states = join(folder, "states");
  mkdirSync(states);
  writeFileSync(join(folder, "parity.yaml"), PARITY_YAML);
  const write = (environment: string, changes: typeof CHANGES): void => {
    const text = JSON.stringify(generateExport(environment, 500, changes));
    for (let at = 0; at < PROJECTS; at++)
      writeFileSync(join(states, `p${at}-${environment}.json`), text.replaceAll("::bench::", `::p${at}::`));
  };
  write("staging", CHANGES);
  write("production", []);
  writeFileSync(join(states, "broken.json"), "{");
  const cut = JSON.stringify(generateExport("staging", 50)).replaceAll("::bench::", "::cut::");
  writeFileSync(join(states, "cut-staging.json"), cut.slice(0, cut.length / 2));
  const whole = JSON.stringify(generateExport("production", 50)).replaceAll("::bench::", "::cut::");
  writeFileSync(join(states, "cut-production.json"), whole);
}

describe("parity audit --all on several threads", () => {
  const folder = mkdtempSync(join(tmpdir(), "parity-threads-"));
  const audit = (processors: number) => {
    const log = join(folder, `${processors}.log`);
    const args = ["-r", join(__dirname, "tell-threads.cjs"), BIN, "audit", "--all", "--states", "states"];
    const env = { PATH: process.env.PATH, HOME: join(folder, "home"), LOG: log, PROCESSORS: String(processors) };
    const ran = spawnSync(process.execPath, [...args, "--format", "json"], {
      ...{ cwd: folder, env, encoding: "utf8", maxBuffer: 1e9 },
    });
    assert.equal(ran.status, 3, ran.stderr);
    const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
    const threads = lines.filter((line) => line === "thread").length;
    const reads = lines.filter((line) => line.startsWith("read "));
    const configurations = lines.filter((line) => line === "configuration").length;
    return {
      report: ran.stdout.replace(/"generatedAt": "[^"]*"/g, '"generatedAt": ""'),
      threads,
      reads,
      configurations,
    };
  };

  before(() => writeFleet(folder));
  after(() => rmSync(folder, { recursive: true }));

  it("says what one thread says, in the same order, and reads each state once", () => {
    const [one, several] = [audit(1), audit(3)];
    assert.deepEqual([one.threads, several.threads], [0, 2]);
    assert.equal(several.configurations, 3 * one.configurations, "each thread prepares itself once");
    assert.ok(one.configurations > 0);
    assert.equal(one.report.split('"schema": "parity-report/1"').length - 1, PROJECTS);
    assert.ok(one.report.includes("broken.json"), "the state that is none is named");
    assert.equal(several.report, one.report);
    for (const { reads } of [one, several]) {
      assert.equal(reads.length, 2 * PROJECTS + 2);
      assert.equal(new Set(reads).size, reads.length);
    }
  });

  it("says of a pair that its state is cut off, though the beginning tells whose it is", () => {
    const { failed } = JSON.parse(audit(1).report) as { failed: { subject: string; reference: string; why: string }[] };
    const cut = failed.find(({ subject }) => subject === "cut/staging");
    assert.equal(cut?.reference, "cut/production");
    assert.match(cut.why, /^states\/cut-staging\.json: is no JSON: it ends too early/);
  });
});

describe("dealing a folder of states", () => {
  const folder = mkdtempSync(join(tmpdir(), "parity-deal-"));
  const large = JSON.stringify(generateExport("staging", 500));
  const dealt = (stacks: number) => {
    for (let at = 0; at < stacks; at++) writeFileSync(join(folder, `pr-${at}.json`), large);
    const files = statesIn(folder, folder).map((file, at) => {
      const told = { organization: undefined, project: "shop", name: `pr-${at}` };
      return { ...file, told };
    });
    return deal(files, 2).map((hand) => hand.length);
  };
  after(() => rmSync(folder, { recursive: true }));

  it("leaves a project's few stacks together and shares out those of many branches", () => {
    assert.deepEqual(dealt(7), [7]);
    const [own = 0, other = 0] = dealt(40);
    assert.equal(own + other, 40);
    assert.ok(other >= 10, `${own} and ${other}`);
  });
});

describe("the shelf of states", () => {
  const [first, second, third] = statesIn("fleet", join(__dirname, "../cli/fixtures"));
  const stack = { organization: undefined, project: "shop", stack: "staging" };
  const about = (...files: readonly (StateFile | undefined)[]): Batch => ({
    ...{ pairs: [], stacks: [] },
    states: files.flatMap((file) => (file === undefined ? [] : [{ file, stack }])),
  });

  it("keeps a state as long as a batch is still to come that is about it", () => {
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    const shelf = new Shelf();
    const batches = [about(first, second), about(second, third)];
    shelf.reserve(batches);
    const [once, kept] = [shelf.read(first), shelf.read(second)];
    assert.equal(shelf.read(first), once);
    shelf.release(about(first, second));
    assert.equal(shelf.read(second), kept, "the second batch is about it, too");
    assert.notEqual(shelf.read(first), once, "it was forgotten, and is read again");
  });
});

describe("shares of a fleet", () => {
  const place = { cwd: join(__dirname, "../cli/fixtures"), env: {}, now: new Date("2026-11-20T09:30:00Z") };
  const options = new Map([["config", "parity.yaml"]]);
  const input: Input = {
    arguments: [],
    text: (name) => options.get(name),
    flag: (name) => name === "all",
    list: () => [],
  };
  const prepared = prepareAudit(auditRequest(input), { ...place, detail: () => undefined });

  const auditBy = async (deal: (at: number) => number) => {
    const files = statesIn("fleet", place.cwd);
    const dealt = [0, 1].map((hand) => {
      const own = files.filter((_, at) => deal(at) === hand);
      return { share: ownShare(() => prepared, own, place), files: own };
    });
    return auditAll(prepared.config, await fleetOfShares(dealt, files, "fleet"), () => undefined);
  };

  it("answer alike however the states are dealt, both sides of a pair apart, too", async () => {
    const alone = await auditBy(() => 0);
    assert.ok(alone.reports.length > 0);
    for (const deal of [(at: number) => at % 2, (at: number) => (at + 1) % 2, (at: number) => Math.min(at, 1)])
      assert.deepEqual(await auditBy(deal), alone);
  });
});

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createCatalogue } from "../../catalogue";
import type { Began, BlameReport } from "../../cli/history/blame-report";
import type { HistoryReport } from "../../core/history";
import { cacheFolder } from "../../sources/reference/cache-folder";
import { makeBackend, stateOf } from "./backend";
import { parity } from "./command";

const STACKS = ["--subject", "shop/staging", "--reference", "shop/production"];

/** A folder without parity.yaml, and a cache of its own. */
function place(extra: Record<string, string> = {}) {
  const cwd = mkdtempSync(join(tmpdir(), "parity-drift-"));
  return { cwd, env: { PATH: process.env.PATH, XDG_CACHE_HOME: join(cwd, "cache"), ...extra } };
}

async function ask<T>(command: string, url: string, at = place(), ...more: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await parity(
    [command, ...STACKS, "--backend", url, "--format", "json", ...more],
    at,
  );
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as T;
}

const history = (url: string, at = place()) => ask<HistoryReport>("history", url, at);
const blame = (url: string, at = place(), ...more: readonly string[]) => ask<BlameReport>("blame", url, at, ...more);
const messages = ({ points }: HistoryReport) => points.map(({ update }) => update.message).join(" | ");

/** production, staging the same, then staging's orders diverge, then nothing, then its mails diverge. */
function ordinary() {
  const backend = makeBackend();
  backend.add("production", { timeouts: { orders: 30, mails: 30 } });
  const files = [
    { orders: 30, mails: 30 },
    { orders: 10, mails: 30 },
    { orders: 10, mails: 30 },
    { orders: 10, mails: 20 },
  ].map((timeouts) => backend.add("staging", { timeouts }));
  return { ...backend, files };
}

describe("parity history", () => {
  before("what is known of resource types is read once", function () {
    this.timeout(120_000);
    createCatalogue();
  });

  it("compares each state with the other side's as of then", async () => {
    const { points } = await history(ordinary().url);
    const beyond = points.map(({ measured }) => measured?.dimensions.reduce((sum, one) => sum + one.beyond, 0));
    assert.deepEqual(beyond, [0, 1, 1, 2]);
  });

  it("draws a line and a row for each update, and an HTML page with the trend", async () => {
    const { url } = ordinary();
    const table = await parity(["history", ...STACKS, "--backend", url], place());
    assert.match(table.stdout, /█.*▁/);
    assert.match(table.stdout, /staging +100 % +0 +c200000 +Ada +change 2\n/);
    assert.match(table.stdout, /staging +\d+ % +1 \+1 +c300000 +Ada +change 3\n/);
    assert.match(table.stdout, /100 % █▁*.* \d+ %\n +2025-10-09, 4 updates/);
    const page = await parity(["history", ...STACKS, "--backend", url, "--format", "html"], place());
    assert.match(page.stdout, /<polyline/);
  });

  it("leaves out failed updates, and says so", async () => {
    const backend = ordinary();
    backend.add("staging", { timeouts: {}, record: { result: "failed", message: "broke" } });
    const told = await history(backend.url);
    assert.doesNotMatch(messages(told), /broke/);
    assert.match(told.notes.join(), /1 failed update was left out/);
  });

  it("goes on where a checkpoint is missing, corrupt or cut off", async () => {
    const { url, files } = ordinary();
    unlinkSync(`${files[1]!}.checkpoint.json`);
    writeFileSync(`${files[2]!}.checkpoint.json`, '{"version": 3, "checkpoint"');
    const { points, notes } = await history(url);
    assert.deepEqual(
      points.map(({ measured }) => measured !== undefined),
      [true, false, false, true],
    );
    assert.match(points[1]!.unreadable!, /no checkpoint/);
    assert.match(points[2]!.unreadable!, /is no JSON/);
    assert.match(notes.join(), /has no checkpoint/);
  });

  it("goes on where a record is corrupt or no object", async () => {
    const { url, files } = ordinary();
    writeFileSync(`${files[1]!}.history.json`, "{");
    writeFileSync(`${files[2]!}.history.json`, "[]");
    const { points, notes } = await history(url);
    assert.equal(points.length, 2);
    assert.equal(notes.filter((note) => note.includes("cannot be read; this update was left out")).length, 2);
  });

  it("takes records and checkpoints that are packed", async () => {
    const { url, files } = ordinary();
    for (const end of ["history.json", "checkpoint.json"]) {
      const file = `${files[1]!}.${end}`;
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
      unlinkSync(file);
    }
    assert.equal((await history(url)).points.length, 4);
  });

  it("follows a clock that ran backwards, and says so", async () => {
    const backend = ordinary();
    const late = backend.add("staging", { timeouts: { orders: 30, mails: 30 } });
    const record = JSON.parse(readFileSync(`${late}.history.json`, "utf8")) as object;
    writeFileSync(`${late}.history.json`, JSON.stringify({ ...record, endTime: 1_000_000_000 }));
    const told = await history(backend.url);
    assert.equal(told.points.at(-1)!.update.message, "change 6");
    assert.match(told.notes.join(), /ended before the one it follows/);
  });

  it("knows a renamed project and a state of Pulumi 2 as the same stack", async () => {
    const { url, files } = ordinary();
    const old = { ...stateOf("stage", { orders: 30, mails: 30 }, "store") };
    writeFileSync(`${files[0]!}.checkpoint.json`, JSON.stringify(old).replace('"version":3', '"version":2'));
    const { points } = await history(url);
    assert.ok(points.every(({ measured }) => measured !== undefined));
    const { divergences } = await blame(url);
    assert.deepEqual(
      divergences.map(({ began }) => began?.update.message),
      ["change 5", "change 3"],
    );
  });

  it("says that a stack has no history", async () => {
    const none = await parity(["history", ...STACKS, "--backend", makeBackend().url], place());
    assert.equal(none.code, 3);
    assert.match(none.stderr, /holds no history of shop\/staging/);
  });

  it("does not follow a stack's name out of the backend", async () => {
    const args = ["history", "--subject", "shop/..", "--reference", "shop/production", "--backend", ordinary().url];
    const { code, stderr } = await parity(args, place());
    assert.equal(code, 3);
    assert.match(stderr, /cannot be a stack's name/);
  });

  it("refuses what cannot be meant, in one line", async () => {
    const { url } = ordinary();
    for (const wrong of [
      ["--format", "xml"],
      ["--last", "0"],
      ["--last", "x"],
      ["--subject", "a/b/c/d"],
    ]) {
      const { code, stderr } = await parity(["history", ...STACKS, "--backend", url, ...wrong], place());
      assert.equal(code, 2, wrong.join(" "));
      assert.equal(stderr.trim().split("\n").length, 1);
    }
    const { code } = await parity(["history", "--backend", url], place());
    assert.equal(code, 2);
  });
});

describe("parity blame", () => {
  it("names update, side, commit, author and link of each divergence", async () => {
    const { divergences } = await blame(ordinary().url);
    const told: Record<string, Began> = {};
    for (const { subject, began } of divergences) told[subject!.split("::").at(-1)!] = began!;
    assert.equal(told.orders!.update.message, "change 3");
    assert.deepEqual(
      [told.mails!.update.message, told.mails!.side, told.mails!.update.author, told.mails!.update.link],
      ["change 5", "subject", "Ada", "https://ci/5"],
    );
    assert.ok(told.mails!.update.commit!.startsWith("c5"));
  });

  it("says that it may have been an update before, where states cannot be read", async () => {
    const { url, files } = ordinary();
    for (const at of [1, 2]) unlinkSync(`${files[at]!}.checkpoint.json`);
    const { divergences } = await blame(url);
    const orders = divergences.find(({ subject }) => subject!.endsWith("orders"))!;
    assert.deepEqual([orders.began!.update.message, orders.began!.unreadable], ["change 5", 2]);
  });

  it("says what had been mended and came back", async () => {
    const backend = ordinary();
    backend.add("staging", { timeouts: { orders: 30, mails: 20 } });
    backend.add("staging", { timeouts: { orders: 10, mails: 20 } });
    const { divergences } = await blame(backend.url);
    const orders = divergences.find(({ subject }) => subject!.endsWith("orders"))!;
    assert.deepEqual([orders.began!.update.message, orders.began!.cameBack], ["change 7", true]);
  });

  it("marks what has lasted longer than parity.yaml allows, and exits 1 for it", async () => {
    const [{ url }, at] = [ordinary(), place()];
    const document = (maxAge: string) => `
environments:
  production: { stacks: ["shop/production"] }
  staging: { stacks: ["shop/staging"], reference: production }
maxAge: { configuration-parity: ${maxAge} }
`;
    const told = async (maxAge: string) => {
      writeFileSync(join(at.cwd, "parity.yaml"), document(maxAge));
      const args = ["blame", "--subject", "shop/staging", "--backend", url, "--format", "json"];
      const { code, stdout } = await parity(args, { ...at, now: new Date(1_760_000_000_000 + 40 * 86_400_000) });
      return { code, overdue: (JSON.parse(stdout) as BlameReport).divergences.map(({ began }) => began?.overdue) };
    };
    assert.deepEqual(await told("30d"), { code: 1, overdue: [true, true] });
    assert.deepEqual(await told("60d"), { code: 0, overdue: [undefined, undefined] });
  });

  it("answers for one divergence alone", async () => {
    const { url } = ordinary();
    const [first] = (await blame(url)).divergences;
    const { divergences } = await blame(url, place(), first!.id);
    assert.deepEqual(
      divergences.map(({ id }) => id),
      [first!.id],
    );
    const { stdout } = await parity(["blame", ...STACKS, "--backend", url], place());
    assert.match(stdout, /change 5  https:\/\/ci\/5/);
  });

  it("reads about 2·log2(200) states for a divergence in 200 updates of 500 resources", async function () {
    this.timeout(120_000);
    const backend = makeBackend();
    const resources = Array.from({ length: 500 }, (_, at) => `queue-${at}`);
    const timeouts = (changed: number) =>
      Object.fromEntries(resources.map((name, at) => [name, at < changed ? 10 : 30]));
    const production = backend.add("production", { timeouts: timeouts(0) });
    const states = [0, 1, 2, 3].map(
      (changed) => `${backend.add("staging", { timeouts: timeouts(changed) })}.checkpoint.json`,
    );
    for (let at = 5; at < 200; at++)
      if (at % 4 === 0) backend.add("production", { timeouts: {} }, `${production}.checkpoint.json`);
      else backend.add("staging", { timeouts: {} }, at < 70 ? states[1] : at < 150 ? states[2] : states[3]);
    const { divergences, moments, statesRead } = await blame(backend.url, place(), "--fresh");
    assert.equal(moments, 199);
    assert.deepEqual(divergences.map(({ began }) => began!.update.message).sort(), [
      "change 151",
      "change 3",
      "change 71",
    ]);
    assert.ok(statesRead <= 2 * Math.log2(200) * divergences.length, `${statesRead} states`);
  });
});

describe("the cache of comparisons", () => {
  const files = (at: ReturnType<typeof place>) => {
    const folder = join(cacheFolder(at.env), "history");
    return readdirSync(folder).map((name) => join(folder, name));
  };

  it("spares reading the past a second time, and holds no value", async () => {
    const [{ url }, at] = [ordinary(), place()];
    const first = await blame(url, at, "--all");
    const second = await blame(url, at, "--all");
    assert.deepEqual(second.divergences, first.divergences);
    assert.ok(second.statesRead <= 2 && first.statesRead > 2);
    for (const file of files(at)) assert.doesNotMatch(readFileSync(file, "utf8"), /orders|mails|sqs|staging/);
  });

  it("is not believed when it is broken", async () => {
    const [{ url }, at] = [ordinary(), place()];
    const before = await history(url, at);
    files(at).forEach((file, number) =>
      writeFileSync(file, ["{", "[]", '{"format":"parity-comparison/1","score":"x"}'][number % 3]!),
    );
    assert.deepEqual((await history(url, at)).points, before.points);
  });

  it("is left aside with --fresh, and where it cannot be written", async () => {
    const [{ url }, at] = [ordinary(), place()];
    await blame(url, at, "--fresh");
    assert.throws(() => files(at));
    rmSync(at.env.XDG_CACHE_HOME, { recursive: true, force: true });
    writeFileSync(at.env.XDG_CACHE_HOME, "a file");
    await history(url, at);
  });

  it("forgets what another parity.yaml decided", async () => {
    const [{ url }, at] = [ordinary(), place()];
    await history(url, at);
    const count = files(at).length;
    await ask("history", url, at, "--preset", "strict");
    assert.ok(files(at).length > count);
  });
});

describe("history through the Pulumi CLI", () => {
  /** Stands in for the CLI: pages of history as it prints them, ten updates unless told otherwise, and one state a version. */
  const CLI = `#!/usr/bin/env node
const args = process.argv.slice(2);
const option = (name) => args[args.indexOf(name) + 1];
const stack = option("-s").split("/").at(-1);
const { readFileSync, appendFileSync } = require("node:fs");
const read = (file) => readFileSync(process.env.FAKE + "/" + file, "utf8");
appendFileSync(process.env.FAKE + "/asked", args.slice(0, 2).join(" ") + "\\n");
if (args[1] === "history") {
  const text = read(stack + ".history.json");
  if (!text.startsWith("[")) process.stdout.write(text);
  else {
    const size = Number(args.includes("--page-size") ? option("--page-size") : 10);
    const page = Number(args.includes("--page") ? option("--page") : 1);
    process.stdout.write(JSON.stringify(JSON.parse(text).slice((page - 1) * size, page * size)));
  }
} else process.stdout.write(read(stack + "-" + (args.includes("--version") ? option("--version") : "now") + ".json"));
`;
  /** The shape that \`pulumi stack history --json --full-dates\` prints. */
  const record = (version: number, minute: number, result = "succeeded") => ({
    ...{ version, kind: "update", result, message: `change ${version}`, resourceChanges: { same: 3, update: 1 } },
    startTime: new Date(1_767_225_600_000 + minute * 60_000 - 20_000).toISOString(),
    endTime: new Date(1_767_225_600_000 + minute * 60_000).toISOString(),
    environment: {
      ...{ "exec.kind": "cli", "git.head": `${version}`.padStart(40, "0"), "git.dirty": "false" },
      ...{ "git.author": "Ada", "git.author.email": "ada@example.com", "ci.build.url": `https://ci/${version}` },
    },
    config: {
      "shop:key": { value: "[secret]", secret: true },
      "shop:db": { value: '{"size":1}', objectValue: { size: 1 }, secret: false },
    },
  });
  const exported = (stack: string, timeouts: Record<string, number>) => {
    const { checkpoint } = stateOf(stack, timeouts) as { checkpoint: { latest: object } };
    return JSON.stringify({ version: 3, deployment: checkpoint.latest });
  };

  function cloud(files: Record<string, string>) {
    const folder = mkdtempSync(join(tmpdir(), "parity-cloud-"));
    writeFileSync(join(folder, "pulumi"), CLI, { mode: 0o755 });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const asked = () => readFileSync(join(folder, "asked"), "utf8").trim().split("\n");
    return { asked, at: place({ FAKE: folder, PATH: `${folder}:${process.env.PATH ?? ""}` }) };
  }

  const short = () =>
    cloud({
      "staging.history.json": JSON.stringify([record(3, 4, "failed"), record(2, 3), record(1, 2)]),
      "production.history.json": JSON.stringify([record(1, 1)]),
      "staging-2.json": exported("staging", { orders: 10 }),
      "staging-1.json": exported("staging", { orders: 30 }),
      "production-1.json": exported("production", { orders: 30 }),
    });

  it("asks the CLI for each version", async () => {
    const { at } = short();
    const told = await history("https://api.pulumi.com", at);
    assert.equal(messages(told), "change 1 | change 2");
    assert.match(told.notes.join(), /1 failed update/);
    const { divergences } = await blame("https://api.pulumi.com", at);
    assert.deepEqual(
      divergences.map(({ began }) => [began?.update.message, began?.update.author, began?.update.link]),
      [["change 2", "Ada <ada@example.com>", "https://ci/2"]],
    );
  });

  it("turns every page, and searches a long history with few exports", async () => {
    const versions = Array.from({ length: 230 }, (_, at) => 230 - at);
    const states = versions.map((version) => [
      `staging-${version}.json`,
      exported("staging", { orders: version < 117 ? 30 : 10 }),
    ]);
    const { at, asked } = cloud({
      "staging.history.json": JSON.stringify(versions.map((version) => record(version, version + 1))),
      "production.history.json": JSON.stringify([record(1, 1)]),
      "production-1.json": exported("production", { orders: 30 }),
      ...(Object.fromEntries(states) as Record<string, string>),
    });
    const { divergences, moments } = await blame("https://api.pulumi.com", at);
    assert.equal(moments, 230);
    assert.deepEqual(
      divergences.map(({ began }) => began?.update.message),
      ["change 117"],
    );
    // One of them is production's.
    const exports = asked().filter((args) => args === "stack export").length - 1;
    assert.ok(exports <= 2 * Math.log2(230), `${exports} exports`);
  });

  it("says in one line what the CLI printed instead of a history", async () => {
    const { at } = cloud({ "staging.history.json": "warning: oops", "production.history.json": "[]" });
    const { code, stderr } = await parity(["history", ...STACKS, "--backend", "https://x"], at);
    assert.equal(code, 3);
    assert.match(stderr, /printed no JSON/);
  });

  it("tells of an object store what the CLI gives, and says what it does not", async () => {
    const uncounted = (version: number, minute: number) => ({ ...record(version, minute), version: 0 });
    const { at } = cloud({
      "staging.history.json": JSON.stringify([uncounted(3, 4), uncounted(2, 3), uncounted(1, 2)]),
      "production.history.json": JSON.stringify([uncounted(1, 1)]),
      "staging-now.json": exported("staging", { orders: 10 }),
      "production-now.json": exported("production", { orders: 30 }),
    });
    const told = await history("s3://states", at);
    assert.equal(messages(told), "change 1 | change 2 | change 3");
    assert.deepEqual(
      told.points.map(({ measured }) => measured !== undefined),
      [false, false, true],
    );
    assert.match(told.notes.join(), /gives out only the newest state; copy its `.pulumi\/history`/);
    const { divergences } = await blame("s3://states", at);
    assert.deepEqual(
      divergences.map(({ began }) => [began?.update.message, began?.unreadable]),
      [["change 3", 2]],
    );
  });

  it("goes on where Pulumi Cloud no longer has a version", async () => {
    const { at } = cloud({
      "staging.history.json": JSON.stringify([record(2, 3), record(1, 2)]),
      "production.history.json": JSON.stringify([record(1, 1)]),
      "staging-2.json": exported("staging", { orders: 10 }),
      "production-1.json": exported("production", { orders: 30 }),
    });
    const { points } = await history("https://api.pulumi.com", at);
    assert.deepEqual(
      points.map(({ measured }) => measured !== undefined),
      [false, true],
    );
    const { divergences } = await blame("https://api.pulumi.com", at);
    assert.deepEqual(
      divergences.map(({ began }) => [began?.update.message, began?.unreadable]),
      [["change 2", 1]],
    );
  });
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readStack } from "../../sources/state";
import { stateOf } from "./backend";
import { parity } from "./command";

const ROOT = resolve(__dirname, "../..");

function place(env: Record<string, string> = {}) {
  const cwd = mkdtempSync(join(tmpdir(), "parity-snapshot-"));
  const put = (name: string, content: object | string) =>
    writeFileSync(join(cwd, name), typeof content === "string" ? content : JSON.stringify(content));
  put("state.json", stateOf("production", { orders: 30 }));
  return { cwd, env: { PATH: process.env.PATH, ...env }, put, snapshot: (...args: string[]) => run(cwd, env, args) };
}

const run = (cwd: string, env: Record<string, string>, args: readonly string[]) =>
  parity(["snapshot", ...args], { cwd, env: { PATH: process.env.PATH, ...env } });

describe("parity snapshot", () => {
  it("writes a file that reads as the stack, and finds it fresh", async () => {
    const { cwd, snapshot } = place();
    const { code, stdout, stderr } = await snapshot("--stack", "state.json", "--out", "baselines/p.json");
    assert.deepEqual([code, stdout, stderr], [0, "", "wrote baselines/p.json\n"]);
    assert.equal(readStack(join(cwd, "baselines/p.json")).resources.length, 2);
    assert.equal((await snapshot("--stack", "state.json", "--out", "baselines/p.json", "--check")).code, 0);
  });

  it("prints it where no file is named", async () => {
    const { stdout } = await place().snapshot("--stack", "state.json");
    assert.match(stdout, /^\{\n "schema": "parity-snapshot\/1",\n/);
  });

  it("says what is stale, and leaves the file alone", async () => {
    const { cwd, put, snapshot } = place();
    await snapshot("--stack", "state.json", "--out", "p.json");
    const before = readFileSync(join(cwd, "p.json"), "utf8");
    put("state.json", stateOf("production", { orders: 60 }));
    const { code, stdout } = await snapshot("--stack", "state.json", "--out", "p.json", "--check");
    assert.equal(code, 1);
    assert.match(stdout, /p\.json is stale.*\n- "visibilityTimeoutSeconds": 30\n\+ "visibilityTimeoutSeconds": 60\n/);
    assert.equal(readFileSync(join(cwd, "p.json"), "utf8"), before);
  });

  const refused: readonly [what: string, args: readonly string[], code: number, says: RegExp][] = [
    ["no stack", [], 2, /--stack is missing/],
    [
      "another source",
      ["--stack", "state.json", "--from", "memory"],
      2,
      /--from does not know "memory".*\(state, preview\)/,
    ],
    ["a check of nothing", ["--stack", "state.json", "--check"], 2, /name it with --out/],
    ["a check of no file", ["--stack", "state.json", "--check", "--out", "absent.json"], 3, /no such file/],
    ["a check of no snapshot", ["--stack", "state.json", "--check", "--out", "odd.json"], 3, /is no JSON/],
    ["a file that cannot be written", ["--stack", "state.json", "--out", "odd.json/x.json"], 3, /cannot be written/],
  ];
  for (const [what, args, code, says] of refused)
    it(`refuses ${what}`, async () => {
      const { put, snapshot } = place();
      put("odd.json", "nonsense");
      const { code: ended, stderr } = await snapshot(...args);
      assert.equal(ended, code);
      assert.match(stderr, says);
      assert.equal(stderr.trim().split("\n").length, 1);
    });

  it("carries the update and the commit that made the state, as the backend tells them", async () => {
    const bin = mkdtempSync(join(tmpdir(), "parity-cli-"));
    const { checkpoint } = stateOf("production", { orders: 30 }) as { checkpoint: { latest: object } };
    const record = { version: 7, result: "succeeded", environment: { "git.head": "abc", "git.author": "Ada" } };
    writeFileSync(join(bin, "export"), JSON.stringify({ version: 3, deployment: checkpoint.latest }));
    writeFileSync(join(bin, "history"), JSON.stringify([record]));
    writeFileSync(join(bin, "pulumi"), `#!/bin/sh\ncat "${bin}/$2"\n`);
    chmodSync(join(bin, "pulumi"), 0o755);
    const { snapshot } = place({ PATH: `${bin}:${process.env.PATH ?? ""}` });
    const told = JSON.parse((await snapshot("--stack", "acme/shop/production")).stdout) as Record<string, unknown>;
    assert.deepEqual([told.update, told.program], ["7", { commit: "abc", dirty: false, author: "Ada" }]);
  });

  it("leaves the old file or the new one, whenever it is killed", async function () {
    this.timeout(120_000);
    const { cwd, put, snapshot } = place();
    const many = (timeout: number) =>
      stateOf("production", Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`queue-${at}`, timeout])));
    put("state.json", many(30));
    await snapshot("--stack", "state.json", "--out", "p.json");
    put("state.json", many(60));
    for (const delay of [300, 900, 1200, 1500, 1800, 2100]) {
      await killed(["snapshot", "--stack", "state.json", "--out", "p.json"], cwd, delay);
      assert.equal(readStack(join(cwd, "p.json")).resources.length, 3001);
    }
    assert.ok(existsSync(join(cwd, "p.json")) && readdirSync(cwd).length < 10);
  });
});

function killed(args: readonly string[], cwd: string, after: number): Promise<void> {
  const env = { ...process.env, TS_NODE_TRANSPILE_ONLY: "true", TS_NODE_PROJECT: join(ROOT, "tsconfig.json") };
  const node = ["-r", require.resolve("ts-node/register"), join(ROOT, "bin/parity.ts"), ...args];
  return new Promise((done) => {
    const child = spawn(process.execPath, node, { cwd, env, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.on("close", () => {
      clearTimeout(timer);
      done();
    });
  });
}

import assert from "node:assert/strict";
import { createWorkspace, EngineUnavailable, ensureEngine, type Workspace } from "../../../scripts/engine";
import type { BlamedDivergence, BlameReport } from "../../../cli/history/blame-report";
import type { HistoryReport } from "../../../core/history";
import { parity } from "../command";
import { playStory, type Played } from "./play";

const MINUTE = 60_000;

describe("history and blame in the real engine", function () {
  this.timeout(25 * MINUTE);
  let workspace: Workspace | undefined;
  let program = "";
  let played: readonly Played[] = [];

  before(async function () {
    try {
      workspace = createWorkspace(await ensureEngine());
    } catch (error) {
      if (error instanceof EngineUnavailable) return this.skip();
      throw error;
    }
    ({ program, played } = await playStory(workspace));
  });
  after(() => workspace?.dispose());

  const run = async (...args: readonly string[]): Promise<unknown> => {
    const env = { ...workspace?.env, XDG_CACHE_HOME: `${workspace?.folder ?? ""}/cache` };
    const stacks = ["--subject", "staging", "--reference", "production", "--format", "json"];
    const { code, stdout, stderr } = await parity([...args, ...stacks], { cwd: program, env });
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout);
  };

  it("tells every successful update in order, with its commit and author", async () => {
    const { points, notes } = (await run("history")) as HistoryReport;
    const expected = played.filter(({ fails }) => fails !== true).slice(1);
    assert.ok(expected.length >= 15);
    assert.deepEqual(
      points.map(({ side, update }) => [side, update.commit, update.author]),
      expected.map(({ stack, commit, author }) => [
        stack === "staging" ? "subject" : "reference",
        commit,
        `${author} <${author.toLowerCase()}@example.com>`,
      ]),
    );
    assert.ok(points.every(({ measured }) => measured !== undefined));
    assert.ok(notes.some((note) => note.includes("1 failed update was left out")));
  });

  it("blames the right update, commit and author for every divergence", async () => {
    const { divergences, moments, statesRead } = (await run("blame", "--fresh", "--all")) as BlameReport;
    const expected = played.flatMap((step) => (step.begins ?? []).map(([urn, key]) => ({ step, urn, key })));
    assert.ok(expected.length >= 10);
    for (const { step, urn, key } of expected) {
      const [found] = divergences.filter((one) => isOne(one, urn, key));
      assert.ok(found?.began !== undefined, `${urn} ${key}`);
      const { update, side, cameBack } = found.began;
      const told = [update.message, update.commit, update.author?.split(" ")[0], side, cameBack];
      const side0 = step.stack === "staging" ? "subject" : "reference";
      const right = [update.message, step.commit, step.author, side0, step.cameBack === true];
      assert.deepEqual(told, right, `${urn} ${key}`);
    }
    assert.ok(statesRead <= 2 * moments);
  });

  it("needs no state of the past a second time", async () => {
    await run("blame");
    const { statesRead } = (await run("blame")) as BlameReport;
    assert.ok(statesRead <= 2, String(statesRead));
  });
});

function isOne({ subject, reference, key }: BlamedDivergence, urn: string, part: string): boolean {
  return (subject ?? reference ?? "").includes(urn) && (key ?? "").includes(part);
}

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parity } from "../cli/run";
import { exportOf, type Sketch } from "./shop";

const QUEUE = "aws:sqs/queue:Queue";
const OURS: Sketch = {
  [`${QUEUE}::orders-v2`]: { visibilityTimeoutSeconds: 60, messageRetentionSeconds: 7, delaySeconds: 5 },
  [`${QUEUE}::mail`]: { visibilityTimeoutSeconds: 5, messageRetentionSeconds: 7 },
};
const THEIRS: Sketch = {
  [`${QUEUE}::orders`]: { visibilityTimeoutSeconds: 90, messageRetentionSeconds: 7, delaySeconds: 5 },
  [`${QUEUE}::mail`]: { visibilityTimeoutSeconds: 5, messageRetentionSeconds: 7 },
  [`${QUEUE}::dead`]: { receiveWaitTimeSeconds: 9 },
};

describe("parity explain", () => {
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), "parity-explain-"));
    writeFileSync(join(cwd, "staging.json"), exportOf("staging", OURS));
    writeFileSync(join(cwd, "production.json"), exportOf("production", THEIRS));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));
  const explain = async (...args: readonly string[]) => {
    const ran = await parity(["explain", ...args, "--subject", "staging.json", "--reference", "production.json"], {
      cwd,
    });
    assert.equal(ran.code, 0, ran.stderr);
    return ran.stdout;
  };

  it("tells of every other candidate how alike it is, the most alike first", async () => {
    const { alignment } = JSON.parse(await explain("orders-v2", "--format", "json")) as {
      alignment: { score: number; via: string; candidates: readonly { urn: string; score: number }[] };
    };
    const { score, via, candidates } = alignment;
    assert.equal(via, "similarity");
    assert.deepEqual(
      candidates.map(({ urn }) => urn.split("::").at(-1)),
      ["mail", "dead"],
    );
    const scores = [score, ...candidates.map((one) => one.score)];
    assert.deepEqual(
      scores.toSorted((a, b) => b - a),
      scores,
    );
    assert.ok(score > 0.5 && scores.every((one) => one >= 0 && one <= 1), String(scores));
  });

  it("says the same to a person", async () => {
    const text = await explain("orders-v2");
    assert.match(text, /because their properties and neighbours are alike \(confidence 0\.\d\d, \d\d % alike\)/);
    assert.match(text, /^ {2}not mail \(\d+ % alike\): it goes with mail$/m);
    assert.match(text, /^ {2}not dead \(\d+ % alike\): it has no counterpart$/m);
  });
});

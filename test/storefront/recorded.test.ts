import { strict as assert } from "node:assert";
import { existsSync } from "node:fs";
import { narrator } from "../../scripts/demo/narrator";
import { playRecorded } from "../../scripts/demo/play-recorded";
import { RECORDED } from "../../scripts/demo/recordings";

describe("the demo where there is no engine", function () {
  this.timeout(300_000);

  before(function () {
    assert.ok(existsSync(RECORDED), "npm run record makes the recordings");
  });

  it("asks the real pack what an engine asked it once, audits the exports, and says what it left out", async () => {
    const lines: string[] = [];
    const went = await playRecorded(
      narrator((line) => lines.push(line), false),
      "There is no Pulumi CLI here.",
    );
    const text = lines.join("\n");
    assert.ok(went, text);
    assert.match(text, /Left out are the deployments/);
    assert.match(text, /\[mandatory\] {2}dependency-parity[\s\S]*16\.4/);
    assert.match(text, /parity audit --subject staging\.json --reference production\.json/);
  });
});

import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SCENES } from "../../scripts/demo/scenes";
import { verdictOf } from "../../scripts/demo/narrator";
import { unsaid, wentWell } from "../../scripts/demo/scene";
import { apply, copyStorefront } from "../../scripts/demo/working-copy";

describe("the demo's story", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "scenes-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("can be played on the files as they are, and leaves staging's configuration as it was but for what was mended", () => {
    const copy = copyStorefront(folder);
    const before = readFileSync(join(copy, "settings.ts"), "utf8");
    for (const { edits } of SCENES) for (const edit of edits) apply(copy, edit);
    assert.notEqual(readFileSync(join(copy, "settings.ts"), "utf8"), before);
  });

  it("refuses an edit whose text is not there", () => {
    const copy = copyStorefront(folder);
    assert.throws(() => apply(copy, { file: "settings.ts", from: "no such text", to: "" }), /should hold this once/);
  });

  it("rejects something for each dimension that it is about, and says why", () => {
    const rejected = SCENES.filter(({ expected }) => expected === "rejected");
    assert.ok(rejected.length >= 6);
    for (const { title, says } of rejected) assert.ok(says.length > 0, title);
  });

  it("is content only with the right verdict for the right reason", () => {
    const [scene] = SCENES.filter(({ expected }) => expected === "rejected");
    assert.ok(scene);
    assert.ok(wentWell({ scene, happened: "rejected", unsaid: [], seconds: 1 }));
    assert.ok(!wentWell({ scene, happened: "accepted", unsaid: [], seconds: 1 }));
    assert.ok(!wentWell({ scene, happened: "failed", unsaid: [], seconds: 1 }));
    assert.ok(!wentWell({ scene, happened: "rejected", unsaid: ["16.4"], seconds: 1 }));
    assert.deepEqual(unsaid(scene, scene.says.slice(1).join("\n")), scene.says.slice(0, 1));
  });

  it("shows what policies said, without the list of resources", () => {
    const output = " +  aws:sqs:Queue q create\nPolicies:\n    ❌ pack\nDiagnostics:\n  error\nOutputs:\n    x: 1\n";
    assert.equal(verdictOf(output), "Policies:\n    ❌ pack\nDiagnostics:\n  error");
  });
});

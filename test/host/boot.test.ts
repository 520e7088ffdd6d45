import { strict as assert } from "node:assert";
import { tmpdir } from "node:os";
import { POLICY_NAMES } from "../../core/vocabulary";
import { startPack } from "./pack-host";

describe("the pack in the policy host", function () {
  this.timeout(60_000);
  it("offers record-inputs and one policy a dimension", async () => {
    const host = await startPack({ cwd: tmpdir() });
    try {
      assert.deepEqual(host.policies, ["record-inputs", ...POLICY_NAMES]);
    } finally {
      host.stop();
    }
  });
  it("says so when record-inputs is disabled", async () => {
    const host = await startPack({ cwd: tmpdir(), settings: { "record-inputs": { level: "disabled" } } });
    try {
      const urn = "urn:pulumi:staging::shop::aws:s3/bucket:Bucket::assets";
      const found = await host.run([{ urn, inputs: {}, outputs: {} }]);
      assert.deepEqual(
        found.map(({ level, message }) => [level, message]),
        [["mandatory", "record-inputs is disabled, so nothing can be compared; enable it"]],
      );
    } finally {
      host.stop();
    }
  });
});

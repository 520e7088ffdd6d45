import assert from "node:assert/strict";
import { compareStacks, say } from "../compare/build";
import { exported, resource, urnOf } from "./states";

/** What the engine writes beside a resource's properties, for what its program says of it as a resource. */
const OPTIONS: Readonly<Record<string, unknown>> = {
  protect: true,
  retainOnDelete: true,
  deletedWith: urnOf("other"),
  customTimeouts: { create: 7_200_000_000_000, update: 0, delete: 300_000_000_000 },
  ignoreChanges: ["name"],
  replaceOnChanges: ["*"],
  hideDiffs: ["secret"],
  taint: true,
  refreshBeforeUpdate: true,
  importID: "bucket-1",
  initErrors: ["timed out"],
  pendingReplacement: false,
  sequenceNumber: 2,
  created: "2025-01-01T00:00:00Z",
  modified: "2026-01-01T00:00:00Z",
  sourcePosition: "project:///index.ts#1,1",
  stackTrace: [{ sourcePosition: "project:///index.ts#1,1" }],
  viewOf: "",
};

describe("options of a resource", () => {
  for (const [option, value] of Object.entries(OPTIONS))
    it(`are no property: ${option}`, () => {
      const inputs = { acl: "private", tags: { team: "web" } };
      const [plain, other] = [exported([resource({ inputs })]), exported([resource({ inputs, [option]: value })])];
      assert.deepEqual(say(compareStacks(plain, other).divergences), []);
      assert.deepEqual(say(compareStacks(other, plain).divergences), []);
      assert.deepEqual(other.resources[0]?.inputs, plain.resources[0]?.inputs);
    });

  it("keep who is protected", () => {
    const [guarded, free] = exported([resource({ protect: true }), resource({}, "free")]).resources;
    assert.deepEqual([guarded?.protect, free?.protect], [true, false]);
  });

  it("hide none of the properties of the same name", () => {
    const of = (inputs: object) => exported([resource({ inputs, protect: true, retainOnDelete: true })]);
    assert.deepEqual(
      say(
        compareStacks(
          of({ protect: false, retainOnDelete: true, ignoreChanges: ["a"] }),
          of({ protect: true, retainOnDelete: true, ignoreChanges: ["a", "b"] }),
        ).divergences,
      ),
      ["changed protect", "removed ignoreChanges[1]"],
    );
  });
});

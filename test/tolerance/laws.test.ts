import assert from "node:assert/strict";
import fc from "fast-check";
import { judged, strictly, type Sketch } from "./shop";

const DB = "aws:rds/instance:Instance::orders";

const inputs = fc.record(
  {
    allocatedStorage: fc.integer({ min: 0, max: 200 }),
    instanceClass: fc.constantFrom("db.t3.small", "db.r6g.large", "db.r6g.4xlarge", "odd"),
    engineVersion: fc.constantFrom("14.9", "15.3", "15.4", "16.1", "next"),
    multiAz: fc.boolean(),
    port: fc.integer({ min: 5000, max: 5003 }),
  },
  { requiredKeys: [] },
);
const stacks = fc.record({ subject: inputs, reference: inputs }).map(({ subject, reference }) => ({
  subject: { [DB]: subject } satisfies Sketch,
  reference: { [DB]: reference } satisfies Sketch,
}));

const bound = fc.double({ min: 0, max: 1, noNaN: true });
const PROPERTIES = ["allocatedStorage", "instanceClass", "engineVersion", "multiAz", "port", "*"] as const;
const NARROW_TO_WIDE: readonly (readonly [string, string])[] = [
  ["equal", "any"],
  ["weaker", "[weaker, stronger]"],
  ["{ size: { family: same, stepsDown: 1 } }", "{ size: { family: any, stepsDown: 5, stepsUp: 5 } }"],
  ["{ version: { lead: patch } }", "{ version: { lead: major, lag: minor } }"],
  ["{ oneOf: [[1, 2]] }", "[{ oneOf: [[1, 2]] }, presentOnBoth]"],
];

const beyond = (yaml: string, pair: { subject: Sketch; reference: Sketch }) =>
  judged(strictly(yaml), pair)
    .filter(({ verdict }) => verdict === "beyond")
    .map(({ id }) => id);

describe("laws of tolerance", () => {
  it("widening a tolerance never adds a violation", () => {
    fc.assert(
      fc.property(
        stacks,
        fc.constantFrom(...PROPERTIES),
        fc.constantFrom(...NARROW_TO_WIDE),
        (pair, property, [narrow, wide]) => {
          const rule = (allow: string) => `tolerances: [{ property: "${property}", allow: ${allow} }]`;
          const before = new Set(beyond(rule(narrow), pair));
          assert.ok(beyond(rule(wide), pair).every((id) => before.has(id)));
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it("nor does widening a ratio", () => {
    fc.assert(
      fc.property(stacks, bound, bound, (pair, one, other) => {
        const rule = (min: number) =>
          `tolerances: [{ property: allocatedStorage, allow: { ratio: { min: ${min.toFixed(6)} } } }]`;
        const [narrow, wide] = [Math.max(one, other), Math.min(one, other)];
        const before = new Set(beyond(rule(narrow), pair));
        assert.ok(beyond(rule(wide), pair).every((id) => before.has(id)));
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it("a waived divergence is never lost from the count", () => {
    fc.assert(
      fc.property(stacks, fc.nat(4), (pair, at) => {
        const all = judged(strictly(""), pair);
        const chosen = all[at % Math.max(all.length, 1)];
        if (chosen === undefined) return;
        const waiver = `waivers: [{ id: "${chosen.id}", reason: r, owner: o, expires: 2027-06-30 }]`;
        const waived = judged(strictly(waiver), pair);
        assert.deepEqual(
          waived.map(({ id }) => id),
          all.map(({ id }) => id),
        );
        assert.equal(waived.find(({ id }) => id === chosen.id)?.verdict, "waived");
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it("no rule at all loses or makes a divergence", () => {
    fc.assert(
      fc.property(
        stacks,
        fc.constantFrom(...PROPERTIES),
        fc.constantFrom(...NARROW_TO_WIDE.flat()),
        (pair, property, allow) => {
          const ids = (yaml: string) => judged(strictly(yaml), pair).map(({ id }) => id);
          assert.deepEqual(ids(`tolerances: [{ property: "${property}", allow: ${allow} }]`), ids(""));
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });
});

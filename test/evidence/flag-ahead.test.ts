import { strict as assert } from "node:assert";
import { judged, strictly } from "../tolerance/shop";

const RULES = "tolerances: [{ on: 'parity:flag:Flag', allowAhead: 30d }]";
type Flag = Readonly<Record<string, unknown>>;

/** Staging's flag, production's, and what must come of it. */
const CASES: readonly (readonly [string, Flag | undefined, Flag | undefined, "within" | "beyond", RegExp?])[] = [
  ["new in staging", { enabled: true, ageDays: 3 }, undefined, "within"],
  ["new in staging, still off", { enabled: false, ageDays: 3 }, undefined, "within"],
  ["in staging alone for too long", { enabled: true, ageDays: 31 }, undefined, "beyond", /31 days ago, 30 are allowed/],
  ["of no known age", { enabled: true }, undefined, "beyond", /nothing says when/],
  ["only in production", undefined, { enabled: true, ageDays: 3 }, "beyond", /not ahead/],
  ["on in staging first", { enabled: true, ageDays: 3 }, { enabled: false, ageDays: 90 }, "within"],
  ["off in staging", { enabled: false, ageDays: 3 }, { enabled: true, ageDays: 90 }, "beyond", /off here/],
  ["off by default in staging", { default: "off", ageDays: 3 }, { default: "on", ageDays: 90 }, "beyond", /off here/],
  [
    "changed last in production",
    { default: "b", ageDays: 9 },
    { default: "a", ageDays: 2 },
    "beyond",
    /changed it last/,
  ],
  ["another variant in staging", { default: "b", ageDays: 2 }, { default: "a", ageDays: 9 }, "within"],
];

describe("flags that staging tries first", () => {
  for (const [what, subject, reference, expected, because] of CASES) {
    it(`${expected === "within" ? "may be" : "may not be"} ${what}`, () => {
      const sketch = (flag: Flag | undefined) => (flag === undefined ? {} : { "parity:flag:Flag::checkout": flag });
      const found = judged(strictly(RULES), { subject: sketch(subject), reference: sketch(reference) });
      assert.deepEqual(
        found.map(({ verdict }) => verdict),
        [expected],
      );
      if (because !== undefined) assert.match(found[0]!.message, because);
    });
  }
});

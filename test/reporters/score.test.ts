import { strict as assert } from "node:assert";
import fc from "fast-check";
import { dimensions, score, type Scored } from "../../core/report/score";
import { LEVELS, POLICY_NAMES, VERDICTS } from "../../core/vocabulary";

const finding: fc.Arbitrary<Scored> = fc.record({
  policy: fc.oneof(fc.constantFrom(...POLICY_NAMES), fc.string()),
  verdict: fc.constantFrom(...VERDICTS),
  level: fc.constantFrom(...LEVELS),
  causedBy: fc.option(fc.constant("0a1b2c3d4e5f"), { nil: undefined }),
});
const findings = fc.array(finding, { maxLength: 50 });
const size = fc.integer({ min: 0, max: 1_000_000 });

describe("the score", () => {
  it("lies in [0, 1], and is 1 only where nothing is beyond tolerance", () => {
    fc.assert(
      fc.property(findings, size, (list, comparable) => {
        const value = score(list, comparable);
        assert.ok(value >= 0 && value <= 1);
        assert.equal(value === 1, !list.some(({ verdict }) => verdict === "beyond"));
      }),
    );
  });

  it("never falls when a divergence is mended, made milder or allowed", () => {
    fc.assert(
      fc.property(findings, finding, size, (list, one, comparable) => {
        assert.ok(score(list, comparable) >= score([...list, one], comparable));
        const beyond = { ...one, verdict: "beyond", level: "mandatory" } as const;
        assert.ok(
          score([...list, { ...beyond, level: "advisory" }], comparable) >= score([...list, beyond], comparable),
        );
        assert.ok(
          score([...list, { ...beyond, verdict: "within" }], comparable) >= score([...list, beyond], comparable),
        );
      }),
    );
  });

  it("never rises because something cannot be known", () => {
    fc.assert(
      fc.property(findings, size, fc.integer({ min: 0, max: 100 }), (list, comparable, unknown) => {
        assert.ok(score(list, comparable) <= score(list, comparable + unknown));
      }),
    );
  });

  it("weighs what is mandatory more than what is advisory, and that more than what is disabled", () => {
    const of = (level: Scored["level"]) => score([{ policy: "data-parity", verdict: "beyond", level }], 100);
    assert.ok(of("mandatory") < of("advisory") && of("advisory") < of("disabled") && of("disabled") < 1);
  });

  it("has a row for every policy, in order, and counts every finding in exactly one", () => {
    fc.assert(
      fc.property(findings, size, (list, comparable) => {
        const rows = dimensions(list, comparable);
        assert.deepEqual(
          rows.slice(0, POLICY_NAMES.length).map(({ policy }) => policy),
          [...POLICY_NAMES],
        );
        const counted = rows.reduce((sum, row) => sum + VERDICTS.reduce((all, verdict) => all + row[verdict], 0), 0);
        assert.equal(counted, list.length);
      }),
    );
  });
});

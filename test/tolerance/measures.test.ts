import assert from "node:assert/strict";
import type { Direction } from "../../core/model/catalogue";
import type { Value } from "../../core/model/value";
import { strength } from "../../core/judge/measures/direction";
import { compareStacks, resource, stack } from "../compare/build";
import { judged, strictly } from "./shop";

describe("what is weaker", () => {
  const table: readonly (readonly [Direction, Value, Value, string])[] = [
    [{ weaker: "lower" }, 1, 2, "weaker"],
    [{ weaker: "lower" }, 3, 2, "stronger"],
    [{ weaker: "higher" }, 1, 2, "stronger"],
    [{ weaker: "higher" }, 3, 2, "weaker"],
    [{ weaker: "higher" }, 2, 2, "unordered"],
    [{ weaker: "false" }, false, true, "weaker"],
    [{ weaker: "false" }, "true", false, "stronger"],
    [{ weaker: "true" }, true, false, "weaker"],
    [{ weaker: "true" }, "yes", false, "unordered"],
    [{ ladder: ["PAY_PER_USE", "RESERVED"] }, "PAY_PER_USE", "RESERVED", "weaker"],
    [{ ladder: ["PAY_PER_USE", "RESERVED"] }, "OTHER", "RESERVED", "unordered"],
    [{ ladder: ["PAY_PER_USE", "RESERVED"] }, 1, "RESERVED", "unordered"],
  ];
  for (const [direction, subject, reference, expected] of table)
    it(`${JSON.stringify(subject)} than ${JSON.stringify(reference)} by ${JSON.stringify(direction)}: ${expected}`, () =>
      assert.equal(strengthOf(subject, reference, direction), expected));

  it("is an absent value by where the strong end is, and nothing where a ladder has none", () => {
    assert.equal(strengthOf(undefined, 2, { weaker: "lower" }), "weaker");
    assert.equal(strengthOf(2, undefined, { weaker: "lower" }), "stronger");
    assert.equal(strengthOf(undefined, 2, { weaker: "higher" }), "stronger");
    assert.equal(strengthOf(undefined, "a", { ladder: ["a", "b"] }), "unordered");
  });
});

function strengthOf(subject: Value | undefined, reference: Value | undefined, direction: Direction): string {
  const [divergence] = compareStacks(
    stack("staging", [resource("staging", "acme:index/thing:Thing", "thing", { limit: 1 })]),
    stack("production", [resource("production", "acme:index/thing:Thing", "thing", { limit: 2 })]),
  ).divergences;
  assert.ok(divergence !== undefined);
  const facts = { ...divergence.facts, direction, defaultValue: undefined };
  return strength({ ...divergence, values: { subject, reference }, facts });
}

describe("a waiver", () => {
  const DB = "aws:rds/instance:Instance::orders";
  const sides = { subject: { [DB]: { allocatedStorage: 50 } }, reference: { [DB]: { allocatedStorage: 100 } } };
  const hygiene = (own: string) =>
    judged(
      strictly(`waivers: [{ id: storage, on: "${DB}", property: allocatedStorage, expires: 2027-06-30, ${own} }]`),
      sides,
    )
      .filter(({ policy }) => policy === "waiver-hygiene")
      .map(({ key, level, verdict, rule, message }) => ({ key, level, verdict, rule, message }));

  for (const [about, own, text] of [
    ["reason", 'reason: "", owner: o', "gives no reason"],
    ["owner", 'reason: r, owner: ""', "has no owner"],
  ] as const)
    it(`without ${about} rejects, and says so with its place`, () => {
      const [found, ...others] = hygiene(own);
      assert.ok(found !== undefined && others.length === 0, JSON.stringify([found, ...others]));
      assert.deepEqual(
        [found.key, found.level, found.verdict, found.rule],
        [about, "mandatory", "beyond", "waiver storage"],
      );
      assert.match(found.message, new RegExp(`^waiver storage \\(.+:\\d+\\) ${text}$`));
    });

  it("whose divergence has other values than were accepted is told, and rejects nothing by itself", () => {
    const [found] = hygiene("reason: r, owner: o, accepted: [60, 100]");
    assert.deepEqual([found?.key, found?.level], ["accepted", "advisory"]);
    assert.match(found?.message ?? "", /its divergence now has other values than were accepted$/);
  });
});

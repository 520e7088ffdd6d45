import { strict as assert } from "node:assert";
import { createCatalogue } from "../../catalogue";
import { catalogueRule } from "../../core/config/schema/catalogue-rule";

describe("a team's own rules", () => {
  const catalogue = createCatalogue([
    { on: "acme:*", property: "flavour", policy: "capacity-parity", kind: "size" },
    { on: "acme:db:Database", like: "aws:rds/instance:Instance" },
    { on: "acme:web:Worker", replica: true },
    { property: "*Version", policy: "provenance-parity" },
    { on: "acme:db:Database", property: "engineVersion", noise: true },
  ]);

  it("say what nobody else can know", () => {
    const facts = catalogue.property("acme:db:Database", ["flavour"]);
    assert.deepEqual(
      [facts.policy, facts.valueClass, facts.rule],
      ["capacity-parity", "size", "parity.yaml/catalogue-1"],
    );
  });

  it("win over built-in rules of the same weight, field by field", () => {
    const facts = catalogue.property("x:y:Z", ["wheelVersion"]);
    assert.deepEqual([facts.policy, facts.valueClass], ["provenance-parity", "version"]);
  });

  it("read a component as the type that it is like, and still hear rules about it", () => {
    assert.equal(catalogue.type("acme:db:Database").canonical, "aws:rds/instance:Instance");
    assert.equal(catalogue.property("acme:db:Database", ["identifier"]).noise, true);
    assert.equal(catalogue.property("acme:db:Database", ["engineVersion"]).noise, true);
    assert.equal(catalogue.property("aws:rds/instance:Instance", ["engineVersion"]).noise, false);
  });

  it("mark replicas", () => {
    assert.equal(catalogue.type("acme:web:Worker").replica, true);
    assert.equal(catalogue.type("acme:web:Front").replica, false);
  });

  const refused: readonly unknown[] = [
    { property: "x", kind: "colour" },
    { property: "x", policy: "capacity" },
    { property: "x", noice: true },
    { noise: true },
    { property: [], weaker: "up" },
  ];
  for (const rule of refused)
    it(`refuses ${JSON.stringify(rule)}`, () => assert.equal(catalogueRule.safeParse(rule).success, false));
});

import assert from "node:assert/strict";
import { pairsFor } from "../../core/config";
import { loadParityConfig } from "../../sources/parity-yaml";
import { refusal } from "./shop";

const load = (document: string) => loadParityConfig({ document, from: ["/"] });
const of = (stack: string, project = "shop") => ({ project, stack });

const CHAINS = load(`
environments:
  production: { stacks: ["*/{line}prod-{chain}", "*/prod"], gate: staging }
  staging: { stacks: ["*/{line}staging-{chain}", "*/staging"], reference: production }
  preview: { stacks: ["*/pr-*"], reference: production, level: advisory, lifetime: 7d }
reference:
  - { snapshot: "baselines/{project}.{stack}.json" }
  - { stack: "{organization}/{project}/{stack}" }
`);

/** Subject → its reference, where the stacks are not known. */
const REFERENCES: readonly (readonly [subject: string, reference: string])[] = [
  ["staging", "prod"],
  ["staging-84532", "prod-84532"],
  ["l-staging-84532", "l-prod-84532"],
  ["L-STAGING-1", "L-prod-1"],
  ["pr-42", "prod"],
];

describe("pairs", () => {
  for (const [subject, reference] of REFERENCES)
    it(`judges ${subject} against ${reference}`, () => {
      const [pair] = pairsFor(CHAINS, of(subject));
      assert.equal(pair?.reference.stack, reference);
      assert.equal(pair.gate, false);
    });

  it("makes production a gate, mirrored", () => {
    const [gate, ...more] = pairsFor(CHAINS, of("l-prod-5"));
    assert.deepEqual(more, []);
    assert.equal(gate?.gate, true);
    assert.equal(gate.reference.stack, "l-staging-5");
    assert.equal(gate.settings.compare.environments.subject.environment, "staging");
    assert.equal(gate.settings.compare.environments.reference.environment, "production");
  });

  it("judges nothing that no environment names", () => {
    assert.deepEqual(pairsFor(CHAINS, of("sandbox")), []);
  });

  it("fills templates, and leads no path elsewhere", () => {
    const [pair] = pairsFor(CHAINS, { organization: "acme", project: "a\\b", stack: "staging-x" });
    assert.deepEqual(pair?.referenceSources, [
      { kind: "snapshot", path: "/baselines/a_b.prod-x.json" },
      { kind: "stack", name: "acme/a\\b/prod-x", backend: undefined },
    ]);
  });

  it("refuses a stack that stands in two environments, and names both", () => {
    const config = load("environments: { a: { stacks: 'x*' }, b: { stacks: '*y' } }");
    assert.match(
      refusal(() => pairsFor(config, of("xy"))),
      /shop\/xy stands in two environments, a \(x\*\) and b \(\*y\)/,
    );
  });

  const REGIONS = (against = "all") =>
    load(`environments:
  production: { stacks: ["*/production-{region}"] }
  staging: { stacks: ["*/staging"], reference: production, against: ${against} }
  regional: { stacks: ["*/staging-{region}"], reference: production }`);
  const KNOWN = ["production-eu", "production-us", "staging", "staging-eu"].map((stack) => of(stack));

  it("judges against each of several references", () => {
    const names = pairsFor(REGIONS(), of("staging"), KNOWN).map(({ reference }) => reference.stack);
    assert.deepEqual(names, ["production-eu", "production-us"]);
    assert.ok(pairsFor(REGIONS("any"), of("staging"), KNOWN).every(({ any }) => any));
    assert.deepEqual(
      pairsFor(REGIONS("production-us"), of("staging")).map(({ reference }) => reference.stack),
      ["production-us"],
    );
  });

  it("takes of several the one whose captures agree", () => {
    assert.deepEqual(
      pairsFor(REGIONS(), of("staging-eu"), KNOWN).map(({ reference }) => reference.stack),
      ["production-eu"],
    );
  });

  it("takes of several the one that captures nothing more", () => {
    const known = ["prod", "prod-1", "l-prod-2"].map((stack) => of(stack));
    assert.deepEqual(
      pairsFor(CHAINS, of("pr-42"), known).map(({ reference }) => reference.stack),
      ["prod"],
    );
  });

  it("says how to tell where a name alone cannot", () => {
    assert.match(
      refusal(() => pairsFor(REGIONS(), of("staging"))),
      /cannot be told from its name; say `against: <stack>`/,
    );
  });

  it("guesses where nothing is written, and then only advises", () => {
    const guess = loadParityConfig({ from: ["/"] });
    const [pair] = pairsFor(guess, of("eu-stage"));
    assert.deepEqual([pair?.reference.stack, pair?.level], ["eu-production", "advisory"]);
    assert.deepEqual(
      pair?.alternatives.map(({ reference }) => reference.stack),
      ["eu-prod", "eu-prd", "eu-live"],
    );
    assert.deepEqual(pairsFor(guess, of("prod")), []);
    for (const stack of ["stag", "pre-prod", "nonprod", "UAT"])
      assert.equal(pairsFor(guess, of(stack))[0]?.environments.subject, "staging", stack);
  });

  it("binds entries to projects", () => {
    const config = load(`environments:
  production: { stacks: "*/production" }
  staging: { stacks: "*/staging", reference: production }
same: [{ project: "pay*", staging: a, production: b }]
tolerances: [{ project: shop, allow: any }, { project: other, allow: any }]`);
    const settings = (project: string) => pairsFor(config, of("staging", project))[0]?.settings;
    assert.deepEqual(settings("payments")?.compare.same, [{ subject: "a", reference: "b" }]);
    assert.deepEqual(settings("shop")?.compare.same, []);
    assert.equal(settings("shop")?.judge.rules.filter(({ select }) => select.project !== undefined).length, 1);
  });
});

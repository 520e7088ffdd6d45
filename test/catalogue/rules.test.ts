import { strict as assert } from "node:assert";
import { compileRules } from "../../catalogue/engine/compile";
import { Knowledge } from "../../catalogue/engine/knowledge";
import type { Match } from "../../catalogue/engine/index-rules";
import { ruleGroups } from "../../catalogue/rules";
import type { RuleGroup, Statement } from "../../catalogue/rule";
import { knownProperties, knownTypes } from "../../catalogue/schema/properties";
import { canonicalType } from "../../catalogue/types/canonical";
import { resolvedOutputs } from "../../catalogue/types/resolved";
import { replicaTypes } from "../../catalogue/types/replicas";
import { compileType } from "../../catalogue/engine/type-pattern";
import { POLICY_NAMES, VALUE_CLASSES } from "../../core/vocabulary";
import { readCorpus } from "./corpus";

const FIELDS = ["policy", "kind", "noise", "secret", "list", "default", "document", "weaker", "settings"] as const;

interface Place {
  readonly type: string;
  readonly path: readonly string[];
}

/** All that AWS has, and a sample of everything else. */
function places(): readonly Place[] {
  const aws = knownTypes().flatMap((type) => knownProperties(type)!.map(({ path }) => ({ type, path })));
  return [...aws, ...readCorpus()];
}

function matchesIn(
  groups: readonly RuleGroup[],
  { type, path }: Place,
  knowledge = new Knowledge(compileRules(groups)),
) {
  return knowledge.matches({ given: type, canonical: canonicalType(type) }, path);
}

/** Rules of the highest weight that state a field, where they state different things. */
function disagreements(matches: readonly Match[]): readonly string[] {
  return FIELDS.flatMap((field) => {
    const stating = matches.filter(({ compiled }) => compiled.rule[field] !== undefined);
    const said = (match: Match) => JSON.stringify(compiledStatement(match)[field]);
    const other = stating.find((match) => match.weight === stating[0]!.weight && said(match) !== said(stating[0]!));
    return other === undefined ? [] : [`${field}: ${stating[0]!.compiled.name} and ${other.compiled.name}`];
  });
}

function compiledStatement({ compiled }: Match): Statement {
  return compiled.rule;
}

describe("the catalogue's rules", function () {
  this.timeout(60_000);
  const everywhere = places();
  const knowledge = new Knowledge(compileRules(ruleGroups));

  it("each match something", () => {
    const used = new Set(
      everywhere.flatMap((place) => matchesIn(ruleGroups, place, knowledge).map(({ compiled }) => compiled.name)),
    );
    const all = ruleGroups.flatMap(({ name, rules }) => rules.map((rule) => `${name}/${rule.name}`));
    assert.deepEqual(
      all.filter((name) => !used.has(name)),
      [],
    );
  });

  it("never disagree where they weigh the same", () => {
    const found = everywhere.flatMap((place) =>
      disagreements(matchesIn(ruleGroups, place, knowledge)).map(
        (what) => `${place.type} ${place.path.join(".")}: ${what}`,
      ),
    );
    assert.deepEqual(found.slice(0, 20), []);
  });

  it("would be caught if they did", () => {
    const rules = (name: string, noise: boolean) => ({
      name,
      reason: "",
      rules: [{ name: "x", property: ["*Colour"], noise }],
    });
    const matches = matchesIn([rules("a", true), rules("b", false)], { type: "a:b:C", path: ["wallColour"] });
    assert.deepEqual(disagreements(matches), ["noise: b/x and a/x"]);
  });

  it("have names of their own and reasons by group", () => {
    const names = ruleGroups.flatMap(({ name, rules }) => rules.map((rule) => `${name}/${rule.name}`));
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
    assert.deepEqual(
      ruleGroups.filter(({ reason }) => reason.length < 30),
      [],
    );
  });

  it("use only kinds and policies that exist", () => {
    const policies: readonly string[] = POLICY_NAMES.flatMap((name) => [name, name.replace("-parity", "")]);
    const kinds: readonly string[] = VALUE_CLASSES;
    const rules = ruleGroups.flatMap((group) => group.rules);
    assert.deepEqual(
      rules.filter(({ policy }) => policy !== undefined && !policies.includes(policy)),
      [],
    );
    assert.deepEqual(
      rules.filter(({ kind }) => kind !== undefined && !kinds.includes(kind)),
      [],
    );
  });

  it("name no AWS type that does not exist", () => {
    const types = knownTypes().concat("pulumi:providers:aws");
    const globs = [
      ...compileRules(ruleGroups).flatMap(({ types: globs }) => globs),
      ...resolvedOutputs.map(([glob]) => glob),
      ...replicaTypes,
    ].filter((glob) => glob.startsWith("aws:"));
    assert.deepEqual(
      globs.filter((glob) => !types.some(compileType(glob).test)),
      [],
    );
  });
});

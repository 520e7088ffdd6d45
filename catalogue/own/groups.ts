import type { CatalogueRule } from "../../core/model/catalogue";
import type { Rule, RuleGroup } from "../rule";

/** A team's rules as one group that comes after the built-in ones: `parity.yaml/catalogue-3` is its third entry. */
export function ownGroup(rules: readonly CatalogueRule[]): RuleGroup {
  return {
    name: "parity.yaml",
    reason: "A team knows its own components best.",
    rules: rules.flatMap((rule, at) => (rule.property === undefined ? [] : [ownRule(rule, rule.property, at)])),
  };
}

function ownRule(rule: CatalogueRule, property: string | readonly string[], at: number): Rule {
  const { on, replica: _replica, like: _like, ...stated } = rule;
  const types = on === undefined ? {} : { on: many(on) };
  return { ...stated, ...types, name: `catalogue-${at + 1}`, property: many(property) };
}

/** One or several, as a list. */
export function many(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

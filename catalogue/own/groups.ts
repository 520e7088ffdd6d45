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
  const { policy, kind, noise, secret, list, document, weaker, settings } = rule;
  return {
    name: `catalogue-${at + 1}`,
    ...(rule.on === undefined ? {} : { on: many(rule.on) }),
    property: many(property),
    ...{ policy, kind, noise, secret, list, document, weaker, settings, default: rule.default },
  };
}

/** One or several, as a list. */
export function many(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

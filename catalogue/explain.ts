import type { CatalogueRule, PropertyFacts } from "../core/model/catalogue";
import type { Path } from "../core/model/path";
import { createCatalogue } from ".";
import { compileRules } from "./engine/compile";
import { Knowledge } from "./engine/knowledge";
import { ownGroup } from "./own/groups";
import type { Rule, RuleGroup } from "./rule";
import { ruleGroups } from "./rules";

/** A rule that speaks of a property, for people. */
export interface SpeakingRule {
  /** `general/dependencies/version` */
  readonly name: string;
  /** The pattern that matched. */
  readonly pattern: string;
  /** What it states: `policy: dependency`. */
  readonly states: readonly string[];
  /** Why the rules of its group read as they do. */
  readonly reason: string;
}

export interface Explanation {
  readonly facts: PropertyFacts;
  /** The strongest first. */
  readonly rules: readonly SpeakingRule[];
}

/** What is known of one property, and all rules that say so. */
export function explainProperty(own: readonly CatalogueRule[], type: string, path: Path): Explanation {
  const catalogue = createCatalogue(own);
  const groups: readonly RuleGroup[] = [...ruleGroups, ownGroup(own)];
  const reasons = new Map(groups.map(({ name, reason }) => [name, reason]));
  const knowledge = new Knowledge(compileRules(groups));
  const matches = knowledge.matches({ given: type, canonical: catalogue.type(type).canonical }, path);
  return {
    facts: catalogue.property(type, path),
    rules: matches.map(({ compiled }) => ({
      name: compiled.name,
      pattern: compiled.property.source,
      states: statesOf(compiled.rule),
      reason: reasons.get(compiled.name.slice(0, compiled.name.lastIndexOf("/"))) ?? "",
    })),
  };
}

const SELECTING: readonly string[] = ["name", "on", "property", "fallback", "names", "block"];

function statesOf(rule: Rule): readonly string[] {
  return Object.entries(rule)
    .filter(([field, value]) => value !== undefined && !SELECTING.includes(field))
    .map(([field, value]) => `${field}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`);
}

import type { Catalogue } from "../core/model/catalogue";
import { compileRules } from "./engine/compile";
import { Knowledge } from "./engine/knowledge";
import { sizeFacts } from "./ladders/sizes";
import { versionFacts } from "./ladders/versions";
import type { RuleGroup } from "./rule";
import { ruleGroups } from "./rules";
import { typeFacts } from "./types";
import { canonicalType } from "./types/canonical";
import { classifyByValue } from "./values/classify";

export type { Owner, Rule, RuleGroup, Statement } from "./rule";

/** The built-in catalogue, with a team's own rules after it: those win over built-in ones of the same weight. */
export function createCatalogue(own: readonly RuleGroup[] = []): Catalogue {
  const knowledge = new Knowledge(compileRules([...ruleGroups, ...own]));
  const property: Catalogue["property"] = (type, path) => knowledge.property(canonicalType(type), path);
  return {
    type: typeFacts,
    property,
    classify: (type, path, subject, reference) => classifyByValue(property(type, path), subject, reference),
    size: (_type, value) => sizeFacts(value),
    version: (type, _path, value) => versionFacts(canonicalType(type), value),
  };
}

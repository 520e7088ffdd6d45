import type { Catalogue, CatalogueRule } from "../core/model/catalogue";
import { compileRules } from "./engine/compile";
import { Knowledge } from "./engine/knowledge";
import { packageVersionFacts } from "./ladders/packages";
import { sizeFacts } from "./ladders/sizes";
import { versionFacts } from "./ladders/versions";
import { ownGroup } from "./own/groups";
import { ruleGroups } from "./rules";
import { TypeKnowledge } from "./types";
import { classifyByValue } from "./values/classify";

let builtIn: Catalogue | undefined;

/** The built-in catalogue, with a team's own rules after it: those win over built-in ones of the same weight. */
export function createCatalogue(own: readonly CatalogueRule[] = []): Catalogue {
  return own.length === 0 ? (builtIn ??= build(own)) : build(own);
}

function build(own: readonly CatalogueRule[]): Catalogue {
  const types = new TypeKnowledge(own);
  const knowledge = new Knowledge(compileRules([...ruleGroups, ownGroup(own)]));
  const property: Catalogue["property"] = (type, path) =>
    knowledge.property({ given: type, canonical: types.facts(type).canonical }, path);
  return {
    type: (type) => types.facts(type),
    property,
    classify: (type, path, subject, reference) => classifyByValue(property(type, path), subject, reference),
    size: (_type, value) => sizeFacts(value),
    version: (type, _path, value, ecosystem) =>
      ecosystem === undefined
        ? versionFacts(types.facts(type).canonical, value)
        : packageVersionFacts(ecosystem, value),
  };
}

import { suggestion } from "../../core/config/suggest";
import type { CatalogueRule } from "../../core/model/catalogue";
import { compileType } from "../engine/type-pattern";
import { knownTypes } from "../schema/properties";
import { many } from "./groups";

const FIELDS = ["policy", "kind", "noise", "secret", "list", "default", "document", "weaker", "settings"] as const;

/**
 * What is wrong with a team's rules though each is well formed: types that AWS does not have, and contradictions. One
 * line each, with file, line, column and index.
 */
export function ownRuleProblems(rules: readonly CatalogueRule[]): readonly string[] {
  return [...rules.flatMap(unknownTypes), ...rules.flatMap((rule, at) => contradictions(rule, at, rules))];
}

function unknownTypes(rule: CatalogueRule, at: number): readonly string[] {
  return [...many(rule.on ?? []), ...many(rule.like ?? [])]
    .filter((glob) => glob.toLowerCase().startsWith("aws:") && !knownTypes().some(compileType(glob).test))
    .map((glob) => `${named(rule, at)}: AWS has no type ${JSON.stringify(glob)}${suggestion(glob, knownTypes())}`);
}

/** The later rule wins, which is not what somebody who wrote both can have meant. */
function contradictions(rule: CatalogueRule, at: number, rules: readonly CatalogueRule[]): readonly string[] {
  return rules.slice(0, at).flatMap((earlier, before) => {
    if (!sameSelection(rule, earlier)) return [];
    const fields = FIELDS.filter((field) => differs(rule[field], earlier[field]));
    return fields.map((field) => `${named(rule, at)} contradicts ${named(earlier, before)}: ${field}`);
  });
}

function sameSelection(a: CatalogueRule, b: CatalogueRule): boolean {
  const selection = ({ on, property }: CatalogueRule) => JSON.stringify([many(on ?? []), many(property ?? [])]);
  return selection(a) === selection(b);
}

function differs(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && JSON.stringify(a) !== JSON.stringify(b);
}

function named({ place }: CatalogueRule, at: number): string {
  return place === undefined ? `catalogue[${at}]` : `${place}: catalogue[${at}]`;
}

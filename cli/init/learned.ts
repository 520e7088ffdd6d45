import type { Finding } from "../../core/model/finding";
import { Special } from "../../core/model/value";
import { reportedValue } from "../../core/report/value";
import { literalGlob, literalKey } from "../tolerance/literal-glob";

/** One tolerance that today's divergences ask for, with what it was learned from. */
export interface LearnedRule {
  readonly on: readonly string[];
  readonly property: string | undefined;
  readonly change: readonly string[] | undefined;
  readonly allow: "any" | { readonly oneOf: readonly (readonly [unknown, unknown])[] };
  /** One line each: what was found where. */
  readonly evidence: readonly string[];
}

/** The fewest rules that say it: one a property of a type, one a kind of presence. */
export function learnRules(findings: readonly Finding[]): readonly LearnedRule[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = groupOf(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].map((group) => (group[0]?.key === undefined ? presence(group) : property(group)));
}

function groupOf({ type, key, kind, facts, values }: Finding): string {
  if (key === undefined && !isCount({ values })) return kind;
  return [type, key ?? "", isHidden({ facts, values }) ? kind : "values"].join("\n");
}

/** Resources that only one side has, each by name. */
function presence(group: readonly Finding[]): LearnedRule {
  const [first] = group;
  if (first !== undefined && isCount(first)) return { ...property(group), property: undefined };
  return {
    on: unique(group.map(selectorOf)),
    property: undefined,
    change: unique(group.map(({ kind }) => kind)),
    allow: "any",
    evidence: group.map(({ message }) => firstPart(message)),
  };
}

/** Counted replicas have two values and no property. */
function isCount({ values }: Pick<Finding, "values">): boolean {
  return values.subject !== undefined && values.reference !== undefined;
}

function property(group: readonly Finding[]): LearnedRule {
  const [first] = group;
  const hidden = group.some(isHidden);
  const pairs = group.map(({ values }) => [reportedValue(values.subject), reportedValue(values.reference)] as const);
  const distinct = [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
  return {
    on: unique(group.map(({ type }) => literalGlob(type))),
    property: first?.key === undefined ? undefined : literalKey(first.key),
    change: hidden || first?.kind === "shared" ? unique(group.map(({ kind }) => kind)) : undefined,
    allow: hidden || first?.kind === "shared" ? "any" : { oneOf: distinct },
    evidence: group.map(({ message }) => firstPart(message)),
  };
}

const LONGEST = 4000;

/** What must not, or cannot well, be written down. */
function isHidden({ facts, values }: Pick<Finding, "facts" | "values">): boolean {
  const both = [values.subject, values.reference];
  if (facts.secret || both.some(holdsSpecial)) return true;
  return JSON.stringify(both.map(reportedValue)).length > LONGEST;
}

function holdsSpecial(value: unknown): boolean {
  if (value instanceof Special) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsSpecial);
}

/** `type::name`, with the environment taken out of the name. */
function selectorOf({ type, symbolicName }: Finding): string {
  const name = symbolicName.split("{env}").map(literalGlob).join("{env}");
  return `${literalGlob(type)}::${name}`;
}

/** A message up to its rule: what differs, and nothing of how it is judged. */
function firstPart(message: string): string {
  return message.split("; ")[0] ?? message;
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

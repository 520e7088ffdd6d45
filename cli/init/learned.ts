import type { Finding } from "../../core/model/finding";
import { keySteps } from "../../core/model/key-path";
import { Special } from "../../core/model/value";
import { reportedValue } from "../../core/report/value";
import { literalGlob, literalKey } from "../tolerance/literal-glob";
import { learnAllow, type LearnedAllow } from "./learned-allow";

/** One tolerance that today's divergences ask for, with what it was learned from. */
export interface LearnedRule {
  readonly on: readonly string[];
  readonly property: string | undefined;
  readonly change: readonly string[] | undefined;
  readonly allow: LearnedAllow;
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
  return [type, propertyOf(key) ?? "", isHidden({ facts, values }) ? kind : "values"].join("\n");
}

/** Resources that only one side has, each by name. */
function presence(group: readonly Finding[]): LearnedRule {
  const [first] = group;
  if (first !== undefined && isCount(first)) return { ...property(group), property: undefined };
  return {
    on: unique(group.map(symbolicSelector)),
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
  const plain = !group.some(isHidden) && first?.kind !== "shared";
  return {
    on: placesOf(group),
    property: propertyOf(first?.key),
    change: plain ? undefined : unique(group.map(({ kind }) => kind)),
    allow: plain ? learnAllow(group) : "any",
    evidence: group.map(({ message }) => firstPart(message)),
  };
}

const FEW = 3;

/** A few resources by their names, many by their type. */
function placesOf(group: readonly Finding[]): readonly string[] {
  const named = unique(group.map(symbolicSelector));
  return named.length <= FEW ? named : unique(group.map(({ type }) => literalGlob(type)));
}

const READABLE = /^[\w.:/-]{1,40}$/;

/** The property as a person would write it: elements whose key is no plain name by the list that they stand in. */
function propertyOf(key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  const steps = keySteps(key);
  const odd = steps.findIndex(({ text }) => !READABLE.test(text));
  if (odd <= 0) return literalKey(key);
  return steps
    .slice(0, odd)
    .map(({ text }, at) => (PLAIN.test(text) ? `${at === 0 ? "" : "."}${text}` : `["${text}"]`))
    .join("");
}

const PLAIN = /^[A-Za-z_]\w*$/;
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
export function symbolicSelector({ type, symbolicName }: Pick<Finding, "type" | "symbolicName">): string {
  const name = symbolicName.split("{env}").map(literalGlob).join("{env}");
  return `${literalGlob(type)}::${name}`;
}

const LONGEST_LINE = 110;

/** A message up to its rule: what differs, and nothing of how it is judged. */
function firstPart(message: string): string {
  const part = message.split("; ")[0] ?? message;
  return part.length <= LONGEST_LINE ? part : `${part.slice(0, LONGEST_LINE)}…`;
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

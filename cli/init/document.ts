import type { Sides } from "../../core/model/comparison";
import type { AbsentProposal } from "./absent-groups";
import { environmentLines, type ProposedEnvironments } from "./environments";
import type { Kept, LearnedList } from "./kept";
import type { LearnedRule } from "./learned";
import { EMERGENCY, HEAD, MARKS, RATCHET, seen } from "./marks";
import type { SubstituteProposal } from "./substitute-groups";

/** All that goes into the file that init writes. */
export interface Proposal {
  readonly environments: ProposedEnvironments;
  /** Environment that lacks them, and what it lacks. */
  readonly absent: readonly (AbsentProposal & { readonly environment: string })[];
  /** Environments of both sides, and what each has. */
  readonly substitutes: readonly (SubstituteProposal & { readonly environments: Sides<string> })[];
  readonly rules: readonly LearnedRule[];
  /** Waiver entries, where a ratchet was asked for. */
  readonly waivers: readonly Readonly<Record<string, unknown>>[];
  readonly equivalents: readonly EquivalentProposal[];
  readonly ratchet: boolean;
  /** What stands in the file already and cannot be learned. */
  readonly kept: Kept;
}

export interface EquivalentProposal {
  readonly values: Readonly<Record<string, string>>;
  readonly occurrences: number;
}

const MOST_EVIDENCE = 5;

/** A parity.yaml for people to review: every entry says what it was learned from. What people wrote comes first. */
export function documentText(proposal: Proposal): string {
  const { environments, absent, substitutes, rules, waivers, equivalents, ratchet, kept } = proposal;
  const { sections, entries } = kept;
  const section = (key: LearnedList, learned: readonly (readonly string[])[]) => {
    const all = [...entries[key].map(({ lines, value }) => lines ?? block(value)), ...learned];
    return all.length === 0 ? [] : [`${key}:`, ...all.flat(), ""];
  };
  const others = [...sections].filter(([key]) => !PLACED.includes(key) && !(ratchet && key === "enforce"));
  return [
    ...HEAD,
    ...(sections.get("extends") ?? ["extends: standard@1"]),
    ...(ratchet ? [RATCHET, "enforce: introduced"] : []),
    "",
    ...spaced(sections.get("environments") ?? []),
    ...(sections.has("environments") ? [] : environmentLines(environments)),
    ...others.flatMap(([, lines]) => spaced(lines)),
    ...section("same", equivalents.map(equivalentLines)),
    ...section("absent", absent.map(absentLines)),
    ...section("substitutes", substitutes.map(substituteLines)),
    ...section("tolerances", rules.map(ruleLines)),
    ...section("waivers", waivers.map(block)),
    ...(sections.has("override") ? [] : overrideLines(environments)),
  ].join("\n");
}

/** Sections whose place is fixed. */
const PLACED = ["extends", "environments"];

function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...lines, ""];
}

function equivalentLines({ values, occurrences }: EquivalentProposal): readonly string[] {
  return [`  ${seen(occurrences)}`, `  - ${flow(values)}`];
}

function absentLines({ name, glob, missing, environment }: Proposal["absent"][number]): readonly string[] {
  return [
    `  # ${missing} resources that only the reference has`,
    ...block({ name, [environment]: [glob], reason: MARKS.absent }),
  ];
}

function substituteLines({
  name,
  subject,
  reference,
  compare,
  environments,
}: Proposal["substitutes"][number]): readonly string[] {
  return [
    `  # ${reference.length} that only the reference has, and ${subject.length} of another kind that only this has`,
    ...block({
      name,
      [environments.subject]: subject,
      [environments.reference]: reference,
      ...(compare.length > 0 && { compare: Object.fromEntries(compare.map((key) => [key, key])) }),
      reason: MARKS.substitute,
    }),
  ];
}

function ruleLines({ on, property, change, allow, evidence }: LearnedRule): readonly string[] {
  const shown = evidence.slice(0, MOST_EVIDENCE).map((line) => `  # ${line}`);
  const more = evidence.length > MOST_EVIDENCE ? [`  # and ${evidence.length - MOST_EVIDENCE} more`] : [];
  const [only] = on;
  const entry = {
    on: on.length === 1 ? only : on,
    ...(property !== undefined && { property }),
    ...(change !== undefined && { change }),
    allow,
    reason: MARKS.rule,
  };
  return [...shown, ...more, ...block(entry)];
}

/** An entry of a list, a key a line. */
function block(entry: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(entry).map(
    ([key, value], at) => `  ${at === 0 ? "-" : " "} ${PLAIN.test(key) ? key : JSON.stringify(key)}: ${flow(value)}`,
  );
}

/** The override is proposed and not granted. */
function overrideLines(environments: ProposedEnvironments): readonly string[] {
  const names = [...environments.keys()].slice(1);
  return [EMERGENCY, `# override: { environments: ${JSON.stringify(names)} }`, ""];
}

/** JSON is YAML; keys need no quotes. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "string" && UNQUOTED.test(value)) return value;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, one]) => `${PLAIN.test(key) ? key : JSON.stringify(key)}: ${flow(one)}`,
  );
  return `{ ${entries.join(", ")} }`;
}

/** Letters first, and nothing in it that YAML could take for anything but text. */
const UNQUOTED = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z][\w./-]*(?::(?! )[\w./-]+|[ ][\w./-]+)*$/i;
const PLAIN = /^[A-Za-z][\w-]*$/;

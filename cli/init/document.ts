import type { Sides } from "../../core/model/comparison";
import type { AbsentProposal } from "./absent-groups";
import { environmentLines, type ProposedEnvironments } from "./environments";
import type { LearnedRule } from "./learned";
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
}

export interface EquivalentProposal {
  readonly values: Readonly<Record<string, string>>;
  readonly occurrences: number;
}

const MOST_EVIDENCE = 5;

/** A parity.yaml for people to review: every entry says what it was learned from. */
export function documentText(proposal: Proposal): string {
  const { environments, absent, substitutes, rules, waivers, equivalents, ratchet } = proposal;
  return [
    "# yaml-language-server: $schema=node_modules/pulumi-environment-parity/schemas/parity.schema.json",
    "# Learned by `parity init` from what is deployed. Read every entry: what should not be, take out.",
    "extends: standard@1",
    ...(ratchet
      ? [
          "# A preview rejects only what it introduced or worsened; the waivers below end one after the other.",
          "enforce: introduced",
        ]
      : []),
    "",
    ...environmentLines(environments),
    ...section("same", equivalents.map(equivalentLines)),
    ...section("absent", absent.map(absentLines)),
    ...section("substitutes", substitutes.map(substituteLines)),
    ...section("tolerances", rules.map(ruleLines)),
    ...section("waivers", waivers.map(block)),
    ...overrideLines(environments),
  ].join("\n");
}

function section(key: string, entries: readonly (readonly string[])[]): readonly string[] {
  return entries.length === 0 ? [] : [`${key}:`, ...entries.flat(), ""];
}

function equivalentLines({ values, occurrences }: EquivalentProposal): readonly string[] {
  return [`  # seen ${occurrences} times`, `  - ${flow(values)}`];
}

function absentLines({ name, glob, missing, environment }: Proposal["absent"][number]): readonly string[] {
  return [
    `  # ${missing} resources that only the reference has`,
    ...block({ name, [environment]: [glob], reason: "review: is it meant that this is not here?" }),
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
      reason: "review: do they serve one purpose?",
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
    reason: "learned, to be reviewed",
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
  return [
    '# In an emergency, PARITY_OVERRIDE="INC-1234: reason" makes a run advisory where this permits it:',
    `# override: { environments: ${JSON.stringify(names)} }`,
    "",
  ];
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

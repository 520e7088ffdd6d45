import type { AbsentProposal } from "./absent-groups";
import { environmentLines, type ProposedEnvironments } from "./environments";
import type { LearnedRule } from "./learned";

/** All that goes into the file that init writes. */
export interface Proposal {
  readonly environments: ProposedEnvironments;
  /** Environment that lacks them, and what it lacks. */
  readonly absent: readonly (AbsentProposal & { readonly environment: string })[];
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
  const { environments, absent, rules, waivers, equivalents, ratchet } = proposal;
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
    ...section("tolerances", rules.map(ruleLines)),
    ...section(
      "waivers",
      waivers.map((waiver) => [`  - ${flow(waiver)}`]),
    ),
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
    `  - ${flow({ name, [environment]: [glob], reason: "review: is it meant that this is not here?" })}`,
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
  return [...shown, ...more, `  - ${flow(entry)}`];
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
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, one]) => `${PLAIN.test(key) ? key : JSON.stringify(key)}: ${flow(one)}`,
  );
  return `{ ${entries.join(", ")} }`;
}

const PLAIN = /^[A-Za-z][\w-]*$/;

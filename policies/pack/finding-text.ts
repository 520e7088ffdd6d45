import { resourceName } from "../../core/report/label";
import { plainLine } from "../../core/report/plain";
import type { ReportedDivergence, ReportedValue } from "../../core/report/types";
import type { DivergenceKind } from "../../core/vocabulary";
import type { Cluster } from "../../reporters/view/clusters";
import { valueText } from "../../reporters/view/difference";
import { EVIDENCE_TYPES } from "../../sources/evidence/resource";

const LONGEST_VALUE = 100;
const NAMES_SHOWN = 3;

/** What both stacks are called; a report fits. */
export interface SideNames {
  readonly subject: { readonly name: string };
  readonly reference: { readonly name: string };
}

/**
 * A finding for the engine's policy report: what differs on which side, what follows from it, by which rule, how to mend
 * or accept it.
 */
export function findingText({ first, all }: Cluster, names: SideNames, brings?: string): string {
  const lines = [
    first.statement ?? WHAT[first.kind](first, { subject: names.subject.name, reference: names.reference.name }),
    resourcesLine(all),
    labelled("brings", brings),
    labelled("why", first.undetermined),
    labelled("rule", ruleText(first)),
    labelled("mend", first.mend),
    labelled("accept", first.verdict === "beyond" ? acceptText(first) : undefined),
  ];
  return lines
    .filter((line) => line !== undefined)
    .map(plainLine)
    .join("\n");
}

interface Names {
  readonly subject: string;
  readonly reference: string;
}

const WHAT: Readonly<Record<DivergenceKind, (divergence: ReportedDivergence, names: Names) => string>> = {
  missing: (divergence, names) => `${typeAndName(divergence)} of ${names.reference} is missing in ${names.subject}`,
  extra: (divergence, names) => `${typeAndName(divergence)} has no counterpart in ${names.reference}`,
  changed: (divergence, names) => bothValues(divergence, names),
  added: (divergence, names) =>
    `${keyOf(divergence)} is ${shown(divergence.values.subject)} in ${names.subject}, and not set in ${names.reference}`,
  removed: (divergence, names) =>
    `${keyOf(divergence)} is not set in ${names.subject}, and ${shown(divergence.values.reference)} in ${names.reference}`,
  shared: (divergence, names) =>
    `${keyOf(divergence)} is ${shown(divergence.values.subject)}: it belongs to ${names.reference}, and ${names.subject} uses it`,
};

function bothValues(divergence: ReportedDivergence, names: Names): string {
  const { subject, reference } = divergence.values;
  return `${keyOf(divergence)} is ${shown(subject)} in ${names.subject}, ${shown(reference)} in ${names.reference}`;
}

/** The engine names the resource above the text; what is no resource of the cloud has to be named in it. */
function keyOf(divergence: ReportedDivergence): string {
  const key = divergence.key ?? divergence.property ?? "the number of replicas";
  if (divergence.type === EVIDENCE_TYPES.configuration)
    return `stack configuration ${key.replace(/^\["([^"]+)"\]/, "$1")}`;
  return divergence.type.startsWith("parity:") ? `${key} of ${typeAndName(divergence)}` : key;
}

function typeAndName(divergence: ReportedDivergence): string {
  const { type } = divergence;
  return `${KINDS[type] ?? type} ${resourceName(divergence)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  [EVIDENCE_TYPES.component]: "the library",
  [EVIDENCE_TYPES.table]: "the table",
  [EVIDENCE_TYPES.column]: "the column",
  [EVIDENCE_TYPES.flag]: "the flag",
};

function shown(value: ReportedValue): string {
  const text = valueText(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}

function resourcesLine(all: readonly ReportedDivergence[]): string | undefined {
  if (all.length === 1) return undefined;
  const named = all.slice(0, NAMES_SHOWN).map(resourceName).join(", ");
  const more = all.length > NAMES_SHOWN ? ` and ${all.length - NAMES_SHOWN} more` : "";
  return `  on ${all.length} resources: ${named}${more}`;
}

function ruleText({ rule, status, origin, originKey }: ReportedDivergence): string {
  const from = originKey === undefined ? origin : `${origin ?? "configuration"} ${originKey}`;
  return [rule, status, from === undefined ? undefined : `from ${from}`]
    .filter((part) => part !== undefined)
    .join(", ");
}

function acceptText({ id }: ReportedDivergence): string {
  return `a tolerance in parity.yaml, or: parity waive ${id}`;
}

function labelled(label: string, text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : `  ${label}: ${text}`;
}

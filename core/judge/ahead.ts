import type { Since } from "../history";
import type { Comparison, Divergence } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import type { Catalogue } from "../model/catalogue";
import { strength } from "./measures/direction";
import { readVersions, versionDistance } from "./measures/version";

/** What is needed to tell whether the subject merely has something first. */
export interface AheadContext {
  readonly comparison: Comparison;
  readonly catalogue: Catalogue;
  /** Days; 0: nothing is ever ahead. */
  readonly leadDays: number;
  /** The subject's own last state. */
  readonly before: Stack | undefined;
  /** From the history, of the divergences that needed it; undefined where no history was asked. */
  readonly began: ReadonlyMap<string, Since> | undefined;
  readonly now: Date;
}

const DAY = 86_400_000;

/**
 * `ahead`: the subject introduced it, within the lead, by its program; `late`: so, but longer ago; `no`: judged at once.
 */
export function aheadness(divergence: Divergence, context: AheadContext): "ahead" | "late" | "no" {
  if (!mayLead(divergence, context)) return "no";
  if (divergence.status === "introduced" || divergence.status === "worsened") return "ahead";
  const known = context.began?.get(divergence.id);
  if (known?.side === "reference") return "no";
  const since = known?.at.getTime() ?? begunBySubject(divergence, context);
  if (since === undefined) return "no";
  return isWithinLead(since, context) ? "ahead" : "late";
}

/**
 * What only the past can answer of a divergence: whether it was there a lead ago already, as the resource has been
 * changed since (`then`); who began it and when, as the reference was changed later (`when`).
 */
export function asksThePast(divergence: Divergence, context: AheadContext): "then" | "when" | undefined {
  const { status, subject } = divergence;
  if (!mayLead(divergence, context) || status === "introduced" || status === "worsened") return undefined;
  const since = begunBySubject(divergence, context);
  if (since === undefined) return "when";
  const made = time(deployed(subject, context)?.created);
  return isWithinLead(since, context) && !(made !== undefined && isWithinLead(made, context)) ? "then" : undefined;
}

/** Neither a plan nor the configuration, nothing missing, older or weaker, and its age can be known. */
function mayLead(divergence: Divergence, { comparison, catalogue, leadDays, began }: AheadContext): boolean {
  if (leadDays === 0 || comparison.reference.phase === "plan") return false;
  if (divergence.origin?.from === "configuration" || !canLead(divergence, catalogue)) return false;
  return divergence.status !== undefined || began !== undefined;
}

function isWithinLead(since: number, { now, leadDays }: AheadContext): boolean {
  return now.getTime() - since <= leadDays * DAY;
}

/** What is missing, older or weaker is not ahead of anything. */
function canLead(divergence: Divergence, catalogue: Catalogue): boolean {
  const { kind } = divergence;
  if (kind === "extra" || kind === "added") return true;
  if (kind !== "changed" || strength(divergence) === "weaker") return false;
  const versions = readVersions({ divergence, catalogue });
  return versions?.every(({ subject, reference: other }) => versionDistance(subject, other).leads) ?? true;
}

/** When the subject's last state began to differ, if it was the subject that changed last. In milliseconds. */
function begunBySubject({ kind, subject, reference }: Divergence, context: AheadContext): number | undefined {
  const own = deployed(subject, context);
  const ours = time(kind === "extra" ? own?.created : changed(own));
  const theirs = time(changed(reference));
  if (ours === undefined || (kind !== "extra" && theirs === undefined)) return undefined;
  return theirs !== undefined && theirs > ours ? undefined : ours;
}

function deployed(subject: Resource | undefined, { before }: AheadContext): Resource | undefined {
  return before?.resources.find(({ urn }) => urn === subject?.urn) ?? subject;
}

const changed = (resource: Resource | undefined) => resource?.modified ?? resource?.created;

function time(text: string | undefined): number | undefined {
  const read = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(read) ? undefined : read;
}

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
  readonly now: Date;
}

const DAY = 86_400_000;

/**
 * `ahead`: the subject introduced it, within the lead, by its program; `late`: so, but longer ago; `no`: judged at once.
 */
export function aheadness(divergence: Divergence, context: AheadContext): "ahead" | "late" | "no" {
  const { comparison, leadDays } = context;
  if (leadDays === 0 || comparison.reference.phase === "plan") return "no";
  if (divergence.origin?.from === "configuration" || !canLead(divergence, context.catalogue)) return "no";
  if (divergence.status === "introduced" || divergence.status === "worsened") return "ahead";
  if (divergence.status !== "existing") return "no";
  const since = begunBySubject(divergence, context);
  if (since === undefined) return "no";
  return context.now.getTime() - since <= leadDays * DAY ? "ahead" : "late";
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
function begunBySubject({ kind, subject, reference }: Divergence, { before }: AheadContext): number | undefined {
  const deployed = before?.resources.find(({ urn }) => urn === subject?.urn) ?? subject;
  const ours = time(kind === "extra" ? deployed?.created : changed(deployed));
  const theirs = time(changed(reference));
  if (ours === undefined || (kind !== "extra" && theirs === undefined)) return undefined;
  return theirs !== undefined && theirs > ours ? undefined : ours;
}

const changed = (resource: Resource | undefined) => resource?.modified ?? resource?.created;

function time(text: string | undefined): number | undefined {
  const read = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(read) ? undefined : read;
}

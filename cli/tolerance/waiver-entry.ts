import type { ResolvedPair } from "../../core/config";
import type { Finding } from "../../core/model/finding";
import { reportedDivergence } from "../../core/report/divergence";
import { resourceName } from "../../core/report/label";
import type { Shown } from "../../sources/shown";
import { literalGlob, literalKey } from "./literal-glob";

/** What whoever waives has to say. */
export interface WaiverWords {
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string | undefined;
  /** `2027-01-31` */
  readonly expires: string;
}

/** A finding as a report would show it. */
export function shownFinding(finding: Finding, { subject, environments }: ResolvedPair): Shown {
  return {
    divergence: reportedDivergence(finding, undefined),
    project: subject.project,
    environment: environments.subject,
  };
}

/** A waiver for one divergence: its fingerprint, what a person needs to recognise it, and the values as they are now. */
export function waiverEntry({ divergence, project, environment }: Shown, words: WaiverWords): Record<string, unknown> {
  const { id, kind, type, subject, reference, key } = divergence;
  const accepted = acceptedValues(divergence);
  return {
    id,
    project: literalGlob(project),
    environment,
    ...((subject ?? reference) !== null && { on: `${literalGlob(type)}::${literalGlob(resourceName(divergence))}` }),
    ...(key !== null && { property: literalKey(key) }),
    change: kind,
    ...(accepted !== undefined && { accepted }),
    reason: words.reason,
    owner: words.owner,
    ...(words.ticket !== undefined && { ticket: words.ticket }),
    expires: words.expires,
  };
}

/** Stand in a report for what may not or cannot be shown: then presence is all that is accepted. */
const MARK = /^\[(?:secret|unknown|text|asset .*|archive .*)\]$/;

function acceptedValues({ property, values: { subject, reference } }: Shown["divergence"]) {
  const hidden = [subject, reference].some((value) => typeof value === "string" && MARK.test(value));
  if (hidden || (property === null && subject === null && reference === null)) return undefined;
  return [subject, reference];
}

import type { ResolvedPair } from "../../core/config";
import type { Finding } from "../../core/model/finding";
import { reportedValue } from "../../core/report/value";
import { Special } from "../../core/model/value";
import { literalGlob, literalKey } from "./literal-glob";

/** What whoever waives has to say. */
export interface WaiverWords {
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string | undefined;
  /** `2027-01-31` */
  readonly expires: string;
}

/** A waiver for one finding: its fingerprint, what a person needs to recognise it, and the values as they are now. */
export function waiverEntry(finding: Finding, pair: ResolvedPair, words: WaiverWords): Record<string, unknown> {
  const { id, kind, type, subject, reference, key } = finding;
  const name = subject?.name ?? reference?.name;
  const values = acceptedValues(finding);
  return {
    id,
    project: literalGlob(pair.subject.project),
    environment: pair.environments.subject,
    ...(name !== undefined && { on: `${literalGlob(type)}::${literalGlob(name)}` }),
    ...(key !== undefined && { property: literalKey(key) }),
    change: kind,
    ...(values !== undefined && { accepted: values }),
    reason: words.reason,
    owner: words.owner,
    ...(words.ticket !== undefined && { ticket: words.ticket }),
    expires: words.expires,
  };
}

/** Undefined where presence is all that is compared: no secret is written down. */
export function acceptedValues({ values, facts, path }: Finding): readonly [unknown, unknown] | undefined {
  const hidden = [values.subject, values.reference].some((value) => value instanceof Special);
  if (facts.secret || hidden || (path === undefined && values.subject === undefined && values.reference === undefined))
    return undefined;
  return [reportedValue(values.subject), reportedValue(values.reference)];
}

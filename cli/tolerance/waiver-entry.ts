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

/** What a waiver is written from, wherever the divergence was found. */
export interface Waivable extends Pick<Finding, "id" | "kind" | "type"> {
  readonly project: string;
  /** The subject's. */
  readonly environment: string;
  /** Of the resource, on the side that is judged where it is there. */
  readonly name: string | undefined;
  readonly key: string | undefined;
  /** Both values, the subject's first; undefined where presence is all that is compared: no secret is written down. */
  readonly accepted: readonly [unknown, unknown] | undefined;
}

export function waivableOf(finding: Finding, { subject, environments }: ResolvedPair): Waivable {
  const { id, kind, type, key } = finding;
  const name = finding.subject?.name ?? finding.reference?.name;
  const { project } = subject;
  return { id, kind, type, key, name, project, environment: environments.subject, accepted: acceptedValues(finding) };
}

/** A waiver for one divergence: its fingerprint, what a person needs to recognise it, and the values as they are now. */
export function waiverEntry(waivable: Waivable, words: WaiverWords): Record<string, unknown> {
  const { id, kind, type, project, environment, name, key, accepted } = waivable;
  return {
    id,
    project: literalGlob(project),
    environment,
    ...(name !== undefined && { on: `${literalGlob(type)}::${literalGlob(name)}` }),
    ...(key !== undefined && { property: literalKey(key) }),
    change: kind,
    ...(accepted !== undefined && { accepted }),
    reason: words.reason,
    owner: words.owner,
    ...(words.ticket !== undefined && { ticket: words.ticket }),
    expires: words.expires,
  };
}

function acceptedValues({ values, facts, path }: Finding): readonly [unknown, unknown] | undefined {
  const hidden = [values.subject, values.reference].some((value) => value instanceof Special);
  if (facts.secret || hidden || (path === undefined && values.subject === undefined && values.reference === undefined))
    return undefined;
  return [reportedValue(values.subject), reportedValue(values.reference)];
}

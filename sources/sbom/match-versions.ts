import type { Sides } from "../../core/model/comparison";
import { releaseLine, sortedDescending } from "./versions";

/** A side's `version`, and its further versions by name. */
export type VersionSlots = readonly [version: string | undefined, others: ReadonlyMap<string, string>];

interface Match {
  readonly subject: string | undefined;
  readonly reference: string | undefined;
}

/**
 * Sets two lists of versions against each other: equal ones, then those of one release line, then the highest of what
 * is left. What differs comes first, so that one change of version is one change of `version`.
 */
export function matchVersions(subject: readonly string[], reference: readonly string[]): Sides<VersionSlots> {
  const matches = matchAll(subject, reference);
  const main = matches.find(isChange) ?? matches.find(isBoth) ?? matches[0];
  const others = matches.filter((match) => match !== main).map((match) => [slotOf(match), match] as const);
  return {
    subject: [main?.subject, slots(others, "subject")],
    reference: [main?.reference, slots(others, "reference")],
  };
}

function matchAll(subject: readonly string[], reference: readonly string[]): readonly Match[] {
  const equal = matchBy(sortedDescending(subject), sortedDescending(reference), withoutV);
  const inLine = matchBy(equal.subject, equal.reference, releaseLine);
  const rest = inLine.subject.map((version, at) => ({ subject: version, reference: inLine.reference[at] }));
  const unmet = inLine.reference.slice(rest.length).map((version) => ({ subject: undefined, reference: version }));
  const same = equal.matches.map(({ reference }) => ({ subject: reference, reference }));
  return [...same, ...inLine.matches, ...rest, ...unmet];
}

function matchBy(
  subject: readonly string[],
  reference: readonly string[],
  keyOf: (version: string) => string,
): { matches: readonly Match[]; subject: readonly string[]; reference: readonly string[] } {
  const left = [...reference];
  const matches: Match[] = [];
  const unmatched = subject.filter((version) => {
    const at = left.findIndex((other) => keyOf(other) === keyOf(version));
    if (at === -1) return true;
    matches.push({ subject: version, reference: left[at] });
    left.splice(at, 1);
    return false;
  });
  return { matches, subject: unmatched, reference: left };
}

/** Some scanners leave out the `v` that Go's versions begin with. */
function withoutV(version: string): string {
  return version.replace(/^v(?=\d)/, "");
}

function isChange(match: Match): boolean {
  return isBoth(match) && match.subject !== match.reference;
}

function isBoth({ subject, reference }: Match): boolean {
  return subject !== undefined && reference !== undefined;
}

function slotOf({ subject, reference }: Match): string {
  return reference ?? subject ?? "";
}

function slots(others: readonly (readonly [string, Match])[], side: keyof Match): ReadonlyMap<string, string> {
  return new Map(
    others.flatMap(([slot, match]) => {
      const version = match[side];
      return version === undefined ? [] : [[slot, version] as const];
    }),
  );
}

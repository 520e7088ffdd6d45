import type { Sides } from "../../core/model/comparison";
import { releaseLine, sortedVersions, versionKey } from "./versions";

/**
 * Sets two lists of versions against each other. Where as many differ on both sides, only those are given, each
 * at the place of the one that it is set against: of one release line first, then by their order. Otherwise both lists
 * stand whole. Equal lists come back as the reference spells them.
 */
export function matchVersions(subject: readonly string[], reference: readonly string[]): Sides<readonly string[]> {
  const [own, other] = [sortedVersions(subject), sortedVersions(reference)];
  const apart = matchBy(own, other, versionKey);
  if (apart.subject.length === 0 && apart.reference.length === 0) return { subject: other, reference: other };
  if (apart.subject.length !== apart.reference.length) return { subject: own, reference: other };
  const inLine = matchBy(apart.subject, apart.reference, releaseLine);
  return {
    subject: [...inLine.matched.map(({ subject }) => subject), ...inLine.subject],
    reference: [...inLine.matched.map(({ reference }) => reference), ...inLine.reference],
  };
}

/** What has a counterpart of the same key, and what is left of both sides. */
function matchBy(
  subject: readonly string[],
  reference: readonly string[],
  keyOf: (version: string) => string,
): Sides<readonly string[]> & { readonly matched: readonly Sides<string>[] } {
  const left = [...reference];
  const matched: Sides<string>[] = [];
  const unmatched = subject.filter((version) => {
    const at = left.findIndex((other) => keyOf(other) === keyOf(version));
    const other = left[at];
    if (other === undefined) return true;
    matched.push({ subject: version, reference: other });
    left.splice(at, 1);
    return false;
  });
  return { matched, subject: unmatched, reference: left };
}

import type { Sides } from "../model/comparison";
import { type Frequencies, KINDS, type PlaceKind, type Places } from "./found-places";
import type { Opposite } from "./opposite-places";

function byFrequency(counts: Frequencies): Frequencies {
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** A text that stands for another one on the other side. */
export interface Place extends Sides<string> {
  readonly source: "account" | "region" | "declared";
  /** How many of the subject's resources name it. */
  readonly occurrences: number;
}

/**
 * Which places stand for which: the two in which the stacks are at home, though one may be used by both, and of those
 * that only one side has the ones in which resources of the same names lie; then those at the same position.
 */
export function matchPlaces(
  { subject, reference }: Sides<Places>,
  opposites: (kind: PlaceKind) => readonly Opposite[],
): readonly Place[] {
  return KINDS.flatMap((kind) => {
    const source = kind === "regions" ? "region" : "account";
    const [own, other] = [byFrequency(subject[kind]), byFrequency(reference[kind])];
    const [home, theirs] = [homeAmong(own, kind, subject), homeAmong(other, kind, reference)];
    const apart = home !== undefined && theirs !== undefined && home !== theirs && (own.has(theirs) || other.has(home));
    const match = (mine: Frequencies, others: Frequencies) => matchRest(mine, others, source, () => opposites(kind));
    if (!apart) return match(own, other);
    const homes = { subject: home, reference: theirs, source, occurrences: own.get(home) ?? 0 } as const;
    return [homes, ...match(without(own, home), without(other, theirs))];
  });
}

/** The share of all mentions that makes a place the one in which most things are. */
const MOST = 2 / 3;

function homeAmong(frequencies: Frequencies, kind: PlaceKind, { homeRegion }: Places): string | undefined {
  if (kind === "regions" && homeRegion !== undefined) return homeRegion;
  const all = [...frequencies.values()].reduce((sum, count) => sum + count, 0);
  const [first] = frequencies;
  return first !== undefined && first[1] >= MOST * all ? first[0] : undefined;
}

function without(frequencies: Frequencies, place: string): Frequencies {
  return new Map([...frequencies].filter(([other]) => other !== place));
}

function matchRest(
  own: Frequencies,
  other: Frequencies,
  source: Place["source"],
  opposites: () => readonly Opposite[],
): readonly Place[] {
  const mine = new Map([...own].filter(([place]) => !other.has(place)));
  const theirs = new Set([...other.keys()].filter((place) => !own.has(place)));
  const matched: Place[] = [];
  const match = (subject: string, reference: string): void => {
    const occurrences = mine.get(subject);
    if (occurrences === undefined || !theirs.delete(reference)) return;
    mine.delete(subject);
    matched.push({ subject, reference, source, occurrences });
  };
  if (mine.size > 1 || theirs.size > 1) for (const { subject, reference } of opposites()) match(subject, reference);
  const rest = [...theirs];
  [...mine.keys()].forEach((place, position) => match(place, rest[position] ?? ""));
  return matched;
}

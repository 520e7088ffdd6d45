import type { Sides } from "../model/comparison";
import { type Frequencies, KINDS, type PlaceKind, type Places } from "./found-places";

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
 * Which places stand for which: the two in which the stacks are at home, though one may be used by both, and the others
 * by their position among those that only one side has.
 */
export function matchPlaces({ subject, reference }: Sides<Places>): readonly Place[] {
  return KINDS.flatMap((kind) => {
    const source = kind === "regions" ? "region" : "account";
    const [own, other] = [byFrequency(subject[kind]), byFrequency(reference[kind])];
    const [home, theirs] = [homeAmong(own, kind, subject), homeAmong(other, kind, reference)];
    const apart = home !== undefined && theirs !== undefined && home !== theirs && (own.has(theirs) || other.has(home));
    if (!apart) return matchByPosition(own, other, source);
    const homes = { subject: home, reference: theirs, source, occurrences: own.get(home) ?? 0 } as const;
    return [homes, ...matchByPosition(without(own, home), without(other, theirs), source)];
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

function matchByPosition(own: Frequencies, other: Frequencies, source: Place["source"]): readonly Place[] {
  const theirs = [...other.keys()].filter((place) => !own.has(place));
  return [...own]
    .filter(([place]) => !other.has(place))
    .flatMap(([place, occurrences], position) => {
      const counterpart = theirs[position];
      return counterpart === undefined ? [] : [{ subject: place, reference: counterpart, source, occurrences }];
    });
}

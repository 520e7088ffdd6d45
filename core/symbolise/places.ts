import type { Sides } from "../model/comparison";
import type { Stack } from "../model/stack";

/** How often a stack's own resources name something, the most frequent first. */
export type Frequencies = ReadonlyMap<string, number>;

/** Where a stack lives: what its own resources name, by kind. */
export type Places = Readonly<Record<PlaceKind, Frequencies>> & {
  /** The region that the program gets where it says none. */
  readonly homeRegion: string | undefined;
};

const KINDS = ["accounts", "subscriptions", "projects", "projectNumbers", "regions"] as const;
type PlaceKind = (typeof KINDS)[number];

const ARN = /^arn:[^:]+:[^:]*:([^:]*):(\d{12})?:/;
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-?\d{1,2}$/;
const SUBSCRIPTION = /^\/subscriptions\/([0-9a-f-]{36})\//i;
const PROJECT = /^projects\/([a-z][a-z0-9-]{4,28}[a-z0-9]|\d{9,14})\//;
const PROVIDER_KEYS = ["region", "location"] as const;

const DEFAULT_PROVIDER = /^default(?:_\d|$)/;

export function placesOf(stack: Stack): Places {
  const found = counts();
  let homeRegion: string | undefined;
  for (const { id, inputs, outputs, role, name } of stack.resources) {
    for (const text of [id, outputs.arn, outputs.name]) if (typeof text === "string") countPlaces(text, found);
    if (role === "provider")
      for (const key of PROVIDER_KEYS) {
        const text = inputs[key];
        if (typeof text !== "string" || !REGION.test(text)) continue;
        increment(found.regions, text);
        if (DEFAULT_PROVIDER.test(name)) homeRegion ??= text;
      }
  }
  return { ...found, homeRegion };
}

type Counts = Readonly<Record<PlaceKind, Map<string, number>>>;

function counts(): Counts {
  const none = () => new Map<string, number>();
  return { accounts: none(), subscriptions: none(), projects: none(), projectNumbers: none(), regions: none() };
}

function countPlaces(text: string, found: Counts): void {
  const [, region, account] = ARN.exec(text) ?? [];
  if (account !== undefined) increment(found.accounts, account);
  if (region !== undefined && REGION.test(region)) increment(found.regions, region);
  const subscription = SUBSCRIPTION.exec(text)?.[1];
  if (subscription !== undefined) increment(found.subscriptions, subscription);
  const project = PROJECT.exec(text)?.[1];
  if (project !== undefined) increment(/^\d/.test(project) ? found.projectNumbers : found.projects, project);
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

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

import { type Features, featuresOf, neighboursOf, type Surroundings } from "./features";
import type { Ledger } from "./ledger";
import { withoutIds } from "../symbolise/opaque";
import { groupFree } from "./unique";

/** A feature that more resources of one type share does not help to tell them apart, and is not looked up. */
const MOST_CANDIDATES = 48;
/** As many pairs of one type are looked at each with each; more are found by what they share. */
const MOST_PAIRS = 4096;

/** How alike two resources must be, and by how much more than either is like any other. */
export interface Likeness {
  readonly least: number;
  readonly margin: number;
}

interface Scored {
  readonly subject: number;
  readonly reference: number;
  readonly score: number;
}

/** Joins what is at least so much alike, the most alike first, type by type. */
export function joinSimilar(ledger: Ledger, { least, margin }: Likeness): void {
  const typeOf = (side: "subject" | "reference", index: number) => ledger.sides[side].types[index];
  const subjects = groupFree(ledger, "subject", typeOf);
  const references = groupFree(ledger, "reference", typeOf);
  const named = typesKnownByName(ledger);
  // In an order that is not the resources': each pair makes its neighbours of other types better known.
  for (const type of [...references.keys()].sort()) {
    const [own, others] = [subjects.get(type), references.get(type)];
    if (own === undefined || others === undefined) continue;
    const leastOfStrangers = named.has(type) ? Math.max(least, LEAST_OF_STRANGERS) : least;
    joinMostAlike(ledger, own, others, { least, margin, leastOfStrangers });
  }
}

/** How alike must be what is called quite otherwise, where others of the type were known by what they are called. */
const LEAST_OF_STRANGERS = 0.6;
const MANY = 2;

/** Types of which several resources were joined by their names: those of the others say something as well. */
function typesKnownByName({ joined, sides }: Ledger): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { subject, via } of joined) {
    const type = sides.subject.types[subject] ?? "";
    if (via === "urn" || via === "name") times.set(type, (times.get(type) ?? 0) + 1);
  }
  return new Set([...times].filter(([, often]) => often >= MANY).map(([type]) => type));
}

/** How alike two resources are, 0 to 1. */
export function similarity(ledger: Ledger, subject: number, reference: number): number {
  return Math.min(
    1,
    alike(look(ledger, "subject", subject), look(ledger, "reference", reference), () => 1),
  );
}

/** The same of what they hold alone, whatever they are called. */
export function sameContent(ledger: Ledger, subject: number, reference: number): number {
  const [own, other] = [look(ledger, "subject", subject), look(ledger, "reference", reference)];
  return overlap(own.content, other.content, () => 1);
}

function joinMostAlike(
  ledger: Ledger,
  subjects: readonly number[],
  references: readonly number[],
  { least, margin, leastOfStrangers }: Likeness & { readonly leastOfStrangers: number },
): void {
  const own = new Map(subjects.map((index) => [index, look(ledger, "subject", index)] as const));
  const others = new Map(references.map((index) => [index, look(ledger, "reference", index)] as const));
  const weigh = weights([...own.values(), ...others.values()]);
  const scored: Scored[] = [];
  for (const [subject, reference] of candidates(own, others)) {
    const [a, b] = [own.get(subject), others.get(reference)];
    if (a === undefined || b === undefined) continue;
    const score = alike(a, b, weigh);
    if (score >= (overlap(a.words, b.words, weigh) < MUCH ? leastOfStrangers : least))
      scored.push({ subject, reference, score });
  }
  const rank = ({ subject, reference }: Scored) => ledger.rank(subject, reference);
  scored.sort((a, b) => b.score - a.score || (rank(a) < rank(b) ? -1 : 1));
  const isClear = clearness(scored, margin);
  for (const one of scored)
    if (isClear(one))
      ledger.join(one.subject, one.reference, "similarity", Math.min(1, Math.round(one.score * 100) / 100));
}

/** Whether no other pair of either resource comes near this one. */
function clearness(scored: readonly Scored[], margin: number): (one: Scored) => boolean {
  if (margin === 0) return () => true;
  const best = { subject: new Map<number, Scored[]>(), reference: new Map<number, Scored[]>() };
  for (const one of scored)
    for (const side of ["subject", "reference"] as const) {
      const known = best[side].get(one[side]);
      if (known === undefined) best[side].set(one[side], [one]);
      else if (known.length < 2) known.push(one);
    }
  return (one) =>
    (["subject", "reference"] as const).every((side) => {
      const [first, second] = best[side].get(one[side]) ?? [];
      return first === one && one.score - (second?.score ?? 0) >= margin;
    });
}

function look(ledger: Ledger, side: "subject" | "reference", index: number): Surroundings {
  const label = (other: number) => ledger.label(side, other);
  const neighbours = neighboursOf(ledger.sides[side], index, label, (other) => !ledger.isFree(side, other));
  return { ...featuresOf(ledger.sides[side], index, label, withoutOutsideIds), neighbours };
}

/** The network that each stack got from a look-up tells nobody from his counterpart. */
function withoutOutsideIds(text: string): string {
  return /\d/.test(text) ? withoutIds(text) : text;
}

function* candidates(
  own: ReadonlyMap<number, Features>,
  others: ReadonlyMap<number, Features>,
): Iterable<readonly [number, number]> {
  if (own.size * others.size <= MOST_PAIRS) {
    for (const subject of own.keys()) for (const reference of others.keys()) yield [subject, reference];
    return;
  }
  const holders = new Map<string, number[]>();
  for (const [reference, features] of others)
    for (const feature of allOf(features)) {
      const list = holders.get(feature);
      if (list === undefined) holders.set(feature, [reference]);
      else list.push(reference);
    }
  for (const [subject, features] of own) {
    const seen = new Set<number>();
    for (const feature of allOf(features)) {
      const list = holders.get(feature) ?? [];
      if (list.length <= MOST_CANDIDATES) for (const reference of list) seen.add(reference);
    }
    for (const reference of seen) yield [subject, reference];
  }
}

function* allOf({ content, words }: Features): Iterable<string> {
  yield* content;
  for (const word of words) yield `~${word}`;
}

type Weigh = (feature: string) => number;

/** What few resources have tells more than what all have. */
function weights(all: readonly Surroundings[]): Weigh {
  const holders = new Map<string, number>();
  for (const features of all)
    for (const feature of [...features.content, ...features.words, ...features.neighbours])
      holders.set(feature, (holders.get(feature) ?? 0) + 1);
  return (feature) => weightOf(holders.get(feature) ?? 1);
}

/** The weight of something that nobody shares: it may be what was changed. */
const ALONE = 0.35;

function weightOf(holders: number): number {
  return holders < 2 ? ALONE : Math.sqrt(2 / holders);
}

/** The share of their words that two names of one thing have in common, mostly. */
const MUCH = 0.5;
const CONTENT = 0.65;
/** Added where those around are the same: what tells two from each other that hold the same. */
const NEIGHBOURS = 0.15;
/** Finer differences come from the order in which weights were added up. */
const PRECISION = 1e6;

function alike(a: Surroundings, b: Surroundings, weigh: Weigh): number {
  const score =
    CONTENT * overlap(a.content, b.content, weigh) +
    (1 - CONTENT) * overlap(a.words, b.words, weigh) +
    NEIGHBOURS * overlap(a.neighbours, b.neighbours, weigh);
  return Math.round(score * PRECISION) / PRECISION;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  let [common, all] = [0, 0];
  for (const feature of a) {
    all += weigh(feature);
    if (b.has(feature)) common += weigh(feature);
  }
  for (const feature of b) if (!a.has(feature)) all += weigh(feature);
  return all === 0 ? 0 : common / all;
}

import { type Features, featuresOf } from "./features";
import type { Ledger } from "./ledger";
import { groupFree } from "./unique";

/** Less alike than this, two resources are a missing and an extra one. */
const LEAST = 0.5;
/** A feature that more resources of one type share does not help to tell them apart, and is not looked up. */
const MOST_CANDIDATES = 48;
/** As many pairs of one type are looked at each with each; more are found by what they share. */
const MOST_PAIRS = 4096;

interface Scored {
  readonly subject: number;
  readonly reference: number;
  readonly score: number;
}

/** Joins what is most alike first, type by type. Says whether anything was joined. */
export function joinSimilar(ledger: Ledger): boolean {
  const before = ledger.joined.length;
  const typeOf = (side: "subject" | "reference", index: number) => ledger.sides[side].types[index];
  const subjects = groupFree(ledger, "subject", typeOf);
  for (const [type, references] of groupFree(ledger, "reference", typeOf)) {
    const own = subjects.get(type);
    if (own !== undefined) joinMostAlike(ledger, own, references);
  }
  return ledger.joined.length > before;
}

/** How alike two resources are, 0 to 1. */
export function similarity(ledger: Ledger, subject: number, reference: number): number {
  return alike(look(ledger, "subject", subject), look(ledger, "reference", reference));
}

function joinMostAlike(ledger: Ledger, subjects: readonly number[], references: readonly number[]): void {
  const own = new Map(subjects.map((index) => [index, look(ledger, "subject", index)] as const));
  const others = new Map(references.map((index) => [index, look(ledger, "reference", index)] as const));
  const scored: Scored[] = [];
  for (const [subject, reference] of candidates(own, others)) {
    const [a, b] = [own.get(subject), others.get(reference)];
    const score = a === undefined || b === undefined ? 0 : alike(a, b);
    if (score >= LEAST) scored.push({ subject, reference, score });
  }
  scored.sort((a, b) => b.score - a.score || compareNames(ledger, a, b));
  for (const { subject, reference, score } of scored)
    ledger.join(subject, reference, "similarity", Math.round(score * 100) / 100);
}

function look(ledger: Ledger, side: "subject" | "reference", index: number): Features {
  return featuresOf(ledger.sides[side], index, (other) => ledger.label(side, other));
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

const CONTENT = 0.65;

function alike(a: Features, b: Features): number {
  return CONTENT * overlap(a.content, b.content) + (1 - CONTENT) * overlap(a.words, b.words);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 0;
  let common = 0;
  for (const feature of a) if (b.has(feature)) common += 1;
  return common / (a.size + b.size - common);
}

/** An order that does not depend on the order of resources, and is the same with the sides swapped. */
function compareNames(ledger: Ledger, a: Scored, b: Scored): number {
  const [x, y] = [namesOf(ledger, a), namesOf(ledger, b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function namesOf({ sides }: Ledger, { subject, reference }: Scored): string {
  return [sides.subject.resources[subject]?.name, sides.reference.resources[reference]?.name].sort().join("|");
}

import type { Value } from "../model/value";
import type { Context } from "./context";
import { added, type Draft, elementAt, NOTHING, removed, type Site } from "./draft";
import { cheapestPairs } from "./cheapest-pairs";
import { distanceBetween } from "./leftover";

/** Longer lists of different length are compared position by position. */
const LONGEST = 400;

/** Of this many pairs it is tried which differ least. */
const MOST_PAIRS = 256;

/** Compares two sequences: position by position, or around what they have in common where one is longer. */
export function compareOrdered(
  subject: readonly Value[],
  reference: readonly Value[],
  site: Site,
  context: Context,
): readonly Draft[] {
  if (subject.length === reference.length || Math.max(subject.length, reference.length) > LONGEST)
    return compareRun(subject, reference, 0, 0, site, context);
  const own = subject.map((value) => context.texts.subject.value(value));
  const others = reference.map((value) => context.texts.reference.value(value));
  const drafts: Draft[] = [];
  let [from, fromOther] = [0, 0];
  for (const [at, other] of [...inCommon(own, others), [own.length, others.length] as const]) {
    drafts.push(
      ...compareRun(subject.slice(from, at), reference.slice(fromOther, other), from, fromOther, site, context),
    );
    [from, fromOther] = [at + 1, other + 1];
  }
  return drafts;
}

function compareRun(
  subject: readonly Value[],
  reference: readonly Value[],
  offset: number,
  otherOffset: number,
  site: Site,
  context: Context,
): readonly Draft[] {
  if (subject.length === 0 && reference.length === 0) return NOTHING;
  const compareAt = (at: number, other: number): readonly Draft[] => {
    const [own, there] = [subject[at] ?? null, reference[other] ?? null];
    return own === there ? NOTHING : context.compare(own, there, elementAt(site, offset + at, own));
  };
  const pairs = pairsIn(subject.length, reference.length, (at, other) =>
    distanceBetween(subject[at] ?? null, reference[other] ?? null, compareAt(at, other), context),
  );
  const [own, others] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, other]) => other))];
  return [
    ...pairs.flatMap(([at, other]) => compareAt(at, other)),
    ...subject.flatMap((value, at) => (own.has(at) ? [] : [added(value, elementAt(site, offset + at, value))])),
    ...reference.flatMap((value, at) =>
      others.has(at) ? [] : [removed(value, elementAt(site, otherOffset + at, value))],
    ),
  ];
}

/** By their places where as many are left on both sides, or too many to try; else those that differ least. */
function pairsIn(
  own: number,
  others: number,
  cost: (at: number, other: number) => number,
): readonly (readonly [number, number])[] {
  if (own !== others && own > 0 && others > 0 && own * others <= MOST_PAIRS)
    return own > others
      ? cheapestPairs(own, others, cost)
      : cheapestPairs(others, own, (other, at) => cost(at, other)).map(([other, at]) => [at, other] as const);
  return Array.from({ length: Math.min(own, others) }, (_, at) => [at, at] as const);
}

/** The same from either side: of several possibilities the one that the longer list gives. */
function inCommon(own: readonly string[], others: readonly string[]): readonly (readonly [number, number])[] {
  if (own.length >= others.length) return commonSubsequence(own, others);
  return commonSubsequence(others, own).map(([other, at]) => [at, other] as const);
}

/** Positions, in both, of a longest common subsequence. */
function commonSubsequence(own: readonly string[], others: readonly string[]): readonly (readonly [number, number])[] {
  const width = others.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = own.length - 1; row >= 0; row -= 1)
    for (let column = others.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        own[row] === others[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const common: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < own.length && column < others.length;)
    if (own[row] === others[column]) common.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  return common;
}

import type { Sides } from "../model/comparison";
import { isList, isMap, Unknown, type Value } from "../model/value";
import { withoutIds } from "../symbolise/opaque";
import type { Context } from "./context";
import { added, type Draft, element, removed, type Site } from "./draft";
import { mentionsAlone } from "./mentions";

/** As many elements that are left over on both sides are compared each with each; more are added and removed. */
const MOST_PAIRS = 1024;
/** Two elements that differ in more than this share of what they hold are two elements. */
const FARTHEST = 0.6;

/** An element of a list that has no equal on the other side. */
export interface Element {
  readonly value: Value;
  readonly at: number;
  /** What it is called in a path. */
  readonly shown: () => string;
}

interface Pair extends Sides<Element> {
  readonly differences: readonly Draft[];
}

interface Alike extends Pair {
  readonly distance: number;
}

/** Compares what is left over of two lists: each with what it is most like, the rest added and removed. */
export function compareLeftover(
  own: readonly Element[],
  others: readonly Element[],
  site: Site,
  context: Context,
  apart = false,
): readonly Draft[] {
  const pairs = apart ? [] : pairsOf(own, others, site, context);
  const several = Math.max(own.length, others.length) > 1;
  const taken = new Set(pairs.flatMap(({ subject, reference }) => [subject, reference]));
  return [
    ...pairs.flatMap(({ differences }) =>
      several ? differences.map((draft) => ({ ...draft, unordered: true })) : differences,
    ),
    ...own
      .filter((one) => !taken.has(one))
      .map(({ value, at, shown }) => added(value, element(site, at, value, shown))),
    ...others
      .filter((one) => !taken.has(one))
      .map(({ value, at, shown }) => removed(value, element(site, at, value, shown))),
  ];
}

function pairsOf(own: readonly Element[], others: readonly Element[], site: Site, context: Context): readonly Pair[] {
  if (own.length * others.length <= MOST_PAIRS) return mostAlike(own, others, site, context);
  return unknownPairs(own, others).map(({ subject, reference }) => ({
    ...{ subject, reference },
    differences: compareElements(subject, reference, site, context),
  }));
}

/** Of very many, what is not known yet is taken for what the others leave over, in their order. */
function unknownPairs(own: readonly Element[], others: readonly Element[]): readonly Sides<Element>[] {
  const isUnknown = ({ value }: Element) => value instanceof Unknown;
  const isKnown = (one: Element) => !isUnknown(one);
  const references = [...others.filter(isKnown), ...others.filter(isUnknown)];
  return [...own.filter(isUnknown), ...own.filter(isKnown)].flatMap((subject, at) => {
    const reference = references[at];
    return reference !== undefined && (isUnknown(subject) || isUnknown(reference)) ? [{ subject, reference }] : [];
  });
}

function compareElements(subject: Element, reference: Element, site: Site, context: Context): readonly Draft[] {
  const here = element(site, subject.at, subject.value, subject.shown);
  return context.compare(subject.value, reference.value, here);
}

/** Pairs in order of likeness; what has nothing in common pairs only where each side has as many left. */
function mostAlike(
  own: readonly Element[],
  others: readonly Element[],
  site: Site,
  context: Context,
): readonly Alike[] {
  const sameNumber = own.length === others.length;
  const pairs: Alike[] = [];
  for (const subject of own)
    for (const reference of others) {
      const differences = compareElements(subject, reference, site, context);
      const distance = distanceBetween(subject.value, reference.value, differences, context);
      if (distance < FARTHEST || sameNumber) pairs.push({ subject, reference, differences, distance });
    }
  pairs.sort((a, b) => a.distance - b.distance);
  const taken = new Set<Element>();
  return pairs.filter(({ subject, reference }) => {
    if (taken.has(subject) || taken.has(reference)) return false;
    taken.add(subject).add(reference);
    return true;
  });
}

/** The share of two elements that differs; less where what differs is only one thing in other words. */
export function distanceBetween(
  subject: Value,
  reference: Value,
  differences: readonly Draft[],
  context: Context,
): number {
  // What is not known yet may be any of them: it is what the others leave over.
  if (subject instanceof Unknown || reference instanceof Unknown) return FARTHEST - Number.EPSILON;
  if (differences.length > 0 && differences.every((one) => alikeOutside(one, context))) return FARTHEST / 2;
  if (typeof subject === "string" && typeof reference === "string") {
    const common = shareInCommon(context.texts.subject.named(subject), context.texts.reference.named(reference));
    if (common >= MOSTLY) return FARTHEST * (1 - common / 2);
  }
  return differences.length / Math.max(weight(subject), weight(reference));
}

/** Shorter texts begin and end alike by chance. */
const SHORTEST_ALIKE = 16;
/** Two texts that have so much in common are one that was changed. */
const MOSTLY = 0.7;

/** How much of the longer of two texts is the same at their beginning and their end; 0 of short ones. */
function shareInCommon(one: string, other: string): number {
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (longer < SHORTEST_ALIKE || one === other) return 0;
  let [start, end] = [0, 0];
  while (start < shorter && one[start] === other[start]) start += 1;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return (start + end) / longer;
}

/**
 * Whether two texts differ at most in identifiers of things that are not in both stacks: outside both, or missing on one
 * side, where they may be named all the same.
 */
function alikeOutside({ subject, reference }: Draft, context: Context): boolean {
  if (typeof subject !== "string" || typeof reference !== "string") return false;
  const { texts } = context;
  if (withoutIds(texts.subject.text(subject)) === withoutIds(texts.reference.text(reference))) return true;
  if (withoutIds(texts.subject.named(subject)) !== withoutIds(texts.reference.named(reference))) return false;
  return mentionsAlone(subject, "subject", context) || mentionsAlone(reference, "reference", context);
}

/** How many single values it holds, at least one. */
export function weight(value: Value): number {
  const parts = isList(value) ? value : isMap(value) ? Object.values(value) : [];
  return parts.reduce<number>((sum, part) => sum + weight(part), 0) || 1;
}

import { isList, isMap, type Value } from "../model/value";
import type { Context } from "./context";
import type { SideTexts } from "./side-texts";
import { added, type Draft, element, NOTHING, removed, type Site } from "./draft";

/** As many elements that are left over on both sides are compared each with each; more are taken in order. */
const MOST_PAIRS = 1024;

interface Element {
  readonly value: Value;
  readonly at: number;
}

/** Compares two lists in which order means nothing. What is left over is paired with what it is most like. */
export function compareSets(
  subject: readonly Value[],
  reference: readonly Value[],
  site: Site,
  context: Context,
): readonly Draft[] {
  const [own, others] = withoutEqual(subject, reference, context);
  if (own.length === 0 && others.length === 0) return NOTHING;
  const drafts: Draft[] = [];
  for (const { subject: one, reference: other, differences } of mostAlike(own, others, site, context)) {
    own.splice(own.indexOf(one), 1);
    others.splice(others.indexOf(other), 1);
    drafts.push(...differences);
  }
  drafts.push(...own.map(({ value, at }) => added(value, element(site, at, keyOf(value, context.texts.subject)))));
  drafts.push(
    ...others.map(({ value, at }) => removed(value, element(site, at, keyOf(value, context.texts.reference)))),
  );
  return drafts;
}

function withoutEqual(
  subject: readonly Value[],
  reference: readonly Value[],
  { texts }: Context,
): [Element[], Element[]] {
  const waiting = new Map<string, Element[]>();
  reference.forEach((value, at) => {
    const key = texts.reference.value(value);
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [{ value, at }]);
    else list.push({ value, at });
  });
  const left = subject.flatMap((value, at) =>
    waiting.get(texts.subject.value(value))?.shift() === undefined ? [{ value, at }] : [],
  );
  return [left, [...waiting.values()].flat().sort((a, b) => a.at - b.at)];
}

interface Alike {
  readonly subject: Element;
  readonly reference: Element;
  readonly differences: readonly Draft[];
}

/** Pairs in order of likeness; scalars that differ pair only where each side has as many of them left. */
function mostAlike(
  own: readonly Element[],
  others: readonly Element[],
  site: Site,
  context: Context,
): readonly Alike[] {
  const sameNumber = own.length === others.length;
  const pairs: (Alike & { readonly distance: number })[] = [];
  if (own.length * others.length > MOST_PAIRS) return [];
  for (const subject of own)
    for (const reference of others) {
      const here = element(site, subject.at, keyOf(subject.value, context.texts.subject));
      const differences = context.compare(subject.value, reference.value, here);
      const distance = differences.length / Math.max(weight(subject.value), weight(reference.value));
      if (distance < 0.6 || sameNumber) pairs.push({ subject, reference, differences, distance });
    }
  pairs.sort((a, b) => a.distance - b.distance);
  const taken = new Set<Element>();
  return pairs.filter(({ subject, reference }) => {
    if (taken.has(subject) || taken.has(reference)) return false;
    taken.add(subject).add(reference);
    return true;
  });
}

function weight(value: Value): number {
  if (isList(value)) return value.reduce<number>((sum, element) => sum + weight(element), 0) || 1;
  if (isMap(value)) return Object.keys(value).reduce((sum, key) => sum + weight(value[key] ?? null), 0) || 1;
  return 1;
}

const LONGEST_KEY = 80;

/** What an element of a set is called in a path: itself, where it is short enough. */
function keyOf(value: Value, texts: SideTexts): string {
  const text = typeof value === "string" ? texts.shown(value) : JSON.stringify(value);
  return text.slice(0, LONGEST_KEY);
}

import type { Value, ValueMap } from "../model/value";
import type { Context } from "./context";
import { type Draft, element, NOTHING, type Site } from "./draft";
import { withoutIds } from "../symbolise/opaque";
import { sameLeaves } from "./same-leaves";
import { compareLeftover } from "./leftover";
import { compareRenamed, type KeyedElement, sameButForIds } from "./renamed-elements";
import type { SideTexts } from "./side-texts";

/** What an element of a list is known by: what it means, and how people read it. */
export interface ElementKey {
  readonly meaning: string;
  readonly shown: () => string;
  /** Without the identifiers that are in it. */
  readonly named: () => string;
}

/** The key of each element, in order; undefined where one has none or two have the same. `+` joins keys. */
export function elementKeys(
  list: readonly ValueMap[],
  key: string,
  texts: SideTexts,
): readonly ElementKey[] | undefined {
  const keys = new Map<string, ElementKey>();
  for (const element of list) {
    const meaning = keyOf(element, key, texts.text);
    if (meaning === undefined) return undefined;
    keys.set(meaning, {
      meaning,
      shown: () => keyOf(element, key, texts.shown) ?? "",
      named: () => keyOf(element, key, (text) => withoutIds(texts.named(text))) ?? "",
    });
  }
  return keys.size === list.length ? [...keys.values()] : undefined;
}

function keyOf(element: ValueMap, key: string, write: (text: string) => string): string | undefined {
  const parts = key.split("+").map((name) => keyPart(element, name, write));
  return parts.includes(undefined) ? undefined : parts.join("|");
}

function keyPart(element: ValueMap, name: string, write: (text: string) => string): string | undefined {
  const value = Object.hasOwn(element, name) ? element[name] : undefined;
  if (typeof value === "string") return write(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Whether both lists hold elements of the same keys in the same order, as written: then nobody has to ask what they mean. */
export function sameKeys(subject: readonly ValueMap[], reference: readonly ValueMap[], key: string): boolean {
  if (subject.length !== reference.length) return false;
  const keys = new Set<string>();
  for (const [at, element] of subject.entries()) {
    const own = keyOf(element, key, asWritten);
    if (own === undefined || own !== keyOf(reference[at] ?? {}, key, asWritten)) return false;
    keys.add(own);
  }
  return keys.size === subject.length;
}

const asWritten = (text: string): string => text;

/** Compares lists whose elements have the same keys in the same order. */
export function compareInPlace(
  subject: readonly ValueMap[],
  reference: readonly ValueMap[],
  key: string,
  site: Site,
  context: Context,
): readonly Draft[] {
  const { shown } = context.texts.subject;
  return subject.flatMap((own, at) => {
    const other = reference[at] ?? null;
    if (sameLeaves(own, other)) return NOTHING;
    return context.compare(
      own,
      other,
      element(site, at, own, () => keyOf(own, key, shown) ?? ""),
    );
  });
}

export interface KeyedLists {
  readonly own: readonly ElementKey[];
  readonly subject: readonly Value[];
  readonly other: readonly ElementKey[];
  readonly reference: readonly Value[];
  /** Whether the key names an element, so that another key is another element. */
  readonly named: boolean;
}

/**
 * Compares elements that have the same key, and those whose keys differ in nothing but an identifier. Of the others,
 * those whose key is a name are added or removed as a whole; where the key only describes the element (a port, a
 * range), one may have become the other.
 */
export function compareKeyed(lists: KeyedLists, site: Site, context: Context): readonly Draft[] {
  const { subject, reference } = lists;
  const positions = new Map(lists.other.map((key, at) => [key.meaning, at] as const));
  const drafts: Draft[] = [];
  const left: KeyedElement[] = [];
  lists.own.forEach(({ meaning, shown, named }, at) => {
    const position = positions.get(meaning);
    const value = subject[at] ?? null;
    if (position === undefined) left.push({ value, at, shown, named });
    else drafts.push(...context.compare(value, reference[position] ?? null, element(site, at, value, shown)));
    positions.delete(meaning);
  });
  const otherLeft = [...positions.values()].flatMap((at) => {
    const key = lists.other[at];
    return key === undefined ? [] : [{ ...key, value: reference[at] ?? null, at }];
  });
  if (left.length === 0 || otherLeft.length === 0 || !lists.named)
    return [...drafts, ...compareLeftover(left, otherLeft, site, context, lists.named)];
  const pairs = sameButForIds(left, otherLeft);
  for (const [one, counterpart] of pairs)
    drafts.push(...context.compare(one.value, counterpart.value, element(site, one.at, one.value, one.shown)));
  const taken = new Set<KeyedElement>(pairs.flat());
  const rest = (elements: readonly KeyedElement[]) => elements.filter((one) => !taken.has(one));
  const [own, others] = [rest(left), rest(otherLeft)];
  return [
    ...drafts,
    ...(compareRenamed(own, others, site, context) ?? compareLeftover(own, others, site, context, true)),
  ];
}

import type { Value, ValueMap } from "../model/value";
import type { Context } from "./context";
import { type Draft, element, type Site } from "./draft";
import { compareLeftover, type Element } from "./leftover";
import type { SideTexts } from "./side-texts";

/** What an element of a list is known by: what it means, and how people read it. */
export interface ElementKey {
  readonly meaning: string;
  readonly shown: string;
}

/** The key of each element, in order; undefined where one has none or two have the same. `+` joins keys. */
export function elementKeys(
  list: readonly ValueMap[],
  key: string,
  texts: SideTexts,
): readonly ElementKey[] | undefined {
  const names = key.split("+");
  const keys = new Map<string, ElementKey>();
  for (const element of list) {
    const meanings = names.map((name) => keyPart(element, name, texts.text));
    if (meanings.includes(undefined)) return undefined;
    const meaning = meanings.join("|");
    keys.set(meaning, { meaning, shown: names.map((name) => keyPart(element, name, texts.shown)).join("|") });
  }
  return keys.size === list.length ? [...keys.values()] : undefined;
}

function keyPart(element: ValueMap, name: string, write: (text: string) => string): string | undefined {
  const value = Object.hasOwn(element, name) ? element[name] : undefined;
  if (typeof value === "string") return write(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
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
 * Compares elements that have the same key. Of the others, those whose key is a name are added or removed as a whole;
 * where the key only describes the element (a port, a range), one may have become the other.
 */
export function compareKeyed(lists: KeyedLists, site: Site, context: Context): readonly Draft[] {
  const { own, subject, other, reference } = lists;
  const positions = new Map(other.map((key, at) => [key.meaning, at] as const));
  const drafts: Draft[] = [];
  const left: Element[] = [];
  own.forEach(({ meaning, shown }, at) => {
    const position = positions.get(meaning);
    const value = subject[at] ?? null;
    if (position === undefined) left.push({ value, at, shown });
    else drafts.push(...context.compare(value, reference[position] ?? null, element(site, at, shown)));
    positions.delete(meaning);
  });
  const others = [...positions.values()].map((at) => ({
    value: reference[at] ?? null,
    at,
    shown: other[at]?.shown ?? "",
  }));
  return [...drafts, ...compareLeftover(left, others, site, context, lists.named)];
}

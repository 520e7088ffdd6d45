import type { Value, ValueMap } from "../model/value";
import type { Context } from "./context";
import { added, type Draft, element, removed, type Site } from "./draft";
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
}

/** Compares elements that have the same key; the others are added or removed as a whole. */
export function compareKeyed(
  { own, subject, other, reference }: KeyedLists,
  site: Site,
  context: Context,
): readonly Draft[] {
  const positions = new Map(other.map((key, at) => [key.meaning, { at, shown: key.shown }] as const));
  const drafts: Draft[] = [];
  own.forEach(({ meaning, shown }, at) => {
    const position = positions.get(meaning);
    const here = element(site, at, shown);
    const value = subject[at] ?? null;
    if (position === undefined) drafts.push(added(value, here));
    else drafts.push(...context.compare(value, reference[position.at] ?? null, here));
    positions.delete(meaning);
  });
  for (const { at, shown } of positions.values()) drafts.push(removed(reference[at] ?? null, element(site, at, shown)));
  return drafts;
}

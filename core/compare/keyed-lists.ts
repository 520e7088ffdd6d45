import type { Value, ValueMap } from "../model/value";
import type { Context } from "./context";
import { added, type Draft, element, removed, type Site } from "./draft";
import type { SideTexts } from "./side-texts";

/** The canonical key of each element, in order; undefined where one has none or two have the same. `+` joins keys. */
export function elementKeys(list: readonly ValueMap[], key: string, texts: SideTexts): readonly string[] | undefined {
  const names = key.split("+");
  const seen = new Set<string>();
  for (const element of list) {
    const parts = names.map((name) => (Object.hasOwn(element, name) ? element[name] : undefined));
    if (parts.some((part) => part === undefined || (typeof part === "object" && part !== null))) return undefined;
    const joined = parts.map((part) => (typeof part === "string" ? texts.text(part) : String(part))).join("|");
    if (seen.has(joined)) return undefined;
    seen.add(joined);
  }
  return [...seen];
}

export interface KeyedLists {
  readonly own: readonly string[];
  readonly subject: readonly Value[];
  readonly other: readonly string[];
  readonly reference: readonly Value[];
}

/** Compares elements that have the same key; the others are added or removed as a whole. */
export function compareKeyed(
  { own, subject, other, reference }: KeyedLists,
  site: Site,
  context: Context,
): readonly Draft[] {
  const positions = new Map(other.map((key, at) => [key, at] as const));
  const drafts: Draft[] = [];
  own.forEach((key, at) => {
    const position = positions.get(key);
    const here = element(site, at, key);
    const value = subject[at] ?? null;
    if (position === undefined) drafts.push(added(value, here));
    else drafts.push(...context.compare(value, reference[position] ?? null, here));
    positions.delete(key);
  });
  for (const [key, at] of positions) drafts.push(removed(reference[at] ?? null, element(site, at, key)));
  return drafts;
}

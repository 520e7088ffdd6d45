import { isRawMap, member, type Raw, type RawMap } from "./shape";

/** How providers mark, within each object, which of its properties they filled in. */
const MARK = "__defaults";
/** Real inputs stay far below; what lies deeper is a document, and no provider fills in a part of it. */
const DEEPEST = 16;

/** The places that a provider filled in, steps joined by `.`, `*` for the elements of a list; undefined for none. */
export function filledIn(inputs: RawMap): ReadonlySet<string> | undefined {
  const places = new Set<string>();
  collect(inputs, "", 0, places);
  return places.size === 0 ? undefined : places;
}

function collect(raw: Raw, before: string, depth: number, places: Set<string>): void {
  if (typeof raw !== "object" || raw === null || depth > DEEPEST) return;
  if (Array.isArray(raw)) for (const element of raw) collect(element, `${before}*.`, depth + 1, places);
  else if (isRawMap(raw)) {
    const marked = member(raw, MARK);
    if (Array.isArray(marked)) for (const name of marked) places.add(before + String(name));
    for (const key of Object.keys(raw)) {
      const value = raw[key];
      if (typeof value === "object" && key !== MARK) collect(value, `${before}${key}.`, depth + 1, places);
    }
  }
}

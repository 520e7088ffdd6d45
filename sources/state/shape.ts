import { ReadError } from "../../core/errors";

/** JSON as it was parsed: nothing is known of it yet. */
export type Raw = unknown;
export type RawMap = Readonly<Record<string, Raw>>;

export function isRawMap(raw: Raw): raw is RawMap {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

/** A member of its own; what the prototype has (`constructor`) is not there. */
export function member(map: RawMap, key: string): Raw {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Where in which file something was found, for the one line that says what is wrong with it. */
export interface Place {
  readonly source: string;
  readonly path: string;
}

export function inside(place: Place, step: string | number): Place {
  const suffix = typeof step === "number" ? `[${String(step)}]` : `${place.path === "" ? "" : "."}${spelled(step)}`;
  return { source: place.source, path: place.path + suffix };
}

/** A key on one line, whatever it is made of. */
function spelled(key: string): string {
  return /^[\w$:@/-]{1,80}$/.test(key) ? key : JSON.stringify(key.slice(0, 80));
}

export function malformed(place: Place, expected: string): ReadError {
  return new ReadError(`${place.path === "" ? "the document" : place.path} should be ${expected}`, place.source);
}

export function mapAt(map: RawMap, key: string, place: Place): RawMap | undefined {
  const raw = member(map, key);
  if (raw === undefined || raw === null) return undefined;
  if (isRawMap(raw)) return raw;
  throw malformed(inside(place, key), "an object");
}

export function listAt(map: RawMap, key: string, place: Place): readonly Raw[] {
  const raw = member(map, key);
  if (raw === undefined || raw === null) return [];
  if (Array.isArray(raw)) return raw;
  throw malformed(inside(place, key), "a list");
}

export function textAt(map: RawMap, key: string, place: Place): string | undefined {
  const raw = member(map, key);
  if (raw === undefined || raw === null || raw === "") return undefined;
  if (typeof raw === "string") return raw;
  throw malformed(inside(place, key), "a text");
}

export function flagAt(map: RawMap, key: string, place: Place): boolean {
  const raw = member(map, key);
  if (raw === undefined || raw === null) return false;
  if (typeof raw === "boolean") return raw;
  throw malformed(inside(place, key), "true or false");
}

export function textsAt(map: RawMap, key: string, place: Place): readonly string[] {
  const list = listAt(map, key, place);
  if (areTexts(list)) return list;
  const wrong = list.findIndex((raw) => typeof raw !== "string");
  throw malformed(inside(inside(place, key), wrong), "a text");
}

function areTexts(list: readonly Raw[]): list is readonly string[] {
  return list.every((raw) => typeof raw === "string");
}

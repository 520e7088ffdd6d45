import { isList, isMap, type Value, type ValueMap } from "../model/value";

/**
 * Whether two values are the same as written, as far as that can be told without going further in than one level: most
 * elements and tags are, and need neither a place nor what the catalogue says of it.
 */
export function sameLeaves(subject: Value, reference: Value): boolean {
  if (subject === reference) return true;
  if (typeof subject !== "object" || typeof reference !== "object") return false;
  if (isList(subject) && isList(reference)) return sameElements(subject, reference);
  return isMap(subject) && isMap(reference) && sameEntries(subject, reference);
}

function sameElements(subject: readonly Value[], reference: readonly Value[]): boolean {
  return subject.length === reference.length && subject.every((element, at) => element === reference[at]);
}

function sameEntries(subject: ValueMap, reference: ValueMap): boolean {
  const keys = Object.keys(subject);
  for (const key of keys) if (subject[key] !== reference[key] || !Object.hasOwn(reference, key)) return false;
  return keys.length === Object.keys(reference).length;
}

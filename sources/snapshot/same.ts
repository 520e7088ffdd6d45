import { isList, isMap, type Value } from "../../core/model/value";

/** Equal as data; assets and references never are, and two marks of one kind are. */
export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  if (isList(one))
    return isList(other) && one.length === other.length && one.every((element, at) => sameValue(element, other[at]));
  if (!isMap(one) || !isMap(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
}

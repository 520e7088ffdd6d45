import type { Value, ValueMap } from "../../core/model/value";
import { emptyMap } from "../state/values";

/** A map of the model from its entries; later ones win, keys may be `__proto__`. */
export function valueMap(entries: Iterable<readonly [string, Value]>): ValueMap {
  const map = emptyMap();
  for (const [key, value] of entries) map[key] = value;
  return map;
}

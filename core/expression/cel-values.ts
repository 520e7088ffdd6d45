import { isList, isMap, Special, type Value, type ValueMap } from "../model/value";

/** What a CEL expression can read: whole numbers are integers there, and what is not known is not there. */
export type CelValue = null | boolean | number | bigint | string | CelValue[] | CelMap;
/** An interface, since a type may not be made of itself. */
export interface CelMap {
  [key: string]: CelValue;
}

/** More elements than this in one list, and an expression over it could take long. */
const LONGEST_LIST = 1000;
const DEEPEST = 30;

/** Throws RangeError where the value is too large to reckon with. */
export function celValue(value: Value, depth = 0): CelValue | undefined {
  if (depth > DEEPEST) throw new RangeError(`a value is nested deeper than ${DEEPEST} levels`);
  if (value instanceof Special) return undefined;
  if (isList(value)) return celList(value, depth);
  if (isMap(value)) return celMap(value, depth);
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
}

export function celMap(map: ValueMap, depth = 0): CelMap {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => {
      const read = celValue(value, depth + 1);
      return read === undefined ? [] : [[key, read] as const];
    }),
  );
}

function celList(list: readonly Value[], depth: number): CelValue[] {
  if (list.length > LONGEST_LIST) throw new RangeError(`a list has more than ${LONGEST_LIST} elements`);
  return list.flatMap((value) => {
    const read = celValue(value, depth + 1);
    return read === undefined ? [] : [read];
  });
}

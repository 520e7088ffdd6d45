import { uniqueBy } from "../group-by";
import { nameOfPair } from "../model/named-value";
import type { Context } from "./context";
import { type Draft, element, type Site } from "./draft";
import { type Element, weight } from "./leftover";

/** An element with a key that the other side does not have. */
export interface KeyedElement extends Element {
  /** The key without the identifiers that are in it. */
  readonly named: () => string;
}

/** An element that says little has more than its name in common with another by chance. */
const FEWEST_PARTS = 3;

/**
 * The only element that is left over on each side, where they differ in nothing but what they are called. A variable
 * of another name is another variable.
 */
export function compareRenamed(
  own: readonly Element[],
  others: readonly Element[],
  site: Site,
  context: Context,
): readonly Draft[] | undefined {
  const [one, more] = own;
  const [other, moreThere] = others;
  if (one === undefined || other === undefined || more !== undefined || moreThere !== undefined) return undefined;
  if (weight(one.value) < FEWEST_PARTS || nameOfPair(one.value) !== undefined) return undefined;
  const differences = context.compare(one.value, other.value, element(site, one.at, one.value, one.shown));
  return differences.length <= 1 ? differences : undefined;
}

/** Pairs whose keys differ in nothing but an identifier; of those, either side has only one. */
export function sameButForIds(
  own: readonly KeyedElement[],
  others: readonly KeyedElement[],
): readonly (readonly [KeyedElement, KeyedElement])[] {
  const byName = uniqueBy(others, (one) => one.named());
  return [...uniqueBy(own, (one) => one.named())].flatMap(([name, one]) => {
    const counterpart = byName.get(name);
    return counterpart === undefined ? [] : [[one, counterpart] as const];
  });
}

import type { ListSemantics } from "../model/catalogue";
import { isMap, type Value, type ValueMap } from "../model/value";
import type { Context } from "./context";
import { changed, type Draft, NOTHING, type Site } from "./draft";
import { compareInPlace, compareKeyed, type ElementKey, elementKeys, sameKeys } from "./keyed-lists";
import { compareOrdered } from "./ordered-lists";
import { compareSets } from "./sets";

/** By these, elements of a list are mostly told apart where the catalogue knows no better. */
const USUAL_KEYS = ["name", "key", "Name", "Key", "id"];

/** Compares two lists as what they are: a sequence, a set, or elements that have keys of their own. */
export function compareLists(
  subject: readonly Value[],
  reference: readonly Value[],
  site: Site,
  context: Context,
): readonly Draft[] {
  const longer = Math.max(subject.length, reference.length);
  if (longer === 0) return NOTHING;
  if (longer > 1 && Math.min(subject.length, reference.length) === 0) return changed(subject, reference, site);
  const semantics = semanticsOf(site, context);
  if (areMaps(subject) && areMaps(reference)) {
    for (const key of keysOf(semantics)) {
      if (sameKeys(subject, reference, key)) return compareInPlace(subject, reference, key, site, context);
      const [own, other] = [
        elementKeys(subject, key, context.texts.subject),
        elementKeys(reference, key, context.texts.reference),
      ];
      if (own !== undefined && other !== undefined && !(GENERATED.has(key) && haveNothingInCommon(own, other)))
        return compareKeyed({ own, subject, other, reference, named: NAMING.test(key) }, site, context);
    }
  }
  if (semantics.kind === "ordered") return compareOrdered(subject, reference, site, context);
  return compareSets(subject, reference, site, context);
}

/** Where these are each side's own throughout, somebody else has made them, and they tell no element. */
const GENERATED = new Set(["id"]);

function haveNothingInCommon(own: readonly ElementKey[], other: readonly ElementKey[]): boolean {
  const meanings = new Set(own.map(({ meaning }) => meaning));
  return own.length === other.length && !other.some(({ meaning }) => meanings.has(meaning));
}

const NAMING = /(?:name|key|id|type)$/i;

const SET: ListSemantics = { kind: "set" };

function semanticsOf({ type, asked, within }: Site, { catalogue }: Context): ListSemantics {
  return within === "iam" ? SET : catalogue.property(type, asked).list;
}

function keysOf(semantics: ListSemantics): readonly string[] {
  if (semantics.kind === "keyed") return semantics.keys;
  return semantics === SET ? [] : USUAL_KEYS;
}

function areMaps(list: readonly Value[]): list is readonly ValueMap[] {
  return list.every(isMap);
}

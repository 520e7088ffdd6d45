import { groupBy, uniqueBy } from "../group-by";
import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Context } from "./context";
import type { Site } from "./draft";
import { differingParts, namingPlaces } from "./evidence";

/** By pair: the hosts that either resource is known by, one for the other. */
const known = new WeakMap<Sides<Resource>, ReadonlyMap<string, string>>();

/**
 * Whether two texts differ only in the hosts that their own two resources are known by: what is allowed from the
 * `domain` of an application is allowed from its own, wherever that is.
 */
export function sameButForOwnHosts(subject: string, reference: string, { pair }: Site, context: Context): boolean {
  const parts = differingParts({ subject, reference }, context);
  if (parts.length === 0) return false;
  let hosts = known.get(pair);
  if (hosts === undefined) known.set(pair, (hosts = ownHosts(pair, context)));
  return parts.every((part) => hosts.get(part.subject) === part.reference);
}

/** A host that stands for several, or several for it, is left out: then nobody knows which is meant. */
function ownHosts(pair: Sides<Resource>, context: Context): ReadonlyMap<string, string> {
  const all = [...namingPlaces([pair], context)].flatMap(({ values }) => differingParts(values, context));
  const couples = [...groupBy(all, ({ subject, reference }) => `${subject}\n${reference}`).values()].flatMap(
    ([first]) => first ?? [],
  );
  const own = uniqueBy(couples, ({ subject }) => subject);
  const others = uniqueBy(couples, ({ reference }) => reference);
  return new Map(
    couples
      .filter((couple) => own.get(couple.subject) === couple && others.get(couple.reference) === couple)
      .map(({ subject, reference }) => [subject, reference] as const),
  );
}

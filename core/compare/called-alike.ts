import { isMap, type Value } from "../model/value";
import type { Resource } from "../model/resource";
import type { Symbolised } from "../symbolise/symbolise";
import type { Context } from "./context";

/** Shorter names, and numbers, stand by chance where no resource is meant. */
const SHORTEST = 3;
const NUMBER = /^[\d.,:-]+$/;

/** By stack: what each name is called by, as positions in its resources. */
const known = new WeakMap<Symbolised, ReadonlyMap<string, ReadonlySet<number>>>();

/**
 * Whether two whole texts are what two counterparts are called, though the names are too ordinary to be looked for within
 * texts: `letsencrypt-staging` and `letsencrypt-prod`, each the name of its stack's issuer.
 */
export function calledAlike(
  subject: string,
  reference: string,
  context: Pick<Context, "symbolised" | "labels">,
): boolean {
  const { symbolised, labels } = context;
  const others = namesOf(symbolised.reference).get(reference);
  if (others === undefined) return false;
  const marks = new Set([...others].map(labels.reference));
  return [...(namesOf(symbolised.subject).get(subject) ?? [])].some((index) => marks.has(labels.subject(index)));
}

function namesOf(side: Symbolised): ReadonlyMap<string, ReadonlySet<number>> {
  let names = known.get(side);
  if (names === undefined) {
    names = collectNames(side.resources);
    known.set(side, names);
  }
  return names;
}

function collectNames(resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<number>> {
  const names = new Map<string, Set<number>>();
  for (const [index, { role, id, outputs }] of resources.entries()) {
    if (role !== "custom") continue;
    for (const name of [id, outputs.name, within(outputs.metadata, "name")]) {
      if (typeof name !== "string" || name.length < SHORTEST || NUMBER.test(name)) continue;
      const called = names.get(name);
      if (called === undefined) names.set(name, new Set([index]));
      else called.add(index);
    }
  }
  return names;
}

function within(value: Value | undefined, key: string): Value | undefined {
  return isMap(value) ? value[key] : undefined;
}

import { isFilledInByOtherVersion } from "./filled-in";
import { isNoise, isNoiseThroughout } from "./noise";
import { isMap, type Value, type ValueMap } from "../model/value";
import type { Sides } from "../model/comparison";
import { withoutIds } from "../symbolise/opaque";
import type { Context } from "./context";
import { sameLeaves } from "./same-leaves";
import { added, type Draft, inside, NOTHING, removed, type Site } from "./draft";

/** Compares two maps key by key; keys that hold a name of something are matched by what they mean. */
export function compareMaps(subject: ValueMap, reference: ValueMap, site: Site, context: Context): readonly Draft[] {
  const drafts: Draft[] = [];
  const unmatched: string[] = [];
  let shared = 0;
  for (const key of Object.keys(subject)) {
    const own = subject[key];
    if (own === undefined) continue;
    if (!Object.hasOwn(reference, key)) unmatched.push(key);
    else {
      shared += 1;
      const other = reference[key] ?? null;
      if (!sameLeaves(own, other)) drafts.push(...context.compare(own, other, inside(site, key)));
    }
  }
  const others = onlyIn(reference, subject, shared);
  if (unmatched.length === 0 && others.length === 0) return drafts.length === 0 ? NOTHING : drafts;
  const counterparts = matchKeys(unmatched, others, context);
  for (const key of unmatched) {
    const own = subject[key] ?? null;
    const here = inside(site, key, context.texts.subject.shown(key));
    const other = counterparts.get(key);
    if (other === undefined) drafts.push(...oneSided(own, "added", here, context));
    else drafts.push(...context.compare(own, reference[other] ?? null, here));
  }
  const matched = new Set(counterparts.values());
  for (const key of others.filter((other) => !matched.has(other))) {
    const here = inside(site, key, context.texts.reference.shown(key));
    drafts.push(...oneSided(reference[key] ?? null, "removed", here, context));
  }
  return drafts;
}

/** Keys of one map that the other does not have; `shared` says how many both have. */
function onlyIn(map: ValueMap, other: ValueMap, shared: number): readonly string[] {
  const keys = Object.keys(map);
  if (keys.length === shared) return NONE;
  return keys.filter((key) => !Object.hasOwn(other, key) && map[key] !== undefined);
}

const NONE: readonly string[] = [];

/** Keys that mean the same: by what they mention, then by their names, then but for identifiers of outside things. */
function matchKeys(
  own: readonly string[],
  others: readonly string[],
  { texts: { subject, reference } }: Context,
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  const readings: readonly Sides<(key: string) => string>[] = [
    { subject: subject.text, reference: reference.text },
    { subject: subject.named, reference: reference.named },
    { subject: (key) => withoutIds(subject.named(key)), reference: (key) => withoutIds(reference.named(key)) },
  ];
  for (const read of readings) {
    const free = new Map(others.filter((key) => !taken.has(key)).map((key) => [read.reference(key), key] as const));
    for (const key of own.filter((one) => !matched.has(one))) {
      const other = free.get(read.subject(key));
      if (other === undefined || taken.has(other)) continue;
      matched.set(key, other);
      taken.add(other);
    }
  }
  return matched;
}

/** A value that only one side has, unless the other side's absence means the same by default. */
export function oneSided(value: Value, kind: "added" | "removed", site: Site, context: Context): readonly Draft[] {
  const facts = context.catalogue.property(site.type, site.asked);
  if (isNoiseThroughout(facts)) return NOTHING;
  const only = onlyKey(value);
  if (only !== undefined) return oneSided(only.value, kind, inside(site, only.key), context);
  if (isNoise(facts, kind) || isFilledInByOtherVersion(kind, site, context)) return NOTHING;
  const { defaultValue } = facts;
  if (defaultValue !== undefined && context.compare(value, defaultValue, site).length === 0) return NOTHING;
  return [kind === "added" ? added(value, site) : removed(value, site)];
}

/** A map that holds one thing is not told apart from that thing. */
function onlyKey(value: Value): { readonly key: string; readonly value: Value } | undefined {
  if (!isMap(value)) return undefined;
  const [key, another] = Object.keys(value);
  return key === undefined || another !== undefined ? undefined : { key, value: value[key] ?? null };
}

import { createHash } from "node:crypto";
import { ReadError } from "../../core/errors";
import type { Value, ValueMap } from "../../core/model/value";
import { valueMap } from "../evidence/value-map";
import { readValue } from "../state/values";
import { inside, isRawMap, listAt, mapAt, member, textAt } from "../state/shape";
import type { Place, Raw, RawMap } from "../state/shape";
import { optionalValue } from "./flag";
import type { Flag } from "./flag";

/**
 * One flag of LaunchDarkly's export. The API's flags hold the settings of every environment under `environments`;
 * those of the relay and the SDKs are of one environment, and hold them themselves.
 */
export function launchDarklyFlag(key: string, flag: RawMap, environment: string | undefined, place: Place): Flag {
  const variations = listAt(flag, "variations", place).map(variationValue);
  const settings = settingsOf(flag, environment, place);
  const on = member(settings, "on") === true;
  return {
    key,
    enabled: on,
    default: variations[servedIndex(settings, on) ?? -1],
    variants: valueMap(variations.map((value, at) => [String(at), value] as const)),
    targeting: targetingOf(settings),
    changed: member(settings, "lastModified") ?? member(flag, "creationDate"),
  };
}

function settingsOf(flag: RawMap, environment: string | undefined, place: Place): RawMap {
  const environments = mapAt(flag, "environments", place);
  if (environments === undefined) return flag;
  const names = Object.keys(environments);
  const wanted = environment?.toLowerCase();
  const name =
    names.find((candidate) => candidate.toLowerCase() === wanted) ?? (names.length === 1 ? names[0] : undefined);
  const settings = name === undefined ? undefined : mapAt(environments, name, inside(place, "environments"));
  if (settings !== undefined) return settings;
  throw new ReadError(
    `${place.path} has no settings for ${environment ?? "the stack's environment"}; there are: ${names.join(", ")}`,
    place.source,
  );
}

/** In the API a variation is an object around its value, elsewhere the value itself. */
function variationValue(raw: Raw): Value {
  return readValue(isRawMap(raw) && Object.hasOwn(raw, "value") ? raw.value : raw);
}

function servedIndex(settings: RawMap, on: boolean): number | undefined {
  const fallthrough = member(settings, "fallthrough");
  const served = on && isRawMap(fallthrough) ? fallthrough.variation : member(settings, "offVariation");
  return typeof served === "number" ? served : undefined;
}

function targetingOf(settings: RawMap): ValueMap | undefined {
  const fallthrough = member(settings, "fallthrough");
  const rollout = isRawMap(fallthrough) ? fallthrough.rollout : undefined;
  const parts: (readonly [string, Value | undefined])[] = [
    ["targets", targetsOf(member(settings, "targets"))],
    ["rules", optionalValue(withoutIds(member(settings, "rules")))],
    ["prerequisites", optionalValue(withoutIds(member(settings, "prerequisites")))],
    ["rollout", optionalValue(rollout)],
  ];
  const stated = parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return stated.length === 0 ? undefined : valueMap(stated);
}

/** Users who are targeted one by one are people: their number stands in the report, not their keys. */
function targetsOf(raw: Raw): Value | undefined {
  if (!Array.isArray(raw) || raw.length === 0) return undefined;
  return raw.filter(isRawMap).map((target) => {
    const place = { source: "", path: "targets" };
    const keys = listAt(target, "values", place).map(String).sort();
    const digest = createHash("sha256").update(keys.join("\0")).digest("hex").slice(0, 8);
    const kind = textAt(target, "contextKind", place) ?? "user";
    return valueMap([
      ["variation", readValue(member(target, "variation") ?? null)],
      ["contexts", `${String(keys.length)} of kind ${kind} #${digest}`],
    ]);
  });
}

/** Rules carry ids of their own in every environment. */
function withoutIds(raw: Raw): Raw {
  if (Array.isArray(raw)) return raw.map(withoutIds);
  if (!isRawMap(raw)) return raw;
  const kept = Object.entries(raw).filter(([key]) => !/^(_id|id|ref|trackEvents|_key)$/.test(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutIds(value)]));
}

import { ReadError } from "../../core/errors";
import type { EvidenceDocument, ReadingContext } from "../evidence/documents";
import { inside, isRawMap, malformed, member, textAt } from "../state/shape";
import type { Place, Raw, RawMap } from "../state/shape";
import { flagResource } from "./flag";
import type { Flag } from "./flag";
import { flagdFlag } from "./flagd";
import { launchDarklyFlag } from "./launchdarkly";

/** True for a flagd document and for LaunchDarkly's exports, by their first flag. */
export function isFlagDocument(document: RawMap): boolean {
  if (Object.hasOwn(document, "flags") && isRawMap(document.flags)) {
    const [first] = Object.values(document.flags);
    return first === undefined ? isFlagd(document) : isFlag(first);
  }
  return Array.isArray(document.items) && isFlag(document.items[0]);
}

function isFlagd(document: RawMap): boolean {
  return typeof document.$schema === "string" && document.$schema.includes("flagd");
}

function isFlag(raw: Raw): boolean {
  return isRawMap(raw) && (isRawMap(raw.variants) || Array.isArray(raw.variations));
}

/** One resource a flag. Throws ReadError. */
export function readFlags(document: RawMap, context: ReadingContext, source: string): EvidenceDocument {
  const place = { source, path: "" };
  const flags = entriesOf(document, place).map(({ key, flag, at }) => readFlag(key, flag, context.environment, at));
  return { resources: flags.map((flag) => flagResource(flag, context.owner, context.now)), madeAt: undefined };
}

interface Entry {
  readonly key: string;
  readonly flag: RawMap;
  readonly at: Place;
}

function entriesOf(document: RawMap, place: Place): readonly Entry[] {
  const { flags, items } = document;
  if (isRawMap(flags))
    return Object.entries(flags).map(([key, flag]) => entry(key, flag, inside(inside(place, "flags"), key)));
  if (!Array.isArray(items)) throw malformed(inside(place, "flags"), "an object");
  return items.map((item: Raw, index) => {
    const at = inside(inside(place, "items"), index);
    const key = isRawMap(item) ? textAt(item, "key", at) : undefined;
    if (key === undefined) throw malformed(inside(at, "key"), "a text");
    return entry(key, item, at);
  });
}

function entry(key: string, flag: Raw, at: Place): Entry {
  if (!isRawMap(flag)) throw malformed(at, "an object");
  return { key, flag, at };
}

function readFlag(key: string, flag: RawMap, environment: string | undefined, at: Place): Flag {
  if (isRawMap(member(flag, "variants"))) return flagdFlag(key, flag, at);
  if (Array.isArray(member(flag, "variations"))) return launchDarklyFlag(key, flag, environment, at);
  throw new ReadError(`${at.path} has neither variants (flagd) nor variations (LaunchDarkly)`, at.source);
}

import { createHash } from "node:crypto";
import { ReadError } from "../../core/errors";
import { Asset, ResourceReference, SECRET, UNKNOWN, type Value, type ValueMap } from "../../core/model/value";
import { isUnknownText, SIGNATURE_KEY, SIGNATURES } from "./signatures";
import { isRawMap, member, type Place, type Raw, type RawMap } from "./shape";

/** Real states stay far below; beyond it, every recursive step after the reader would be at risk. */
const MAX_DEPTH = 200;
const TOO_DEEP = `values are nested deeper than ${MAX_DEPTH} levels`;

/** What happens to a secret's content on its way out of the model. */
export type SecretSink = (content: Raw, property?: string) => void;

interface Reading {
  readonly onSecret: SecretSink;
}

/**
 * A value as the model knows it. What needs no change is shared with the parsed document, not copied; keys that start
 * with `__` are the provider's or engine's own and are left out.
 */
export function readValue(raw: Raw, onSecret: SecretSink = () => undefined): Value {
  return convert(raw, { onSecret }, 0);
}

/**
 * Takes a parsed value into the model as it stands, its maps without their prototypes, so that no key of a state can
 * mean anything but itself. False where something in it is marked, unknown, left out or too deep, and has to be read.
 */
function adopt(raw: Raw, depth: number): raw is Value {
  if (typeof raw === "string") return !isUnknownText(raw);
  if (raw === null || typeof raw === "number" || typeof raw === "boolean") return true;
  if (typeof raw !== "object" || depth > MAX_DEPTH) return false;
  if (Array.isArray(raw)) return raw.every((element) => adopt(element, depth + 1));
  if (!isRawMap(raw)) return false;
  for (const key of Object.keys(raw))
    if (isInternal(key) || key === SIGNATURE_KEY || !adopt(raw[key], depth + 1)) return false;
  Object.setPrototypeOf(raw, null);
  return true;
}

/** The same of a resource's properties. */
export function adoptProperties(properties: RawMap): properties is ValueMap {
  return adopt(properties, -1);
}

function isInternal(key: string): boolean {
  return key.startsWith("__");
}

function convert(raw: Raw, reading: Reading, depth: number): Value {
  if (adopt(raw, depth)) return raw;
  if (typeof raw === "string") return UNKNOWN;
  if (depth > MAX_DEPTH) throw new ReadError(TOO_DEEP);
  if (Array.isArray(raw)) return convertList(raw, reading, depth);
  if (!isRawMap(raw)) return UNKNOWN;
  const signature = member(raw, SIGNATURE_KEY);
  return signature === undefined ? convertMap(raw, reading, depth) : convertSpecial(signature, raw, reading, depth);
}

function convertList(raw: readonly Raw[], reading: Reading, depth: number): Value {
  return raw.map((element) => convert(element, reading, depth + 1));
}

function convertMap(raw: RawMap, reading: Reading, depth: number): ValueMap {
  const map = emptyMap();
  for (const key of Object.keys(raw)) if (!isInternal(key)) map[key] = convert(raw[key], reading, depth + 1);
  return map;
}

/** A map without a prototype, so that no key of a state can mean anything but itself. */
export function emptyMap(): Record<string, Value> {
  const map: Record<string, Value> = {};
  Object.setPrototypeOf(map, null);
  return map;
}

function convertSpecial(signature: Raw, raw: RawMap, reading: Reading, depth: number): Value {
  switch (signature) {
    case SIGNATURES.secret:
      reading.onSecret(secretContent(raw));
      return SECRET;
    case SIGNATURES.asset:
      return new Asset("asset", contentHash(raw), assetLabel(raw));
    case SIGNATURES.archive:
      return new Asset("archive", contentHash(raw), assetLabel(raw));
    case SIGNATURES.reference:
      return reference(raw);
    case SIGNATURES.output:
      return outputValue(raw, reading, depth);
    default:
      return UNKNOWN;
  }
}

/** A secret's plaintext is JSON in a text; ciphertext cannot be read and is no content. */
function secretContent(raw: RawMap): Raw {
  const plaintext = member(raw, "plaintext");
  if (typeof plaintext !== "string") return member(raw, "value") ?? plaintext;
  try {
    const content: Raw = JSON.parse(plaintext);
    return content;
  } catch {
    return plaintext;
  }
}

function contentHash(raw: RawMap): string | undefined {
  const hash = member(raw, "hash");
  if (typeof hash === "string" && hash !== "") return hash;
  const content = member(raw, "text") ?? member(raw, "assets");
  if (content === undefined || isTooDeep(content)) return undefined;
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** For values that are read in another way than by `readValue`. Throws ReadError. */
export function checkDepth(raw: Raw, place: Place): void {
  if (isTooDeep(raw)) throw new ReadError(`${place.path}: ${TOO_DEEP}`, place.source);
}

/** An archive within archives, deeper than anybody packs one, is not worth a hash. */
function isTooDeep(content: Raw, depth = 0): boolean {
  if (typeof content !== "object" || content === null) return false;
  return depth > MAX_DEPTH || Object.values(content).some((inner) => isTooDeep(inner, depth + 1));
}

function assetLabel(raw: RawMap): string {
  const label = member(raw, "path") ?? member(raw, "uri");
  return typeof label === "string" ? label : "";
}

function reference(raw: RawMap): Value {
  const urn = member(raw, "urn");
  const id = member(raw, "id");
  if (typeof urn !== "string") return UNKNOWN;
  return new ResourceReference(urn, typeof id === "string" && id !== "" && !isUnknownText(id) ? id : undefined);
}

function outputValue(raw: RawMap, reading: Reading, depth: number): Value {
  const value = member(raw, "value");
  if (member(raw, "secret") === true) {
    reading.onSecret(value);
    return SECRET;
  }
  return value === undefined ? UNKNOWN : convert(value, reading, depth + 1);
}

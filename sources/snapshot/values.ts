import {
  Asset,
  isList,
  isMap,
  ResourceReference,
  SECRET,
  UNKNOWN,
  type Value,
  type ValueMap,
} from "../../core/model/value";
import { isRawMap, member, type Raw, type RawMap } from "../state/shape";
import { emptyMap } from "../state/values";
import { MARK_KEY } from "./format";
import type { Printable } from "./print";
import type { UrnSpelling } from "./urns";

export function encodeMap(map: ValueMap, urns: UrnSpelling): Record<string, Printable> {
  const encoded = emptyPrintable();
  for (const key of Object.keys(map).sort()) encoded[key] = encodeValue(map[key] ?? null, urns);
  return encoded;
}

function emptyPrintable(): Record<string, Printable> {
  const map: Record<string, Printable> = {};
  Object.setPrototypeOf(map, null);
  return map;
}

function encodeValue(value: Value, urns: UrnSpelling): Printable {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : mark("number", { text: String(value) });
  if (isList(value)) return value.map((element) => encodeValue(element, urns));
  if (!isMap(value)) return encodeSpecial(value, urns);
  const encoded = encodeMap(value, urns);
  return Object.hasOwn(value, MARK_KEY) ? mark("map", { entries: Object.entries(encoded) }) : encoded;
}

function encodeSpecial(value: Value, urns: UrnSpelling): Printable {
  if (value === SECRET) return mark("secret");
  if (value instanceof Asset)
    return mark(value.kind, { ...(value.hash !== undefined && { hash: value.hash }), label: value.label });
  if (value instanceof ResourceReference)
    return mark("reference", { urn: urns.shorten(value.urn), ...(value.id !== undefined && { id: value.id }) });
  return mark("unknown");
}

function mark(kind: string, fields: Readonly<Record<string, Printable>> = {}): Printable {
  return { [MARK_KEY]: kind, ...fields };
}

/** The reverse. A mark that is not known is unknown, so that nothing is concluded from it. */
function decodeValue(raw: Raw, urns: UrnSpelling): Value {
  if (raw === null || typeof raw === "boolean" || typeof raw === "string" || typeof raw === "number") return raw;
  if (Array.isArray(raw)) return raw.map((element) => decodeValue(element, urns));
  if (!isRawMap(raw)) return UNKNOWN;
  const kind = member(raw, MARK_KEY);
  return kind === undefined ? decodeMap(raw, urns) : decodeMark(kind, raw, urns);
}

export function decodeMap(raw: RawMap, urns: UrnSpelling): ValueMap {
  const map = emptyMap();
  for (const key of Object.keys(raw)) map[key] = decodeValue(raw[key], urns);
  return map;
}

function decodeMark(kind: Raw, raw: RawMap, urns: UrnSpelling): Value {
  switch (kind) {
    case "secret":
      return SECRET;
    case "asset":
    case "archive":
      return new Asset(kind, textOf(raw, "hash"), textOf(raw, "label") ?? "");
    case "reference":
      return new ResourceReference(urns.lengthen(textOf(raw, "urn") ?? ""), textOf(raw, "id"));
    case "number":
      return Number(textOf(raw, "text"));
    case "map":
      return mapOf(member(raw, "entries"), urns);
    default:
      return UNKNOWN;
  }
}

/** A map that has a key like the mark's own. */
function mapOf(entries: Raw, urns: UrnSpelling): ValueMap {
  const map = emptyMap();
  const list: readonly Raw[] = Array.isArray(entries) ? entries : [];
  for (const entry of list) {
    const pair: readonly Raw[] = Array.isArray(entry) ? entry : [];
    if (typeof pair[0] === "string") map[pair[0]] = decodeValue(pair[1], urns);
  }
  return map;
}

function textOf(raw: RawMap, key: string): string | undefined {
  const text = member(raw, key);
  return typeof text === "string" ? text : undefined;
}

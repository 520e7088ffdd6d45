import { gunzipSync } from "node:zlib";
import type { Document } from "yaml";
import { isMap, type Value } from "../model/value";
import { parseYamlDocument } from "../yaml";

/** Longer texts are compared as text. */
const LONGEST = 1 << 20;

/** What a text holds if it is a JSON object or list; undefined for any other text. */
export function readJson(text: string): Value | undefined {
  const first = /^\s*([[{])/.exec(text.slice(0, 64));
  if (first === null || text.length > LONGEST) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return adopt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const YAML_LINE = /^\s*(?:- .+|[\w."'/-]+:(?: .*)?|#.*|---)$/;

/** What a text holds if it is YAML with keys or items on lines of their own; undefined for any other text. */
export function readYaml(text: string): Value | undefined {
  if (!text.includes("\n") || text.length > LONGEST || text.startsWith("#!")) return undefined;
  const firstLine = text.split("\n", 1)[0] ?? "";
  if (!YAML_LINE.test(firstLine)) return undefined;
  const document = parseYamlDocument(text);
  if (document.errors.length > 0) return undefined;
  const value = unfolded(document);
  return typeof value === "object" && value !== null ? toValue(value) : undefined;
}

/** Undefined for what unfolds to more than anybody meant. */
function unfolded(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    return undefined;
  }
}

const BASE64 = /^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/;
const PRINTABLE = /^[\t\n\r\x20-\x7e\u00a0-\ud7ff]+$/;

/** The text that a base64 text holds; undefined where it is none, or holds no text. */
export function readBase64(text: string): string | undefined {
  if (text.length > LONGEST || !BASE64.test(text)) return undefined;
  const compact = text.replace(/\s/g, "");
  if (compact.length % 4 !== 0) return undefined;
  const decoded = Buffer.from(compact, "base64").toString("utf8");
  return PRINTABLE.test(decoded) ? decoded : undefined;
}

const PACKED = /^H4sI[A-Za-z0-9+/\s]+={0,2}\s*$/;

/** The text that a gzipped and base64-coded text holds; undefined where it is none, or holds no text. */
export function readPacked(text: string): string | undefined {
  if (text.length > LONGEST || !PACKED.test(text)) return undefined;
  try {
    const unpacked = gunzipSync(Buffer.from(text, "base64"), { maxOutputLength: LONGEST }).toString("utf8");
    return PRINTABLE.test(unpacked) ? unpacked : undefined;
  } catch {
    return undefined;
  }
}

/** Takes what was just parsed from JSON as it is, its maps without their prototypes: nobody else has it. */
function adopt(parsed: unknown): parsed is Value {
  if (typeof parsed !== "object" || parsed === null) return true;
  if (Array.isArray(parsed)) {
    for (const element of parsed) adopt(element);
  } else {
    for (const element of Object.values(parsed)) adopt(element);
    Object.setPrototypeOf(parsed, null);
  }
  return true;
}

/** Parsed data as a value of the model, its maps without a prototype. */
function toValue(parsed: unknown): Value {
  if (parsed === null || typeof parsed === "string" || typeof parsed === "number" || typeof parsed === "boolean")
    return parsed;
  if (Array.isArray(parsed)) return parsed.map(toValue);
  if (typeof parsed !== "object") return null;
  const map: Record<string, Value> = {};
  Object.setPrototypeOf(map, null);
  for (const [key, value] of Object.entries(parsed)) map[key] = toValue(value);
  return map;
}

/** Whether a document is an IAM policy, by what it holds. */
export function isPolicyDocument(value: Value): boolean {
  return isMap(value) && Object.hasOwn(value, "Statement");
}

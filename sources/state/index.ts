import { markedSecrets } from "../../catalogue/schema/marks";
import { ReadError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { redactStack, type SecretContent } from "../../core/redact";
import { isSnapshot, readSnapshot } from "../snapshot/read";
import { readDeployment } from "./deployment";
import { readText } from "./file";
import { isRawMap, type RawMap } from "./shape";

/** Reads a stack from an export, a DIY checkpoint or a snapshot, compressed or not. Throws ReadError. */
export function readStack(file: string): Stack {
  return parseState(readText(file), file);
}

/** The same from text; `source` says in messages and in the report where it came from. */
export function parseState(text: string, source: string): Stack {
  const document = parseDocument(text, source);
  try {
    if (isSnapshot(document)) return readSnapshot(document, source);
    const secrets: SecretContent[] = [];
    const stack = readDeployment(document, source, (content, property) => secrets.push({ content, property }));
    return redactStack(stack, secrets, markedSecrets);
  } catch (error) {
    if (error instanceof ReadError && error.place === undefined) throw new ReadError(error.message, source);
    throw error;
  }
}

function parseDocument(text: string, source: string): RawMap {
  if (!/\S/.test(text)) throw new ReadError("is empty", source);
  if (text.length > UNCOUNTED && estimateParts(text) > MAX_PARTS)
    throw new ReadError(`holds more than ${MAX_PARTS / 1e6} million values; that is no state`, source);
  let document: unknown;
  try {
    document = JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
  } catch (error) {
    throw new ReadError(`is no JSON: ${jsonProblem(error)}`, source);
  }
  if (!isRawMap(document)) throw new ReadError("is no stack export, checkpoint or snapshot: not an object", source);
  return document;
}

/** Texts up to this length cannot hold enough values to fill the memory. */
const UNCOUNTED = 16_000_000;
const MAX_PARTS = 6_000_000;

/** A sample tells well enough: what would fill the memory is dense from its beginning to its end. */
const SAMPLE = 4096;
const SAMPLE_EVERY = 16 * SAMPLE;

/** About as many as the document has values. */
function estimateParts(text: string): number {
  let parts = 0;
  for (let from = 0; from < text.length; from += SAMPLE_EVERY)
    for (let at = from; at < from + SAMPLE; at++) {
      const code = text.charCodeAt(at);
      if (code === COMMA || code === BRACKET || code === BRACE) parts++;
    }
  return parts * (SAMPLE_EVERY / SAMPLE);
}

const COMMA = 0x2c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** V8 quotes the document in its message; a state's text, with what may be secret in it, must not go into ours. */
function jsonProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (/^(?:Unexpected end|Unterminated string)/.test(message)) return "it ends too early; was it cut off?";
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? "it cannot be parsed" : `unexpected character at position ${position}`;
}

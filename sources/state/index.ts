import { ReadError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { redactStack, type SecretContent } from "../../core/redact";
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
    const secrets: SecretContent[] = [];
    const stack = readDeployment(document, source, (content, property) => secrets.push({ content, property }));
    return redactStack(stack, secrets);
  } catch (error) {
    if (error instanceof ReadError && error.place === undefined) throw new ReadError(error.message, source);
    throw error;
  }
}

function parseDocument(text: string, source: string): RawMap {
  if (text.trim() === "") throw new ReadError("is empty", source);
  let document: unknown;
  try {
    document = JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
  } catch (error) {
    throw new ReadError(`is no JSON: ${jsonProblem(error)}`, source);
  }
  if (!isRawMap(document)) throw new ReadError("is no stack export, checkpoint or snapshot: not an object", source);
  return document;
}

/** V8 quotes the document in its message; a state's text, with what may be secret in it, must not go into ours. */
function jsonProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (message.startsWith("Unexpected end")) return "it ends too early; was it cut off?";
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? "it cannot be parsed" : `unexpected character at position ${position}`;
}

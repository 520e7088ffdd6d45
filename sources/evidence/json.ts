import { ReadError } from "../../core/errors";
import { isRawMap } from "../state/shape";
import type { RawMap } from "../state/shape";

/** A document that must be a JSON object. The message names the place, never the text around it: it may be secret. */
export function parseJsonObject(text: string, source: string): RawMap {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    const where = position === undefined ? "it ends too early or cannot be parsed" : `look at character ${position}`;
    throw new ReadError(`is no JSON: ${where}`, source);
  }
  if (!isRawMap(document)) throw new ReadError("is no evidence document: a JSON object is expected", source);
  return document;
}

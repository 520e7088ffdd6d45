import { ReadError } from "../../core/errors";
import { isRawMap } from "../state/shape";
import type { RawMap } from "../state/shape";

/** A document that must be a JSON object. The message names the place, never the text around it: it may be secret. */
export function parseJsonObject(text: string, source: string): RawMap {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new ReadError(otherFormat(text) ?? `is no JSON: ${problemOf(error)}`, source);
  }
  if (!isRawMap(document)) throw new ReadError("is no evidence document: a JSON object is expected", source);
  return document;
}

function problemOf(error: unknown): string {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? "it ends too early or cannot be parsed" : `look at character ${position}`;
}

/** What bills of materials are written in besides JSON, by how they begin, and how to have JSON instead. */
const OTHER_FORMATS: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*<(?:\?xml|bom\b|!--)[\s\S]{0,4000}cyclonedx/i,
    "is CycloneDX in XML; let the generator write JSON, or use `cyclonedx convert --output-format json`",
  ],
  [/^\s*(?:#.*\n\s*)*SPDXVersion:/, "is SPDX in tag-value form; let the generator write SPDX JSON"],
  [/^\s*<(?:\?xml|rdf:RDF)[\s\S]{0,4000}spdx/i, "is SPDX in RDF; let the generator write SPDX JSON"],
];

/** What to say of a bill of materials that is no JSON; undefined for any other text. */
export function otherFormat(text: string): string | undefined {
  return OTHER_FORMATS.find(([beginning]) => beginning.test(text))?.[1];
}

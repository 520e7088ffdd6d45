import { isScalar, parseDocument, visit, YAMLParseError, type Document, type ParseOptions, type YAMLMap } from "yaml";
import type { DocumentOptions, SchemaOptions } from "yaml";

/**
 * A YAML document in time that grows with its length alone: the library looks for a repeated key by comparing every key
 * with every other. Repeated keys are among the errors all the same.
 */
export function parseYamlDocument(
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document.Parsed {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "silent", ...options, uniqueKeys: false });
  visit(document, { Map: (_, map) => void document.errors.push(...repeatedKeys(map)) });
  return document;
}

/** One error for each key that stands a second time; merge keys may. */
function repeatedKeys({ items }: YAMLMap): readonly YAMLParseError[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key) || key.value === "<<") return [];
    if (!seen.has(key.value)) {
      seen.add(key.value);
      return [];
    }
    const [start = 0, end = start] = key.range ?? [];
    return [new YAMLParseError([start, end], "DUPLICATE_KEY", "Map keys must be unique")];
  });
}

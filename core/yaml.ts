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
  visit(document, {
    Map: (_, map) => {
      const error = repeatedKey(map);
      if (error === undefined) return undefined;
      document.errors.push(error);
      return visit.BREAK;
    },
  });
  return document;
}

/** Tells of the first key that stands a second time; merge keys may. */
function repeatedKey({ items }: YAMLMap): YAMLParseError | undefined {
  const seen = new Set<unknown>();
  for (const { key } of items) {
    if (!isScalar(key) || key.value === "<<") continue;
    if (seen.has(key.value)) {
      const [start = 0, end = start] = key.range ?? [];
      return new YAMLParseError([start, end], "DUPLICATE_KEY", "Map keys must be unique");
    }
    seen.add(key.value);
  }
  return undefined;
}

import type { z } from "zod";
import { UsageError } from "../../core/errors";
import type { Problem } from "../../core/config/layer";
import { knownKeys } from "./known-keys";
import { schemaProblems } from "./schema-problems";
import type { YamlDocument } from "./yaml-document";

/** The document's data as the schema knows it, or all that is wrong with it. */
export function checked<T extends z.ZodType>(
  schema: T,
  document: YamlDocument,
): { readonly value?: z.infer<T>; readonly problems: readonly Problem[] } {
  if (document.problems.length > 0) return { problems: document.problems };
  const result = schema.safeParse(document.data);
  if (result.success) return { value: result.data, problems: [] };
  return { problems: schemaProblems(result.error.issues, document, (path) => knownKeys(schema, path)) };
}

/** All mistakes at once, one line each, in the order in which they stand. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ place, message }) => ({ place, line: `${place}: ${message}` }));
  const inOrder = lines.toSorted((one, other) => one.place.localeCompare(other.place, "en", { numeric: true }));
  throw new UsageError([...new Set(inOrder.map(({ line }) => line))].join("\n"));
}

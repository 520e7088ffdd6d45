import { z } from "zod";
import type { Steps } from "../../core/config/layer";

/** The keys that a schema knows at a path of a document, for suggestions; through unions, lists and maps. */
export function knownKeys(schema: z.ZodType, path: Steps): readonly string[] {
  return [...new Set(walk(schema, path))];
}

function walk(schema: unknown, path: Steps): readonly string[] {
  if (schema instanceof z.ZodOptional) return walk(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => walk(option, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape);
    return walk(schema.shape[String(step)] ?? schema.def.catchall, rest);
  }
  if (step === undefined) return [];
  if (schema instanceof z.ZodArray) return walk(schema.element, rest);
  if (schema instanceof z.ZodRecord) return walk(schema.valueType, rest);
  return [];
}

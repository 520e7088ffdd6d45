import { isList, isMap, type Value, type ValueMap } from "../../core/model/value";

/** What a resource says of itself: `tags` (a map, or a list of key and value) and Kubernetes' `metadata.labels`. */
export function tagsOf(inputs: ValueMap): Readonly<Record<string, string>> {
  const tags: Record<string, string> = {};
  Object.setPrototypeOf(tags, null);
  const metadata = inputs.metadata;
  for (const [key, value] of [...pairsOf(isMap(metadata) ? metadata.labels : undefined), ...pairsOf(inputs.tags)])
    if (typeof value === "string") tags[key] = value;
  return tags;
}

function pairsOf(value: Value | undefined): readonly (readonly [string, Value])[] {
  if (isMap(value)) return Object.entries(value);
  if (!isList(value)) return [];
  return value.filter(isMap).flatMap((entry) => {
    const key = entry.key;
    return typeof key === "string" && entry.value !== undefined ? [[key, entry.value] as const] : [];
  });
}

import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { isList, isMap, Special, type Value, type ValueMap } from "../../core/model/value";

/** The same stack with every text of it rewritten; keys of maps too. */
export function rewriteStack(stack: Stack, text: (text: string) => string): Stack {
  const rewrite = (resource: Resource): Resource => ({
    ...resource,
    urn: text(resource.urn),
    name: text(resource.name),
    id: resource.id === undefined ? undefined : text(resource.id),
    parent: resource.parent === undefined ? undefined : text(resource.parent),
    provider: resource.provider === undefined ? undefined : text(resource.provider),
    inputs: rewriteMap(resource.inputs, text),
    outputs: rewriteMap(resource.outputs, text),
    dependencies: resource.dependencies.map(text),
    propertyDependencies: new Map(
      [...resource.propertyDependencies].map(([key, urns]) => [key, urns.map(text)] as const),
    ),
  });
  return {
    ...stack,
    name: text(stack.name),
    resources: stack.resources.map(rewrite),
    reads: (stack.reads ?? []).map(rewrite),
  };
}

export function rewriteValue(value: Value, text: (text: string) => string): Value {
  if (typeof value === "string") return text(value);
  if (value === null || typeof value !== "object" || value instanceof Special) return value;
  if (isList(value)) return value.map((item) => rewriteValue(item, text));
  return isMap(value) ? rewriteMap(value, text) : value;
}

function rewriteMap(map: ValueMap, text: (text: string) => string): ValueMap {
  return Object.fromEntries(Object.keys(map).map((key) => [text(key), rewriteValue(map[key] ?? null, text)] as const));
}

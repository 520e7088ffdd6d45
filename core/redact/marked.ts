import type { Resource } from "../model/resource";
import { SECRET, Special, type Value, type ValueMap } from "../model/value";
import type { SecretContent } from "./candidates";

/** Names of the properties that its provider's schema calls secret in a resource of a type, with these inputs. */
export type MarkedProperties = (type: string, inputs: ValueMap) => readonly string[];

/** The resource without what its provider's schema calls secret; each goes to `told`. */
export function withoutMarked(
  resource: Resource,
  marked: MarkedProperties,
  told: (secret: SecretContent) => void,
): Resource {
  const names = marked(resource.type, resource.inputs);
  if (names.length === 0) return resource;
  const { inputs, outputs } = resource;
  return { ...resource, inputs: without(inputs, names, told), outputs: without(outputs, names, told) };
}

function without(map: ValueMap, names: readonly string[], told: (secret: SecretContent) => void): ValueMap {
  const open = names.filter((name) => Object.hasOwn(map, name) && isOpen(map[name]));
  if (open.length === 0) return map;
  const concealed: Record<string, Value> = {};
  Object.setPrototypeOf(concealed, null);
  Object.assign(concealed, map);
  for (const name of open) {
    told({ content: map[name], property: name });
    concealed[name] = SECRET;
  }
  return concealed;
}

function isOpen(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== "" && !(value instanceof Special);
}

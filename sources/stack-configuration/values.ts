import { SECRET } from "../../core/model/value";
import type { Value, ValueMap } from "../../core/model/value";
import { valueMap } from "../evidence/value-map";
import { isYamlList, isYamlMap } from "./yaml";
import type { Yaml } from "./yaml";

/** A configuration value as the model has it: `{ secure: … }` is a secret wherever it stands, its text is dropped. */
export function configurationValue(value: Yaml): Value {
  if (isYamlList(value)) return value.map(configurationValue);
  if (!isYamlMap(value)) return value;
  return isSecure(value) ? SECRET : configurationMap(value);
}

/** The same for a whole map; keys may be `__proto__`. */
export function configurationMap(values: ReadonlyMap<string, Yaml>): ValueMap {
  return valueMap([...values].map(([key, value]) => [key, configurationValue(value)]));
}

function isSecure(value: ReadonlyMap<string, Yaml>): boolean {
  return value.size === 1 && typeof value.get("secure") === "string";
}

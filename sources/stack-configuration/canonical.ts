import { isList } from "../../core/model/value";
import type { Value, ValueMap } from "../../core/model/value";
import { valueMap } from "../evidence/value-map";
import { engineValue } from "./engine";
import { canonicalKey } from "./project";

/** A file's configuration as the engine would hand it to the program. */
export function canonicalConfiguration(spelled: ValueMap, project: string): ValueMap {
  return valueMap(Object.entries(spelled).map(([key, value]) => [keyOf(key, value, project), valueOf(value)]));
}

/** The imported environments keep their place: they are no key of the program. */
function keyOf(key: string, value: Value, project: string): string {
  return key === "environment" && isList(value) ? key : canonicalKey(key, project);
}

function valueOf(value: Value): Value {
  return typeof value === "string" ? engineValue(value) : value;
}

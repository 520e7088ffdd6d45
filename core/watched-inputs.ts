import { appendStep } from "./model/path";
import { isList, isMap, Secret, Unknown, type Value, type ValueMap } from "./model/value";

/** What a policy looked at and could not see, by its path. */
export type Unseen = Map<string, Secret | Unknown>;

/** The same inputs, which note in `unseen` whenever a value is looked at that is not known yet or secret. */
export function watchedInputs(inputs: ValueMap, unseen: Unseen): ValueMap {
  return watchedMap(inputs, "", unseen);
}

function watchedMap(map: ValueMap, at: string, unseen: Unseen): ValueMap {
  const own: Record<string, Value> = {};
  for (const [key, value] of Object.entries(map)) put(own, key, value, appendStep(at, key), unseen);
  return own;
}

function watched(value: Value, at: string, unseen: Unseen): Value {
  if (isMap(value)) return watchedMap(value, at, unseen);
  if (!isList(value)) return value;
  const own: Value[] = [];
  for (const [index, element] of value.entries()) put(own, index, element, appendStep(at, index), unseen);
  return own;
}

function put(own: object, key: string | number, value: Value, at: string, unseen: Unseen): void {
  const hidden = value instanceof Unknown || value instanceof Secret;
  const get = () => {
    if (hidden) unseen.set(at, value);
    return value;
  };
  const plain = { value: watched(value, at, unseen), writable: false };
  Object.defineProperty(own, key, { ...(hidden ? { get } : plain), enumerable: true, configurable: true });
}

/** Whether there is anything in it that is not known yet. */
export function holdsUnknown(value: Value | undefined): boolean {
  if (isList(value)) return value.some(holdsUnknown);
  return value instanceof Unknown || (isMap(value) && Object.values(value).some(holdsUnknown));
}

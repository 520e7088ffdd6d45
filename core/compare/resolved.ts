import type { TypeFacts } from "../model/catalogue";
import type { Path } from "../model/path";
import type { Resource } from "../model/resource";
import { isMap, type Value, type ValueMap } from "../model/value";

/** The inputs of both, with what the cloud resolved where one side's program leaves it open. */
export function withResolved(
  subject: Resource,
  reference: Resource,
  resolved: TypeFacts["resolved"],
): { own: ValueMap; other: ValueMap } {
  let [own, other] = [subject.inputs, reference.inputs];
  for (const { output, input } of resolved) {
    const [given, givenThere] = [valueAt(own, input), valueAt(other, input)];
    if (given !== undefined && givenThere !== undefined) continue;
    const [mine, theirs] = [
      given ?? valueAt(subject.outputs, output),
      givenThere ?? valueAt(reference.outputs, output),
    ];
    if (mine === undefined || theirs === undefined) continue;
    own = withValue(own, input, mine);
    other = withValue(other, input, theirs);
  }
  return { own, other };
}

/** Whether the value at this path was resolved by the cloud: neither side's program says anything of it. */
export function isResolved(subject: Resource, reference: Resource, path: Path): boolean {
  const top = String(path[0]);
  return !Object.hasOwn(subject.inputs, top) && !Object.hasOwn(reference.inputs, top);
}

function valueAt(map: ValueMap, path: Path): Value | undefined {
  let value: Value | undefined = map;
  for (const step of path) {
    if (!isMap(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value === null ? undefined : value;
}

function withValue(map: ValueMap, [step, ...rest]: Path, value: Value): ValueMap {
  if (step === undefined) return map;
  const below = map[step];
  return { ...map, [step]: rest.length === 0 ? value : withValue(isMap(below) ? below : {}, rest, value) };
}

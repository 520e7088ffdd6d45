import type { Divergence } from "../model/comparison";
import type { Path } from "../model/path";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { isMap, type Value, type ValueMap } from "../model/value";
import { reportedValue } from "../report/value";
import { canonical } from "./measures/contents";

export type Touched = (divergence: Divergence) => boolean;

/**
 * Whether the previewed change (the reference of a gate) touches what a divergence is about: what production's last
 * state already had is never held against it. Without a last state, all of it is new.
 */
export function touchedBy(preview: Stack, before: Stack | undefined): Touched {
  if (before === undefined) return () => true;
  const known = new Map(before.resources.map((resource) => [resource.urn, resource]));
  const previewed = new Set(preview.resources.map(({ urn }) => urn));
  const deletedTypes = new Set(before.resources.filter(({ urn }) => !previewed.has(urn)).map(({ type }) => type));
  return (divergence) => {
    const { reference, path } = divergence;
    if (reference === undefined) return deletedTypes.has(divergence.type);
    const earlier = known.get(reference.urn);
    if (earlier === undefined) return reference.role !== "evidence";
    return path !== undefined && differs(reference, earlier, path);
  };
}

/** Down to the first list: its indices are the other side's. */
function differs(now: Resource, earlier: Resource, path: Path): boolean {
  const [one, other] = [valueAt(now.inputs, path), valueAt(earlier.inputs, path)];
  return canonical(reportedValue(one)) !== canonical(reportedValue(other));
}

function valueAt(inputs: ValueMap, path: Path): Value | undefined {
  let value: Value | undefined = inputs;
  for (const step of path) {
    if (typeof step === "number" || !isMap(value)) return value;
    value = Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

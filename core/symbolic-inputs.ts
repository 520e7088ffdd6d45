import type { Comparison, Pair, Sides } from "./model/comparison";
import { adopted, isList, isMap, SECRET, Secret, type Value, type ValueMap } from "./model/value";

/**
 * The inputs of two aligned resources as a team's own policy sees them: what only identifies is a symbol, the same on
 * both sides where it means the same; what is secret on one side is so on both.
 */
export function symbolicInputs({ subject, reference }: Pair, { symbolic }: Comparison): Sides<ValueMap> {
  const write = symbolic ?? { subject: same, reference: same };
  return {
    subject: mapOf(subject.inputs, reference.inputs, write.subject),
    reference: mapOf(reference.inputs, subject.inputs, write.reference),
  };
}

type Write = (text: string) => string;
const same: Write = (text) => text;

function mapOf(own: ValueMap, other: Value | undefined, write: Write): ValueMap {
  const theirs = isMap(other) ? other : {};
  return Object.fromEntries(
    Object.entries(own).map(([key, value]) => [
      key,
      written(value, Object.hasOwn(theirs, key) ? theirs[key] : undefined, write),
    ]),
  );
}

function written(given: Value, theirs: Value | undefined, write: Write): Value {
  const own = adopted(given);
  const other = theirs === undefined ? undefined : adopted(theirs);
  if (own instanceof Secret || other instanceof Secret) return SECRET;
  if (typeof own === "string") return write(own);
  if (isList(own)) return own.map((element, at) => written(element, isList(other) ? other[at] : undefined, write));
  return isMap(own) ? mapOf(own, other, write) : own;
}

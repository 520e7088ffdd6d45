import type { Pair, Sides } from "../model/comparison";
import { isList, isMap, SECRET, Special, type Value, type ValueMap } from "../model/value";
import type { SecretContent } from "./candidates";

/** What stands openly on one side where its counterpart is marked as secret: it is one, too, wherever it stands again. */
export function secretsOfCounterparts(pairs: readonly Pair[]): Sides<readonly SecretContent[]> {
  const told = { subject: new Array<SecretContent>(), reference: new Array<SecretContent>() };
  const visit = (own: Value | undefined, other: Value | undefined, property: string | undefined): void => {
    if (own === undefined || other === undefined) return;
    if (own === SECRET) told.reference.push({ content: other, property });
    else if (other === SECRET) told.subject.push({ content: own, property });
    else if (isList(own) && isList(other)) own.forEach((element, at) => visit(element, other[at], property));
    else if (isMap(own) && isMap(other)) visitMaps(own, other, visit);
  };
  for (const { subject, reference } of pairs) {
    visitMaps(subject.inputs, reference.inputs, visit);
    visitMaps(subject.outputs, reference.outputs, visit);
  }
  return { subject: told.subject.filter(isOpen), reference: told.reference.filter(isOpen) };
}

/** Nearly all values are neither secret nor hold one. */
function isPlain(value: Value | undefined): boolean {
  return typeof value !== "object" || value === null;
}

function visitMaps(
  own: ValueMap,
  other: ValueMap,
  visit: (own: Value | undefined, other: Value | undefined, property: string) => void,
): void {
  for (const key of Object.keys(own)) {
    const [mine, theirs] = [own[key], other[key]];
    if (!(isPlain(mine) && isPlain(theirs)) && Object.hasOwn(other, key)) visit(mine, theirs, key);
  }
}

function isOpen({ content }: SecretContent): boolean {
  return content !== null && content !== "" && !(content instanceof Special);
}

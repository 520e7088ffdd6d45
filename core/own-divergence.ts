import type { Comparison, Divergence, Pair, Sides } from "./model/comparison";
import { UNEXPLAINED } from "./model/unexplained";
import { fingerprint } from "./model/fingerprint";
import { keySteps } from "./model/key-path";
import { plainFacts } from "./model/plain-facts";
import { Secret, UNKNOWN_YET, type Value, type ValueMap } from "./model/value";
import { holdsUnknown } from "./watched-inputs";

/** One thing that a policy said of a pair. */
export interface Said {
  readonly pair: Pair;
  readonly inputs: Sides<ValueMap>;
  readonly policy: string;
  readonly message: string;
  readonly property: string | undefined;
  /** How much it said of the same property before. */
  readonly earlier: number;
  /** Why it cannot say for certain. */
  readonly undetermined: string | undefined;
}

/** It as a divergence like any other: its fingerprint holds the policy, the resource and the property, not the words. */
export function ownDivergence(
  { pair: { subject, reference }, inputs, policy, message, property, earlier, undetermined }: Said,
  comparison: Comparison,
): Divergence {
  const path = property === undefined ? undefined : keySteps(property).map(({ text }) => text);
  const { project } = comparison.subject;
  const identity = [project, policy, subject.type, reference.name, property ?? "", ...(earlier > 0 ? [earlier] : [])];
  const values = { subject: valueAt(inputs.subject, path), reference: valueAt(inputs.reference, path) };
  const secret = [values.subject, values.reference].some((value) => value instanceof Secret);
  return {
    ...UNEXPLAINED,
    id: fingerprint(identity.join("\n")),
    kind: "changed",
    type: subject.type,
    subject,
    reference,
    symbolicName: comparison.symbolic?.subject(subject.name) ?? subject.name,
    path,
    key: property,
    values,
    facts: { ...FACTS, secret },
    undetermined:
      undetermined ?? (holdsUnknown(values.subject) || holdsUnknown(values.reference) ? UNKNOWN_YET : undefined),
    reported: { policy, message },
    ...(secret && undetermined !== undefined && { atMost: "advisory" as const }),
  };
}

function valueAt(inputs: Value, path: readonly string[] | undefined): Value | undefined {
  return path?.reduce<Value | undefined>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (Reflect.get(value, step) as Value)
        : undefined,
    inputs,
  );
}

const FACTS = plainFacts("configuration-parity", "text", "own");

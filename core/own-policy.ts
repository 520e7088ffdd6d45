import { createHash } from "node:crypto";
import { ReadError } from "./errors";
import type { Comparison, Divergence, Pair, Sides } from "./model/comparison";
import { keySteps } from "./model/key-path";
import { Secret, type Unknown, type Value, type ValueMap } from "./model/value";
import type { Knobs } from "./knobs";
import { symbolicInputs } from "./symbolic-inputs";
import type { ParityPolicy } from "./policy";
import { glob } from "./config/globs";
import type { Level } from "./vocabulary";
import { plainFacts } from "./model/plain-facts";

/** A policy of a team's own, over aligned resources of one type: what parity.yaml cannot say. */
export interface ResourcePolicy<Args extends object> {
  readonly name: string;
  readonly description: string;
  readonly level: Level;
  /** Glob over the type of both resources. */
  readonly on: string;
  /** Which cause of production-only bugs it covers. */
  readonly cause?: string;
  /** How to mend what it reports: an imperative half sentence. */
  readonly mend?: string;
  /** What can be set of it in policy configuration; what every policy offers where it says nothing. */
  readonly knobs?: Knobs;
  judge(subject: Inputs<Args>, reference: Inputs<Args>, report: Report): void;
}

/**
 * Inputs of a resource by its args type, as the comparison reads them: what only identifies is a symbol (`{env}-orders`,
 * `{queue.arn}`), equal on both sides where it means the same. What is not known yet or secret is a value of its own, to
 * be handled.
 */
export type Inputs<Args extends object> = {
  readonly [Key in keyof Args]?: Plain<NonNullable<Args[Key]>> | Unknown | Secret;
};

/** An args type without the promises and outputs that a program may pass. */
export type Plain<T> = T extends string | number | boolean
  ? T
  : T extends { apply: (...args: never[]) => unknown } | Promise<unknown>
    ? never
    : T extends readonly (infer Element)[]
      ? readonly (Plain<Element> | Unknown | Secret)[]
      : T extends object
        ? Inputs<T>
        : T;

/** Says that two aligned resources differ in a way that matters. */
export type Report = (message: string, about?: { readonly property?: string }) => void;

/** The same as the built-in policies are made of: it finds divergences, which are judged, waived and reported as all are. */
export function resourcePolicy<Args extends object>(own: ResourcePolicy<Args>): ParityPolicy {
  const matches = glob(own.on);
  return {
    name: own.name,
    description: own.description,
    level: own.level,
    cause: own.cause ?? own.description,
    ...(own.knobs !== undefined && { knobs: own.knobs }),
    mend: () => own.mend ?? "bring it to the reference",
    find: (comparison) =>
      comparison.pairs
        .filter(({ subject, reference }) => matches(subject.type) && matches(reference.type))
        .flatMap((pair) => findIn(pair, own, comparison)),
  };
}

function findIn<Args extends object>(
  pair: Pair,
  own: ResourcePolicy<Args>,
  comparison: Comparison,
): readonly Divergence[] {
  const found: Divergence[] = [];
  const inputs = symbolicInputs(pair, comparison);
  const report: Report = (message, { property } = {}) => {
    const earlier = found.filter(({ key }) => key === property).length;
    found.push(divergence({ pair, inputs, policy: own.name, message, property, earlier }, comparison));
  };
  try {
    own.judge(typed<Args>(inputs.subject), typed<Args>(inputs.reference), report);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ReadError(`the policy ${own.name} fails on ${pair.subject.name} (${pair.subject.type}): ${why}`);
  }
  return found;
}

/** The args type is the policy's own claim about what its type glob selects. */
function typed<Args extends object>(inputs: ValueMap): Inputs<Args> {
  return inputs as unknown as Inputs<Args>;
}

/** One thing that a policy said of a pair. */
interface Said {
  readonly pair: Pair;
  readonly inputs: Sides<ValueMap>;
  readonly policy: string;
  readonly message: string;
  readonly property: string | undefined;
  /** How much it said of the same property before. */
  readonly earlier: number;
}

function divergence(
  { pair: { subject, reference }, inputs, policy, message, property, earlier }: Said,
  comparison: Comparison,
): Divergence {
  const path = property === undefined ? undefined : keySteps(property).map(({ text }) => text);
  const { project } = comparison.subject;
  const identity = [project, policy, subject.type, reference.name, property ?? "", ...(earlier > 0 ? [earlier] : [])];
  const values = { subject: valueAt(inputs.subject, path), reference: valueAt(inputs.reference, path) };
  const secret = [values.subject, values.reference].some((value) => value instanceof Secret);
  return {
    id: createHash("sha256").update(identity.join("\n")).digest("hex").slice(0, 12),
    kind: "changed",
    type: subject.type,
    subject,
    reference,
    symbolicName: comparison.symbolic?.subject(subject.name) ?? subject.name,
    path,
    key: property,
    values,
    facts: { ...FACTS, secret },
    undetermined: undefined,
    status: undefined,
    origin: undefined,
    causedBy: undefined,
    reported: { policy, message },
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

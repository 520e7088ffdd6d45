import { createHash } from "node:crypto";
import type { Comparison, Divergence, Pair } from "./model/comparison";
import { keySteps } from "./model/key-path";
import type { Secret, Unknown, Value } from "./model/value";
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
  judge(subject: Inputs<Args>, reference: Inputs<Args>, report: Report): void;
}

/** Inputs of a resource by its args type. What is not known yet or secret is a value of its own, to be handled. */
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
  const report: Report = (message, { property } = {}) =>
    found.push(divergence(pair, own.name, message, property, comparison));
  own.judge(inputsOf(pair.subject.inputs), inputsOf(pair.reference.inputs), report);
  return found;
}

/** The args type is the policy's own claim about what its type glob selects; the values are as the state has them. */
function inputsOf<Args extends object>(inputs: Readonly<Record<string, Value>>): Inputs<Args> {
  return inputs as unknown as Inputs<Args>;
}

function divergence(
  { subject, reference }: Pair,
  policy: string,
  message: string,
  property: string | undefined,
  comparison: Comparison,
): Divergence {
  const path = property === undefined ? undefined : keySteps(property).map(({ text }) => text);
  const identity = [comparison.subject.project, policy, subject.type, reference.name, property ?? "", message].join(
    "\n",
  );
  return {
    id: createHash("sha256").update(identity).digest("hex").slice(0, 12),
    kind: "changed",
    type: subject.type,
    subject,
    reference,
    symbolicName: subject.name,
    path,
    key: property,
    values: { subject: valueAt(subject.inputs, path), reference: valueAt(reference.inputs, path) },
    facts: FACTS,
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

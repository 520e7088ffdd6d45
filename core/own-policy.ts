import { glob } from "./config/globs";
import { ReadError } from "./errors";
import type { Comparison, Divergence, Pair } from "./model/comparison";
import { Unknown, UNKNOWN_YET, type Secret, type ValueMap } from "./model/value";
import type { Knobs } from "./knobs";
import { symbolicInputs } from "./symbolic-inputs";
import { ownDivergence, type Said } from "./own-divergence";
import type { ParityPolicy } from "./policy";
import { watchedInputs, type Unseen } from "./watched-inputs";
import type { Level } from "./vocabulary";

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
  const unseen: Unseen = new Map();
  const inputs = symbolicInputs(pair, comparison);
  const [subject, reference] = [watchedInputs(inputs.subject, unseen), watchedInputs(inputs.reference, unseen)];
  const say = (said: Pick<Said, "message" | "property" | "undetermined">) => {
    const earlier = found.filter(({ key }) => key === said.property).length;
    found.push(ownDivergence({ pair, inputs, policy: own.name, earlier, ...said }, comparison));
  };
  let failure: string | undefined;
  try {
    own.judge(typed<Args>(subject), typed<Args>(reference), (message, { property } = {}) => {
      say({ message, property, undetermined: undefined });
    });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
    if (unseen.size === 0)
      throw new ReadError(`the policy ${own.name} fails on ${pair.subject.name} (${pair.subject.type}): ${failure}`);
  }
  const reported = found.map(({ key }) => key);
  for (const one of undecided(unseen, failure)) if (!reported.some((key) => covers(key, one.property))) say(one);
  return found;
}

/**
 * What a policy looked at and could not know, and so left open. A secret leaves something open only where the policy
 * failed, which without it, it might not have.
 */
function undecided(unseen: Unseen, failure: string | undefined) {
  const hidden = [...unseen].filter(([, value]) => value instanceof Unknown || failure !== undefined);
  return hidden.map(([property, value]) => {
    const why = value instanceof Unknown ? UNKNOWN_YET : "it is secret";
    const failed = failure === undefined ? "" : `, and the policy fails on that: ${failure}`;
    return { property, message: `${property} cannot be judged${failed}`, undetermined: why };
  });
}

function covers(key: string | undefined, property: string): boolean {
  return key !== undefined && (property === key || property.startsWith(`${key}.`) || property.startsWith(`${key}[`));
}

/** The args type is the policy's own claim about what its type glob selects. */
function typed<Args extends object>(inputs: ValueMap): Inputs<Args> {
  return inputs as unknown as Inputs<Args>;
}

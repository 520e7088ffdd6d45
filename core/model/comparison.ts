import type { AlignmentStep, DivergenceKind, EquivalenceSource, Level, Status } from "../vocabulary";
import type { PropertyFacts } from "./catalogue";
import type { Path } from "./path";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import type { Value } from "./value";

/** What the comparison found; nothing in it has been judged yet. */
export interface Comparison {
  readonly subject: Stack;
  readonly reference: Stack;
  readonly pairs: readonly Pair[];
  readonly equivalences: readonly Equivalence[];
  readonly divergences: readonly Divergence[];
  /** What diverged in the subject's last state and does no more. */
  readonly fixed?: readonly Divergence[];
  /** Texts as the comparison reads them: what means the same on both sides is the same. */
  readonly symbolic?: Sides<(text: string) => string>;
  /** How alike two resources are, 0 to 1, by names, properties and neighbours; 0 for what is not in the stacks. */
  readonly likeness?: (subject: Resource, reference: Resource) => number;
  /** Paths that are secret on a side and were compared for presence only. */
  readonly secrets: number;
  /** Plain remarks for the report's reader: untargeted resources, duplicate URNs, groups left out. */
  readonly remarks: readonly string[];
}

export interface Pair {
  readonly subject: Resource;
  readonly reference: Resource;
  readonly via: AlignmentStep;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Two texts that mean the same, one on each side. */
export interface Equivalence {
  readonly subject: string;
  readonly reference: string;
  readonly source: EquivalenceSource;
  /** How often it was seen or applied. */
  readonly occurrences: number;
  /** Of a learned one the differences that it took away, so that people can pin or refuse it. */
  readonly explains?: readonly { readonly urn: string; readonly key: string }[];
}

/** One difference between subject and reference, after what merely names or identifies was taken out. */
export interface Divergence {
  /** Stable fingerprint of project, environments, aligned resource and key: 12 hexadecimal digits. */
  readonly id: string;
  readonly kind: DivergenceKind;
  readonly type: string;
  readonly subject: Resource | undefined;
  readonly reference: Resource | undefined;
  /** The symbolised name, for selectors: `{env}-orders` where the resource is `staging-orders`. */
  readonly symbolicName: string;
  /** With the subject's own list indices (the reference's where only it has the element). */
  readonly path: Path | undefined;
  /** The same path with keyed elements by key, as rules and waivers spell it. */
  readonly key: string | undefined;
  /** What differs; undefined where a side has nothing. Secrets and unknowns are marks, never text. */
  readonly values: Sides<Value | undefined>;
  readonly facts: PropertyFacts;
  /** Why it cannot be known; then nothing else of it is certain. */
  readonly undetermined: string | undefined;
  readonly status: Status | undefined;
  readonly origin: Origin | undefined;
  /** Id of the divergence that this one follows from. */
  readonly causedBy: string | undefined;
  /** Where a policy found it by itself: that policy's name, and what it says. */
  readonly reported?: { readonly policy: string; readonly message: string };
  /** Its finding is of no higher level than this. */
  readonly atMost?: Level;
  /** True for what is said of another divergence (`causedBy`) because it has lasted too long. */
  readonly aged?: true;
  /** True for elements of a set that were matched only because both are left over. */
  readonly unordered?: boolean;
  /** Where parity.yaml speaks of several resources as one: a subsystem that is absent, or a substitute for another. */
  readonly group?: { readonly as: "absent" | "substitute"; readonly name: string; readonly reason: string | undefined };
}

export interface Sides<T> {
  readonly subject: T;
  readonly reference: T;
}

export type Origin =
  { readonly from: "configuration"; readonly key: string } | { readonly from: "program" } | { readonly from: "cloud" };

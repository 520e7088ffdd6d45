import type { Catalogue } from "../model/catalogue";
import type { Sides } from "../model/comparison";
import type { Stack } from "../model/stack";

/** What the comparison is told; all of it comes from parity.yaml, resolved for this one pair. */
export interface CompareOptions {
  readonly catalogue: Catalogue;
  /** What each side's environment is called: the name in parity.yaml, and whatever the stack's captures say. */
  readonly environments: Sides<EnvironmentIdentity>;
  /** Declared equivalents. */
  readonly same: readonly Sides<string>[];
  /** Learned equivalents that parity.yaml refuses. */
  readonly different: readonly Sides<string>[];
  /** `type::name` of either side. */
  readonly match: readonly Sides<string>[];
  readonly absent: readonly AbsentGroup[];
  readonly substitutes: readonly Substitute[];
  /** The subject's own last state, for `status`; undefined where it was never deployed or cannot be had. */
  readonly before: Stack | undefined;
  /** True where it is known that the subject has no last state. */
  readonly neverDeployed?: boolean;
  /** What a subsystem of our own names is worth sharing: patterns of values that may be production's. */
  readonly shareable: readonly string[];
}

export interface EnvironmentIdentity {
  /** `staging` */
  readonly environment: string;
  /** Further spellings known to mean it. */
  readonly aliases: readonly string[];
}

/** A subsystem that the named side does not have on purpose. Globs over `type` or `type::name`. */
export interface AbsentGroup {
  readonly name: string;
  readonly missingIn: "subject" | "reference";
  readonly on: readonly string[];
  readonly reason: string | undefined;
}

/** Different kinds of resources that serve one purpose, N to M. */
export interface Substitute {
  readonly name: string;
  readonly subject: readonly string[];
  readonly reference: readonly string[];
  /** Subject property → reference property, still judged. */
  readonly compare: Readonly<Record<string, string>>;
  readonly reason: string | undefined;
}

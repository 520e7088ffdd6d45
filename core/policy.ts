import type { ProvenanceFacts } from "./history";
import type { Comparison, Divergence } from "./model/comparison";
import type { Finding } from "./model/finding";
import type { Knobs } from "./knobs";
import { resourcePolicy, type ResourcePolicy } from "./own-policy";
import type { Level } from "./vocabulary";

/**
 * One policy: the built-in ones and a team's own are written the same way. All judge the same comparison; a divergence
 * belongs to the policy that its facts name.
 */
export interface ParityPolicy {
  readonly name: string;
  readonly description: string;
  /** Which cause of production-only bugs it covers. */
  readonly cause: string;
  readonly level: Level;
  /** What can be set of it in policy configuration; what every policy offers where it says nothing. */
  readonly knobs?: Knobs;
  /** How to mend a finding: an imperative half sentence, such as `upgrade the engine to 15.4`. */
  mend(finding: Finding): string;
  /** Divergences that this policy finds by itself, beyond those that the comparison gives. */
  find?(comparison: Comparison, context: PolicyContext): readonly Divergence[];
}

export interface PolicyContext {
  readonly now: Date;
  readonly provenance?: ProvenanceFacts;
}

/** Gives a literal its type; a policy over resources of one type (`on` and `judge`) becomes one like the built-in ones. */
export function defineParityPolicy(policy: ParityPolicy): ParityPolicy;
export function defineParityPolicy<Args extends object>(policy: ResourcePolicy<Args>): ParityPolicy;
export function defineParityPolicy<Args extends object>(policy: ParityPolicy | ResourcePolicy<Args>): ParityPolicy {
  return "judge" in policy ? resourcePolicy(policy) : policy;
}

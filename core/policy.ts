import type { ProvenanceFacts } from "./history";
import type { Comparison, Divergence } from "./model/comparison";
import type { Finding } from "./model/finding";
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
  /** How to mend a finding: an imperative half sentence, such as `upgrade the engine to 15.4`. */
  mend(finding: Finding): string;
  /** Divergences that this policy finds by itself, beyond those that the comparison gives. */
  find?(comparison: Comparison, context: PolicyContext): readonly Divergence[];
}

export interface PolicyContext {
  readonly now: Date;
  readonly provenance?: ProvenanceFacts;
}

/** Gives a literal its type. */
export function defineParityPolicy(policy: ParityPolicy): ParityPolicy {
  return policy;
}

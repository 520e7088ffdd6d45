import type { Divergence } from "../model/comparison";

/** Name of the policy that a divergence belongs to: the one that its property names, or a team's own that found it. */
export function ownerOf({ reported, facts }: Divergence): string {
  return reported?.policy ?? facts.policy;
}

import type { Stack } from "../model/stack";
import type { Sides } from "../model/comparison";
import { fingerprint } from "../model/fingerprint";

/**
 * Makes stable fingerprints for the divergences of one pair: of the aligned resource and the key, not of policies,
 * values or the tool's version. Two that would be the same are told apart by their order.
 */
export function fingerprints(stack: Stack, environments: Sides<string>): (resource: string, key: string) => string {
  const pair = [stack.project, environments.subject, environments.reference].join("\n");
  const made = new Map<string, number>();
  return (resource, key) => {
    const identity = `${pair}\n${resource}\n${key}`;
    const count = (made.get(identity) ?? 0) + 1;
    made.set(identity, count);
    return fingerprint(count === 1 ? identity : `${identity}\n${count}`);
  };
}

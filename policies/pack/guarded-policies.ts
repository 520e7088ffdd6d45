import type { ParityPolicy } from "../../core/policy";
import { oneLine } from "./one-line";
import type { Violation } from "./violation";

/** Policies of which a failing one takes nothing from the others, and what has failed so far. */
export interface GuardedPolicies {
  readonly policies: readonly ParityPolicy[];
  readonly failures: ReadonlyMap<string, readonly Violation[]>;
}

/** A policy that throws finds nothing, and is reported as a mandatory violation of its own. */
export function guardedPolicies(policies: readonly ParityPolicy[]): GuardedPolicies {
  const failures = new Map<string, readonly Violation[]>();
  return { policies: policies.map((policy) => guarded(policy, failures)), failures };
}

function guarded(policy: ParityPolicy, failures: Map<string, readonly Violation[]>): ParityPolicy {
  if (policy.find === undefined) return policy;
  return {
    ...policy,
    find: (comparison, context) => {
      try {
        return policy.find?.(comparison, context) ?? [];
      } catch (error) {
        failures.set(policy.name, [{ message: `this policy could not judge: ${oneLine(error)}`, severity: "high" }]);
        return [];
      }
    },
  };
}

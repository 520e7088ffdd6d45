import type { ParityPolicy } from "../../core/policy";
import { oneLine } from "./one-line";
import type { Violation } from "./violation";

/** Policies of which a failing one takes nothing from the others, and what has failed so far. */
export interface GuardedPolicies {
  readonly policies: readonly ParityPolicy[];
  readonly failures: ReadonlyMap<string, readonly Violation[]>;
}

/** A policy that throws finds nothing, and is reported as a mandatory violation of its own, unless all are overridden. */
export function guardedPolicies(policies: readonly ParityPolicy[], overridden: boolean): GuardedPolicies {
  const failures = new Map<string, readonly Violation[]>();
  return { policies: policies.map((policy) => guarded(policy, failures, overridden)), failures };
}

function guarded(policy: ParityPolicy, failures: Map<string, readonly Violation[]>, overridden: boolean): ParityPolicy {
  if (policy.find === undefined) return policy;
  return {
    ...policy,
    find: (comparison, context) => {
      try {
        return policy.find?.(comparison, context) ?? [];
      } catch (error) {
        const message = `this policy could not judge: ${oneLine(error)}`;
        const level = overridden ? ({ enforcementLevel: "advisory" } as const) : {};
        failures.set(policy.name, [{ message, severity: "high", ...level }]);
        return [];
      }
    },
  };
}

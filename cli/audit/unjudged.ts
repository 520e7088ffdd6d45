import type { ExemptStack, ParityConfig, ResolvedPair, StackIdentity } from "../../core/config";
import { membershipOf } from "../../core/config/pairs/membership";
import { fullName, stackPattern } from "../../core/config/pairs/stack-pattern";
import type { UnjudgedStack } from "../../core/report/types";

/** A stack that nothing judges: in no environment, or in one whose reference cannot be found. References need no judge. */
export function unjudgedStack(
  config: ParityConfig,
  stack: StackIdentity,
  pairs: readonly ResolvedPair[],
): readonly UnjudgedStack[] {
  const isStack = (other: StackIdentity) => other.project === stack.project && fullName(other) === fullName(stack);
  if (pairs.some(({ subject }) => isStack(subject))) return [];
  const environment = membershipOf(config, stack)?.environment;
  if (environment === undefined) return [{ stack: fullName(stack), why: "no environment of parity.yaml names it" }];
  if (environment.reference === undefined) return [];
  return [{ stack: fullName(stack), why: `no stack of ${environment.reference} fits it` }];
}

/** The reason why a stack need not be judged, where parity.yaml gives one. */
export function exemptionOf(exempt: readonly ExemptStack[], stack: StackIdentity): readonly UnjudgedStack[] {
  const found = exempt.find(({ stacks }) => stacks.some((text) => stackPattern(text).match(stack) !== undefined));
  return found === undefined ? [] : [{ stack: fullName(stack), why: found.reason }];
}

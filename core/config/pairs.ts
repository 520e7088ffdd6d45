import type { ParityConfig, ResolvedPair, StackIdentity } from "./types";

/**
 * Every judgement that parity.yaml asks for when this stack is previewed or audited: against its reference, against each
 * of several, and as a gate. Empty where nothing judges it. `known` are the stacks that exist, where the caller has the
 * list; without it references follow from the names alone. Throws UsageError where the stack stands in two environments
 * or its reference cannot be told.
 */
export function pairsFor(
  _config: ParityConfig,
  _subject: StackIdentity,
  _known?: readonly StackIdentity[],
): readonly ResolvedPair[] {
  return [];
}

/** The pair of two stacks that a caller named himself, whether or not parity.yaml knows them. */
export function adHocPair(_config: ParityConfig, _subject: StackIdentity, _reference: StackIdentity): ResolvedPair {
  throw new Error("not yet");
}

import type { Comparison, Divergence } from "../../model/comparison";
import { ageDrafts } from "./ages";
import { divergenceOf } from "./draft";
import type { ProvenanceFacts } from "./facts";
import { lifetimeDrafts } from "./lifetime";
import { overdue } from "./overdue";
import { ownerDrafts } from "./owner";
import { programDrafts } from "./program";

export type { ProvenanceFacts } from "./facts";
export { daysText } from "./ages";
export { lifetimeOf } from "./lifetime";
export { maxAgeOf } from "./overdue";
export { ownerOfStack } from "./owner";

/** What `provenance-parity` finds beyond the comparison: programs, versions and ages that should not differ so. */
export function provenanceDivergences(
  comparison: Comparison,
  facts: ProvenanceFacts,
  now: Date,
): readonly Divergence[] {
  const { subject } = comparison;
  const drafts = [
    ...programDrafts(comparison, facts),
    ...ageDrafts(comparison, facts, now),
    ...lifetimeDrafts(subject, facts.lifetimeDays, now),
    ...ownerDrafts(subject, facts),
  ];
  return [...drafts.map((one) => divergenceOf(one, comparison)), ...overdue(comparison, facts, now)];
}

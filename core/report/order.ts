import { LEVELS, POLICY_NAMES, type Verdict } from "../vocabulary";
import type { ReportedDivergence } from "./types";

const VERDICT_ORDER: Readonly<Record<Verdict, number>> = { beyond: 0, undetermined: 1, ahead: 2, waived: 3, within: 4 };

/** The most severe first; ties by policy, resource and key, so that two runs over the same stacks agree line by line. */
export function inOrder(divergences: readonly ReportedDivergence[]): readonly ReportedDivergence[] {
  return divergences
    .map((divergence) => ({ divergence, keys: sortKeys(divergence) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ divergence }) => divergence);
}

type SortKeys = readonly (string | number)[];

function sortKeys({ verdict, level, policy, type, subject, reference, key, id }: ReportedDivergence): SortKeys {
  const known = POLICY_NAMES.findIndex((name) => name === policy);
  const rank = known < 0 ? POLICY_NAMES.length : known;
  return [VERDICT_ORDER[verdict], LEVELS.indexOf(level), rank, type, reference ?? subject ?? "", key ?? "", id];
}

function compareKeys(a: SortKeys, b: SortKeys): number {
  for (let at = 0; at < a.length; at++) {
    const left = a[at] ?? "";
    const right = b[at] ?? "";
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}

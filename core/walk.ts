import { compare } from "./compare/compare";
import type { CompareOptions } from "./compare/options";
import type { ProvenanceFacts } from "./history";
import { judge } from "./judge/judge";
import type { JudgeContext, JudgeOptions } from "./judge/options";
import type { Comparison } from "./model/comparison";
import type { Finding } from "./model/finding";
import type { Stack } from "./model/stack";
import type { ParityPolicy } from "./policy";

/** Everything that is said about one pair, by parity.yaml or by the guess that stands in for it. */
export interface PairSettings {
  readonly compare: CompareOptions;
  readonly judge: JudgeOptions;
  /** What is known of where both sides come from, beyond what the stacks say. */
  readonly provenance?: ProvenanceFacts;
}

export interface Walked {
  readonly comparison: Comparison;
  readonly findings: readonly Finding[];
  /** What was beyond tolerance in the subject's last state and is gone; empty where that state is not known. */
  readonly fixed: readonly Finding[];
}

/** The whole walk for one pair of stacks that have been read: compare, then judge. Both faces call this and nothing else. */
export function walk(
  subject: Stack,
  reference: Stack,
  settings: PairSettings,
  policies: readonly ParityPolicy[],
  now: Date,
): Walked {
  const compared = compare(subject, reference, settings.compare);
  const found = policies.flatMap(
    (policy) => policy.find?.(compared, { now, provenance: settings.provenance ?? {} }) ?? [],
  );
  const comparison = { ...compared, divergences: [...compared.divergences, ...found] };
  const context = { policies, now };
  return {
    comparison,
    findings: judge(comparison, settings.judge, context),
    fixed: judgeFixed(compared, settings.judge, context),
  };
}

/** Judged as if it were still there: only what was beyond tolerance is worth a mention. */
function judgeFixed(compared: Comparison, options: JudgeOptions, context: JudgeContext): readonly Finding[] {
  const { fixed = [] } = compared;
  if (fixed.length === 0) return [];
  const ids = new Set(fixed.map(({ id }) => id));
  return judge({ ...compared, divergences: fixed }, options, context).filter(
    ({ id, verdict }) => ids.has(id) && verdict === "beyond",
  );
}

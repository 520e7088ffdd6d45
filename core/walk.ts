import { compare } from "./compare/compare";
import type { CompareOptions } from "./compare/options";
import type { ProvenanceFacts, Since } from "./history";
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
  /** With what the policies found by themselves. */
  readonly comparison: Comparison;
  readonly findings: readonly Finding[];
  /** What was beyond tolerance in the subject's last state and is gone; empty where that state is not known. */
  readonly fixed: readonly Finding[];
}

/** A walk that can be judged once more. */
export interface FirstWalk extends Walked {
  /** What both stacks say, before any policy found more. */
  readonly compared: Comparison;
}

/** The whole walk for one pair of stacks that have been read: compare, then judge. Both faces call this and nothing else. */
export function walk(
  subject: Stack,
  reference: Stack,
  settings: PairSettings,
  policies: readonly ParityPolicy[],
  now: Date,
): FirstWalk {
  return judged(compare(subject, reference, settings.compare), settings, policies, now);
}

/** Judges once more what was compared, now that the history has said when divergences began. */
export function walkWithPast(
  { compared }: FirstWalk,
  began: ReadonlyMap<string, Since>,
  settings: PairSettings,
  policies: readonly ParityPolicy[],
  now: Date,
): FirstWalk {
  const provenance = { ...settings.provenance, began };
  return judged(compared, { ...settings, judge: { ...settings.judge, past: { began } }, provenance }, policies, now);
}

function judged(compared: Comparison, settings: PairSettings, policies: readonly ParityPolicy[], now: Date): FirstWalk {
  const found = policies.flatMap(
    (policy) => policy.find?.(compared, { now, provenance: settings.provenance ?? {} }) ?? [],
  );
  const comparison = { ...compared, divergences: [...compared.divergences, ...found] };
  const context = { policies, now };
  return {
    compared,
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

import type { Comparison } from "../model/comparison";
import type { Finding } from "../model/finding";
import type { JudgeContext, JudgeOptions } from "./options";

/** Every divergence gets its verdict, level and the rule that made it. None is lost. */
export function judge(comparison: Comparison, options: JudgeOptions, _context: JudgeContext): readonly Finding[] {
  return comparison.divergences.map((divergence) => ({
    ...divergence,
    policy: divergence.facts.policy,
    verdict: divergence.undetermined === undefined ? "beyond" : "undetermined",
    level: options.level,
    rule: "strict/default",
    message: "",
  }));
}

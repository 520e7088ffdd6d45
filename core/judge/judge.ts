import type { Comparison } from "../model/comparison";
import type { Finding } from "../model/finding";
import type { ParityPolicy } from "../policy";
import { openBench } from "./bench";
import { followed } from "./followed";
import { hygiene } from "./hygiene";
import { message } from "./message";
import type { JudgeContext, JudgeOptions } from "./options";
import { verdictOf, type Verdicted } from "./verdict";

/**
 * Every divergence gets its verdict, level and the rule that made it; none is lost. What is to be said of the waivers
 * themselves follows at the end.
 */
export function judge(comparison: Comparison, options: JudgeOptions, context: JudgeContext): readonly Finding[] {
  const bench = openBench(comparison, options, context);
  const policies = new Map(context.policies.map((policy) => [policy.name, policy]));
  const verdicts = comparison.divergences.map((divergence) => verdictOf(divergence, bench));
  const findings = followed(comparison, bench, verdicts);
  const all = findings.map((finding, at) => worded(finding, verdicts[at], policies, options));
  return [...all, ...hygiene(comparison, findings, bench, context.now)];
}

function worded(
  finding: Finding,
  judged: Verdicted | undefined,
  policies: ReadonlyMap<string, ParityPolicy>,
  { environments }: JudgeOptions,
): Finding {
  const { verdict, rule } = finding;
  const mend = policies.get(finding.policy)?.mend(finding);
  const because = judged?.because === "" ? undefined : judged?.because;
  return { ...finding, message: message(finding, { verdict, rule, because, mend, reference: environments.reference }) };
}

import type { Comparison } from "../model/comparison";
import type { Finding } from "../model/finding";
import { openBench, selectorContext } from "./bench";
import { decide } from "./decide";
import { followed } from "./followed";
import type { JudgeContext, JudgeOptions, ToleranceRule } from "./options";
import { matchingRules } from "./rules";
import { verdictOf } from "./verdict";

/** Why a divergence was judged as it was. */
export interface Explanation {
  /** Every rule that matches, in the order in which they stand; the last with an `allow` decides, and so for `level`. */
  readonly rules: readonly ExplainedRule[];
  readonly waivers: readonly { readonly id: string; readonly expired: boolean }[];
  readonly verdict: Finding["verdict"];
  readonly level: Finding["level"];
  readonly rule: string;
  /** The same by rules and waivers alone, before it follows what causes it. */
  readonly own: Pick<Finding, "verdict" | "level" | "rule">;
}

export interface ExplainedRule {
  readonly name: string;
  readonly reason: string | undefined;
  readonly allow: string | undefined;
  readonly level: string | undefined;
  /** Whether its `allow` covers the divergence, and if not, why. */
  readonly holds: boolean | "unknown" | undefined;
  readonly because: string | undefined;
  readonly decides: readonly ("allow" | "level")[];
}

/** Asks the judge's own parts again, for one finding after the other. */
export function explainer(
  comparison: Comparison,
  options: JudgeOptions,
  context: JudgeContext,
): (finding: Finding) => Explanation {
  const bench = openBench(comparison, options, context);
  const selectors = selectorContext(comparison, options);
  const judged = new Map(followed(comparison, bench).map((finding) => [finding.id, finding]));
  return (finding) => {
    const own = verdictOf(finding, bench);
    const { verdict, level, rule } = judged.get(finding.id) ?? own;
    const matching = matchingRules(options.rules, finding, selectors);
    const deciding = {
      allow: matching.findLast((one) => one.allow !== undefined),
      level: matching.findLast((one) => one.level !== undefined),
    };
    return {
      rules: matching.map((one) => explained(one, finding, options, deciding)),
      waivers: bench.waivers
        .filter(({ matches }) => matches(finding))
        .map(({ waiver, expired }) => ({ id: waiver.id, expired })),
      ...{ verdict, level, rule },
      own: { verdict: own.verdict, level: own.level, rule: own.rule },
    };
  };
}

function explained(
  rule: ToleranceRule,
  divergence: Finding,
  { catalogue, environments, project }: JudgeOptions,
  deciding: Readonly<Record<"allow" | "level", ToleranceRule | undefined>>,
): ExplainedRule {
  const decision =
    rule.allow === undefined ? undefined : decide(rule.allow, { divergence, catalogue, environments, project });
  return {
    name: rule.name,
    reason: rule.reason,
    allow: rule.allow?.kind,
    level: rule.level,
    holds: decision?.holds,
    because: decision === undefined || decision.holds === true ? undefined : decision.because,
    decides: (["allow", "level"] as const).filter((what) => deciding[what] === rule),
  };
}

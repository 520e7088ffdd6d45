import type { Comparison } from "../model/comparison";
import { selectorContext } from "./bench";
import type { JudgeOptions, ToleranceRule } from "./options";
import { compileSelector } from "./selector";

/** Rules and groups of a team's own files that no divergence fits: a typing mistake, or no longer needed. */
export function idleRules(comparison: Comparison, options: JudgeOptions): readonly ToleranceRule[] {
  const context = selectorContext(comparison, options);
  const all = [...comparison.divergences, ...(comparison.fixed ?? [])];
  return options.rules
    .filter(isOfFile)
    .filter(({ select }) => select.environment === undefined || select.environment.includes(context.environment))
    .filter(({ select }) => !all.some(compileSelector(select, context)));
}

/** `parity.yaml:17`; a preset's rules are called `standard/…` and need not all be of use. */
export function isOfFile({ name }: Pick<ToleranceRule, "name">): boolean {
  return /:\d+( \(.*\))?$/.test(name);
}

import type { Comparison } from "../model/comparison";
import type { AheadContext } from "./ahead";
import { touchedBy } from "./gate";
import type { JudgeContext, JudgeOptions } from "./options";
import { compileRules } from "./rules";
import { ancestorsIn, type SelectorContext } from "./selector";
import type { Bench } from "./verdict";
import { compileWaivers } from "./waivers";

/** Rules and waivers, compiled once for all divergences of a comparison. */
export function openBench(comparison: Comparison, options: JudgeOptions, { policies, now }: JudgeContext): Bench {
  const selectors = selectorContext(comparison, options);
  const levels = new Map(policies.map(({ name, level }) => [name, level]));
  return {
    options,
    rulings: compileRules(options.rules, selectors),
    waivers: compileWaivers(options.waivers, selectors, now),
    ahead: aheadContext(comparison, options, now),
    touched: options.gate === undefined ? undefined : touchedBy(comparison.reference, options.gate.before),
    policyLevel: (policy) => levels.get(policy) ?? "mandatory",
  };
}

export function aheadContext(comparison: Comparison, options: JudgeOptions, now: Date): AheadContext {
  const { catalogue, leadDays, before, past } = options;
  return { comparison, catalogue, leadDays, before, began: past?.began, now };
}

export function selectorContext(comparison: Comparison, options: JudgeOptions): SelectorContext {
  const { project, environments, catalogue, gate } = options;
  const environment = gate === undefined ? environments.subject : environments.reference;
  return { project, environment, catalogue, ancestors: ancestorsIn(comparison) };
}

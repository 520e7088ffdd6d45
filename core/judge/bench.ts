import type { Comparison } from "../model/comparison";
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
    ahead: { comparison, catalogue: options.catalogue, leadDays: options.leadDays, before: options.before, now },
    touched: options.gate === undefined ? undefined : touchedBy(comparison.reference, options.gate.before),
    policyLevel: (policy) => levels.get(policy) ?? "mandatory",
  };
}

export function selectorContext(comparison: Comparison, options: JudgeOptions): SelectorContext {
  const { project, environments, catalogue, gate } = options;
  const environment = gate === undefined ? environments.subject : environments.reference;
  return { project, environment, catalogue, ancestors: ancestorsIn(comparison) };
}

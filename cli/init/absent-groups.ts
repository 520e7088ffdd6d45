import type { Finding } from "../../core/model/finding";
import type { Stack } from "../../core/model/stack";

/** A subsystem of which the subject has nothing at all. */
export interface AbsentProposal {
  readonly name: string;
  readonly glob: string;
  readonly missing: number;
}

const FEWEST = 2;

/** Modules (`aws:appautoscaling/*`) that are missing as a whole. */
export function proposeAbsent(findings: readonly Finding[], subject: Stack): readonly AbsentProposal[] {
  const here = new Set(subject.resources.map(({ type }) => moduleOf(type)));
  const missing = new Map<string, number>();
  for (const { kind, type } of findings)
    if (kind === "missing") missing.set(moduleOf(type), (missing.get(moduleOf(type)) ?? 0) + 1);
  return [...missing]
    .filter(([module, count]) => count >= FEWEST && !here.has(module) && module.includes("/"))
    .map(([module, count]) => ({ name: module.replace(/^[^:]+:|\/$/g, ""), glob: `${module}*`, missing: count }));
}

/** `aws:rds/` of `aws:rds/instance:Instance`; a type without modules stands for itself. */
function moduleOf(type: string): string {
  return /^[^:]+:[^/:]+\//.exec(type)?.[0] ?? type;
}

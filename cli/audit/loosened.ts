import type { Report, ReportedDivergence, ReportedLoosening } from "../../core/report/types";
import { LEVELS } from "../../core/vocabulary";

/** What passes now, or is less severe, and was not by the rules as they were before; the stacks are the same. */
export function loosened(now: Report, before: Report): readonly ReportedLoosening[] {
  const earlier = new Map(before.divergences.map((divergence) => [divergence.id, divergence]));
  return now.divergences.flatMap((divergence) => {
    const was = earlier.get(divergence.id);
    if (was === undefined || severity(divergence) >= severity(was)) return [];
    return [{ divergence: divergence.id, before: ruling(was), now: ruling(divergence) }];
  });
}

function severity({ verdict, level }: ReportedDivergence): number {
  return verdict === "beyond" ? LEVELS.length - LEVELS.indexOf(level) : 0;
}

function ruling({ rule, verdict, level }: ReportedDivergence): string {
  return `${rule} (${verdict === "beyond" ? level : verdict})`;
}

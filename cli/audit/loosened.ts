import type { Rejudged, Report, ReportedDivergence, ReportedLoosening } from "../../core/report/types";
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

/** Every divergence that would be judged otherwise by other rules; the stacks are the same. */
export function rejudged(now: Report, then: Report): readonly Rejudged[] {
  const others = new Map(then.divergences.map((divergence) => [divergence.id, divergence]));
  return now.divergences.flatMap((divergence) => {
    const other = others.get(divergence.id);
    if (other === undefined || outcome(other) === outcome(divergence)) return [];
    return [{ divergence: divergence.id, now: ruling(divergence), then: ruling(other) }];
  });
}

function outcome({ verdict, level }: ReportedDivergence): string {
  return `${verdict} ${verdict === "beyond" ? level : ""}`;
}

function severity({ verdict, level }: ReportedDivergence): number {
  return verdict === "beyond" ? LEVELS.length - LEVELS.indexOf(level) : 0;
}

function ruling({ rule, verdict, level }: ReportedDivergence): string {
  return `${rule} (${verdict === "beyond" ? level : verdict})`;
}

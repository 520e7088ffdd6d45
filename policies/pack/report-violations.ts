import type { Report, ReportedDivergence } from "../../core/report/types";
import { clusters, type Cluster } from "../../reporters/view/clusters";
import { findingText } from "./finding-text";
import type { Violation } from "./violation";

/** Findings of one run that are told one by one; a person reads them in a minute. The rest is counted. */
const TOLD = 30;
const TOLD_AT_LEAST = 3;

export interface Telling {
  /** True where sides are mirrored: the reference is what is being previewed. */
  readonly gate: boolean;
  /** Nothing of this pair may reject: an override, or only a guess. */
  readonly lowered: boolean;
  /** How to see all of it. */
  readonly seeAll: string;
}

/** What one pair's report has to say, by policy: the most severe first, equal findings as one. */
export function reportViolations(report: Report, telling: Telling): ReadonlyMap<string, readonly Violation[]> {
  const byPolicy = groupByPolicy(report.divergences.filter(isTold));
  const limit = Math.max(TOLD_AT_LEAST, Math.floor(TOLD / Math.max(1, byPolicy.size)));
  return new Map(
    [...byPolicy].map(([policy, divergences]) => {
      const found = clusters(divergences);
      const told = found.slice(0, limit).map((cluster) => toldViolation(cluster, report, telling));
      const rest = found.slice(limit).flatMap(({ all }) => all);
      return [policy, rest.length === 0 ? told : [...told, countedViolation(rest, telling)]];
    }),
  );
}

/** Beyond tolerance, or ahead; what is undetermined has a level of its own and is summed up unless it rejects. */
function isTold({ verdict, level }: ReportedDivergence): boolean {
  if (level === "disabled") return false;
  return verdict === "beyond" || verdict === "ahead" || (verdict === "undetermined" && level === "mandatory");
}

function groupByPolicy(divergences: readonly ReportedDivergence[]): ReadonlyMap<string, ReportedDivergence[]> {
  const groups = new Map<string, ReportedDivergence[]>();
  for (const divergence of divergences) {
    const group = groups.get(divergence.policy);
    if (group === undefined) groups.set(divergence.policy, [divergence]);
    else group.push(divergence);
  }
  return groups;
}

function toldViolation(cluster: Cluster, report: Report, telling: Telling): Violation {
  const urn = telling.gate ? cluster.first.reference : cluster.first.subject;
  return {
    message: findingText(cluster, report),
    ...(urn !== null && { urn }),
    ...levelOf(cluster.all, telling),
    severity: severityOf(cluster.first),
  };
}

function countedViolation(rest: readonly ReportedDivergence[], telling: Telling): Violation {
  return { message: `and ${rest.length} more; ${telling.seeAll}`, ...levelOf(rest, telling), severity: "low" };
}

/** A level is only ever sent to lower: the engine's configured one stands where none is sent. */
function levelOf(
  divergences: readonly ReportedDivergence[],
  { lowered }: Telling,
): Pick<Violation, "enforcementLevel"> {
  const rejects =
    !lowered && divergences.some((divergence) => divergence.level === "mandatory" && divergence.verdict !== "ahead");
  return rejects ? {} : { enforcementLevel: "advisory" };
}

function severityOf({ verdict, level }: ReportedDivergence): NonNullable<Violation["severity"]> {
  if (verdict !== "beyond") return "low";
  return level === "mandatory" ? "high" : "medium";
}

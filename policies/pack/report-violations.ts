import { resourceName } from "../../core/report/label";
import { plainLine } from "../../core/report/plain";
import type { Report, ReportedDivergence } from "../../core/report/types";
import { clusters, type Cluster } from "../../reporters/view/clusters";
import { broughtText, rootsOf, type Roots } from "../../reporters/view/roots";
import { groupBy } from "../../core/group-by";
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
  /** True where only what this change introduced or worsened is enforced. */
  readonly introducedOnly: boolean;
  /** How to see all of it. */
  readonly seeAll: string;
}

/** What one pair's report has to say, by policy: the most severe first, equal findings as one. */
export function reportViolations(report: Report, telling: Telling): ReadonlyMap<string, readonly Violation[]> {
  const byPolicy = groupBy(
    report.divergences.filter((divergence) => isTold(divergence, telling)),
    ({ policy }) => policy,
  );
  const limit = Math.max(TOLD_AT_LEAST, Math.floor(TOLD / Math.max(1, byPolicy.size)));
  return new Map(
    [...byPolicy].map(([policy, divergences]) => {
      // Within one policy only, as what another's level rejects must not hide behind this one; and every resource that is
      // missing is told by its name.
      const { roots, brought } = rootsOf(divergences, isProperty);
      const found = clusters(roots);
      const told = found.slice(0, limit).map((cluster) => toldViolation(cluster, brought, report, telling));
      const rest = found.slice(limit).flatMap(({ all }) => all);
      return [policy, rest.length === 0 ? told : [...told, countedViolation(rest, telling)]];
    }),
  );
}

/** Beyond tolerance, or ahead; what is undetermined, or not enforced for its age, is summed up unless it rejects. */
function isTold(divergence: ReportedDivergence, { introducedOnly }: Telling): boolean {
  const { verdict, level } = divergence;
  if (level === "disabled" || (introducedOnly && isLeftAside(divergence))) return false;
  return verdict === "beyond" || verdict === "ahead" || (verdict === "undetermined" && level === "mandatory");
}

function isProperty({ key }: ReportedDivergence): boolean {
  return key !== null;
}

function toldViolation(cluster: Cluster, brought: Roots["brought"], report: Report, telling: Telling): Violation {
  const urn = telling.gate ? cluster.first.reference : cluster.first.subject;
  return {
    message: findingText(cluster, report, broughtText(cluster, brought)),
    ...(urn !== null && { urn }),
    ...levelOf(cluster.all, telling),
    severity: severityOf(cluster.first),
  };
}

function countedViolation(rest: readonly ReportedDivergence[], telling: Telling): Violation {
  return { message: `and ${rest.length} more; ${telling.seeAll}`, ...levelOf(rest, telling), severity: "low" };
}

/** A level is only ever sent to lower: the engine's configured one stands where none is sent. */
export function levelOf(
  divergences: readonly ReportedDivergence[],
  { lowered }: Pick<Telling, "lowered">,
): Pick<Violation, "enforcementLevel"> {
  const rejects =
    !lowered && divergences.some((divergence) => divergence.level === "mandatory" && divergence.verdict !== "ahead");
  return rejects ? {} : { enforcementLevel: "advisory" };
}

function severityOf({ verdict, level }: ReportedDivergence): NonNullable<Violation["severity"]> {
  if (verdict !== "beyond") return "low";
  return level === "mandatory" ? "high" : "medium";
}

/** What only sums up: one line each. */
export function summaryViolations({ divergences }: Report, { introducedOnly }: Telling): readonly Violation[] {
  const unknown = divergences.filter(({ verdict, level }) => verdict === "undetermined" && level === "advisory");
  const aside = introducedOnly ? divergences.filter(isLeftAside) : [];
  return [
    ...counted(unknown, "cannot be known before they are deployed, or at all"),
    ...counted(aside, "were there before this change and are not enforced (enforce: introduced)"),
  ];
}

function isLeftAside({ verdict, level, status }: ReportedDivergence): boolean {
  return verdict === "beyond" && level === "advisory" && status === "existing";
}

const NAMED = 3;

function counted(divergences: readonly ReportedDivergence[], what: string): readonly Violation[] {
  if (divergences.length === 0) return [];
  const names = divergences
    .slice(0, NAMED)
    .map((one) => `${resourceName(one)}${one.key === null ? "" : ` ${one.key}`}`);
  const more = divergences.length > NAMED ? `, and ${divergences.length - NAMED} more` : "";
  const noun = divergences.length === 1 ? "1 divergence" : `${divergences.length} divergences`;
  const message = plainLine(`${noun} ${what}: ${names.join(", ")}${more}`);
  return [{ message, enforcementLevel: "advisory", severity: "low" }];
}

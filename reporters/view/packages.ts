import { plainLine } from "../../core/report/plain";
import type { ReportedDivergence } from "../../core/report/types";

const COMPONENT = "parity:sbom:Component";
/** More packages than this that differ are told by their numbers. */
const FEW = 10;
/** Packages that are named for each ecosystem, as examples. */
const NAMED = 3;

/** Divergences without the many of a bill of materials, and a line an ecosystem that stands for those. */
export interface PackagesApart {
  readonly others: readonly ReportedDivergence[];
  /** `npm: 31 older, 2 missing (express, pg, zod …)` */
  readonly lines: readonly string[];
}

export function packagesApart(divergences: readonly ReportedDivergence[]): PackagesApart {
  const packages = divergences.filter(({ type }) => type === COMPONENT);
  if (packages.length <= FEW) return { others: divergences, lines: [] };
  const ecosystems = new Map<string, ReportedDivergence[]>();
  for (const one of packages) {
    const { ecosystem } = packageOf(one);
    ecosystems.set(ecosystem, [...(ecosystems.get(ecosystem) ?? []), one]);
  }
  const lines = [...ecosystems].map(([ecosystem, all]) => `${ecosystem}: ${countsOf(all)} (${examplesOf(all)})`);
  return { others: divergences.filter(({ type }) => type !== COMPONENT), lines: lines.map(plainLine) };
}

function countsOf(packages: readonly ReportedDivergence[]): string {
  const counts = new Map<string, number>();
  for (const one of packages) counts.set(changeOf(one), (counts.get(changeOf(one)) ?? 0) + 1);
  return [...counts].map(([change, count]) => `${count} ${change}`).join(", ");
}

function changeOf({ kind, values }: ReportedDivergence): string {
  if (kind !== "changed") return kind === "added" || kind === "removed" ? "in other versions" : kind;
  const { subject, reference } = values;
  if (typeof subject !== "string" || typeof reference !== "string") return "in other versions";
  return subject.localeCompare(reference, "en", { numeric: true }) < 0 ? "older" : "newer";
}

function examplesOf(packages: readonly ReportedDivergence[]): string {
  const names = packages.slice(0, NAMED).map((one) => packageOf(one).name);
  return names.join(", ") + (packages.length > NAMED ? " …" : "");
}

/** From the URN's last part, `pkg:npm/express`. */
function packageOf({ subject, reference }: ReportedDivergence): { ecosystem: string; name: string } {
  const urn = subject ?? reference ?? "";
  const [, ecosystem = "other", name = urn] = /::pkg:([^/]+)\/(.+)$/.exec(urn) ?? [];
  return { ecosystem, name };
}

import { plainLine } from "../../core/report/plain";
import type { ReportedDivergence } from "../../core/report/types";

const COMPONENT = "parity:sbom:Component";
/** More packages than this that differ are told by their numbers. */
const FEW = 10;
/** Packages that are named for each ecosystem, as examples. */
const NAMED = 3;

/** Divergences without the many of a bill of materials, and these by ecosystem. */
export interface PackagesApart {
  readonly others: readonly ReportedDivergence[];
  readonly ecosystems: readonly EcosystemSummary[];
}

/** The packages of one ecosystem that differ, and a line that stands for them. */
export interface EcosystemSummary {
  /** `npm: 31 older, 2 missing (express, pg, zod …)` */
  readonly line: string;
  readonly packages: readonly ReportedDivergence[];
}

export function packagesApart(divergences: readonly ReportedDivergence[]): PackagesApart {
  const packages = divergences.filter(({ type }) => type === COMPONENT);
  if (packages.length <= FEW) return { others: divergences, ecosystems: [] };
  const ecosystems = new Map<string, ReportedDivergence[]>();
  for (const one of packages) {
    const { ecosystem } = packageOf(one);
    ecosystems.set(ecosystem, [...(ecosystems.get(ecosystem) ?? []), one]);
  }
  return {
    others: divergences.filter(({ type }) => type !== COMPONENT),
    ecosystems: [...ecosystems].map(([ecosystem, all]) => ({
      line: plainLine(`${ecosystem}: ${countsOf(all)} (${examplesOf(all)})`),
      packages: all,
    })),
  };
}

function countsOf(packages: readonly ReportedDivergence[]): string {
  const counts = new Map<string, number>();
  for (const one of packages) counts.set(changeOf(one), (counts.get(changeOf(one)) ?? 0) + 1);
  return [...counts].map(([change, count]) => `${count} ${change}`).join(", ");
}

function changeOf({ kind, newer }: ReportedDivergence): string {
  if (kind === "missing" || kind === "extra") return kind;
  return newer === undefined ? "in other versions" : newer ? "newer" : "older";
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

import type { ReportedDivergence } from "../../core/report/types";
import { groupBy } from "../../core/group-by";

/** The same divergence on one or more resources: same policy, property, values, verdict and rule. */
export interface Cluster {
  readonly first: ReportedDivergence;
  readonly all: readonly ReportedDivergence[];
}

/** In the order of each cluster's first divergence. */
export function clusters(divergences: readonly ReportedDivergence[]): readonly Cluster[] {
  return [...groupBy(divergences, signatureOf).values()].flatMap((all) =>
    all[0] === undefined ? [] : [{ first: all[0], all }],
  );
}

/** Missing and extra resources stay apart: each is a thing of its own. */
function signatureOf({ id, key, kind, policy, values, verdict, level, rule, status }: ReportedDivergence): string {
  return key === null ? id : JSON.stringify([key, kind, policy, values, verdict, level, rule, status]);
}

/** Consecutive clusters about one resource together; those about several resources stand alone. */
export function byResource(list: readonly Cluster[]): readonly (readonly Cluster[])[] {
  const ownerOf = ({ first, all }: Cluster) =>
    all.length > 1 ? first.id : `${first.subject ?? ""} ${first.reference ?? ""}`;
  return [...groupBy(list, ownerOf).values()];
}

import type { ReportedDivergence } from "../../core/report/types";

/** The same divergence on one or more resources: same policy, property, values, verdict and rule. */
export interface Cluster {
  readonly first: ReportedDivergence;
  readonly all: readonly ReportedDivergence[];
}

/** In the order of each cluster's first divergence. */
export function clusters(divergences: readonly ReportedDivergence[]): readonly Cluster[] {
  const bySignature = new Map<string, ReportedDivergence[]>();
  for (const divergence of divergences) {
    const signature = signatureOf(divergence);
    const cluster = bySignature.get(signature);
    if (cluster === undefined) bySignature.set(signature, [divergence]);
    else cluster.push(divergence);
  }
  return [...bySignature.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}

/** Missing and extra resources stay apart: each is a thing of its own. */
function signatureOf({ id, key, kind, policy, values, verdict, level, rule, status }: ReportedDivergence): string {
  return key === null ? id : JSON.stringify([key, kind, policy, values, verdict, level, rule, status]);
}

/** Consecutive clusters about one resource together; those about several resources stand alone. */
export function byResource(list: readonly Cluster[]): readonly (readonly Cluster[])[] {
  const groups = new Map<string, Cluster[]>();
  for (const cluster of list) {
    const { first, all } = cluster;
    const owner = all.length > 1 ? first.id : `${first.subject ?? ""} ${first.reference ?? ""}`;
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [cluster]);
    else group.push(cluster);
  }
  return [...groups.values()];
}

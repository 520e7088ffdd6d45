import { resourceName } from "../../core/report/label";
import type { ReportedDivergence } from "../../core/report/types";
import type { Cluster } from "./clusters";
import { groupBy } from "../../core/group-by";

/** What has to be told, and under each id what only follows from it: whoever mends the one mends the others. */
export interface Roots {
  readonly roots: readonly ReportedDivergence[];
  readonly brought: ReadonlyMap<string, readonly ReportedDivergence[]>;
}

/**
 * Folds what follows from something that is told as well, of what `mayFold`. What is judged more severely than its cause
 * is told itself.
 */
export function rootsOf(
  told: readonly ReportedDivergence[],
  mayFold: (divergence: ReportedDivergence) => boolean = () => true,
): Roots {
  const byId = new Map(told.map((divergence) => [divergence.id, divergence]));
  const rootIds = new Map(told.map((one) => [one.id, mayFold(one) ? rootOf(one, byId).id : one.id]));
  const isRoot = ({ id }: ReportedDivergence) => rootIds.get(id) === id;
  const followers = told.filter((one) => !isRoot(one));
  return { roots: told.filter(isRoot), brought: groupBy(followers, ({ id }) => rootIds.get(id) ?? id) };
}

/** The first cause that is told; what causes itself in a circle is its own. */
function rootOf(divergence: ReportedDivergence, byId: ReadonlyMap<string, ReportedDivergence>): ReportedDivergence {
  const seen = new Set<string>();
  let root = divergence;
  for (;;) {
    const cause = root.causedBy === undefined ? undefined : byId.get(root.causedBy);
    if (cause === undefined || isMilder(cause, divergence)) return root;
    if (seen.has(cause.id)) return divergence;
    seen.add(cause.id);
    root = cause;
  }
}

function isMilder(cause: ReportedDivergence, divergence: ReportedDivergence): boolean {
  return rejects(divergence) && !rejects(cause);
}

function rejects({ verdict, level }: ReportedDivergence): boolean {
  return level === "mandatory" && (verdict === "beyond" || verdict === "undetermined");
}

const NAMED = 3;

/** `2 more, which go away with it (Route private-b, NatGateway b)`; undefined where nothing follows from the cluster. */
export function broughtText({ all }: Cluster, brought: Roots["brought"]): string | undefined {
  const followers = all.flatMap(({ id }) => brought.get(id) ?? []);
  if (followers.length === 0) return undefined;
  const names = [...new Set(followers.map((one) => `${one.type.split(":").at(-1) ?? ""} ${resourceName(one)}`))];
  const named = [...names.slice(0, NAMED), ...(names.length > NAMED ? ["…"] : [])].join(", ");
  return `${followers.length} more, which ${followers.length === 1 ? "goes" : "go"} away with it (${named})`;
}

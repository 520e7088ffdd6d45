import { days, daysOf } from "../durations";
import type { Layer } from "../layer";
import type { ParityDocument } from "../schema/document";
import type { PairDefaults } from "../types";

const LEAD_DAYS = 14;
const STALE_DAYS = 7;

/** What holds where no environment says otherwise; the innermost file that says it wins. */
export function foldDefaults(layers: readonly Layer[]): PairDefaults {
  const said = <K extends keyof ParityDocument>(key: K): ParityDocument[K] | undefined =>
    layers.findLast(({ document }) => document[key] !== undefined)?.document[key];
  return {
    level: said("level") ?? "mandatory",
    enforce: said("enforce") ?? "all",
    undetermined: said("undetermined") ?? "advisory",
    leadDays: daysOf(said("lead")) ?? LEAD_DAYS,
    maxStaleDays: daysOf(said("maxStale")) ?? STALE_DAYS,
    onReferenceAbsent: said("onReferenceAbsent") ?? "advisory",
    judgeDuringUp: said("judgeDuringUp") ?? false,
    maxAgeDays: layers.reduce<PairDefaults["maxAgeDays"]>((below, { document }) => ages(document.maxAge, below), {}),
    maxReferenceAgeDays: daysOf(said("maxReferenceAge")),
    maxDeploymentAgeDays: daysOf(said("maxDeploymentAge")),
  };
}

/** A span for all takes the place of what stood below; spans by policy only that of the same policies. */
function ages(maxAge: ParityDocument["maxAge"], below: PairDefaults["maxAgeDays"]): PairDefaults["maxAgeDays"] {
  if (maxAge === undefined) return below;
  if (typeof maxAge !== "object") return { "*": days(maxAge) };
  return { ...below, ...Object.fromEntries(Object.entries(maxAge).map(([policy, span]) => [policy, days(span)])) };
}

import type { Report } from "../../core/report/types";
import type { Violation } from "./violation";

/** Everything that a run, or a part of it, has to say. */
export interface Judgement {
  /** About the run as a whole: whichever policy speaks for it says it. */
  readonly shared: readonly Violation[];
  readonly byPolicy: ReadonlyMap<string, readonly Violation[]>;
  /** Said beside the violations, at no level. */
  readonly notes: readonly string[];
  readonly reports: readonly Report[];
}

export const NOTHING: Judgement = { shared: [], byPolicy: new Map(), notes: [], reports: [] };

/** Nothing could be judged, and that rejects. */
export function rejection(message: string): Judgement {
  return { ...NOTHING, shared: [{ message, severity: "high" }] };
}

export function joined(judgements: readonly Judgement[]): Judgement {
  return {
    shared: judgements.flatMap(({ shared }) => shared),
    byPolicy: merged(judgements.map(({ byPolicy }) => byPolicy)),
    notes: judgements.flatMap(({ notes }) => notes),
    reports: judgements.flatMap(({ reports }) => reports),
  };
}

type ByPolicy = Judgement["byPolicy"];

export function merged(maps: readonly ByPolicy[]): ByPolicy {
  const all = new Map<string, readonly Violation[]>();
  for (const map of maps)
    for (const [policy, violations] of map) all.set(policy, [...(all.get(policy) ?? []), ...violations]);
  return all;
}

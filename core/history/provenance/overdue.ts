import type { Comparison, Divergence } from "../../model/comparison";
import { ageInDays, daysText } from "./ages";
import { agedDivergence } from "./draft";
import type { ProvenanceFacts } from "./facts";

/** Divergences that have lasted longer than their dimension allows: each stands a second time, for its age. */
export function overdue(
  { divergences }: Comparison,
  { maxAgeDays = {}, began }: ProvenanceFacts,
  now: Date,
): readonly Divergence[] {
  if (began === undefined) return [];
  return divergences.flatMap((one) => {
    const limit = maxAgeOf(maxAgeDays, one.facts.policy);
    const since = began.get(one.id)?.at.toISOString();
    const age = ageInDays(since, now);
    if (since === undefined || limit === undefined || age === undefined || age <= limit) return [];
    const values = { subject: `${Math.floor(age)}d`, reference: `${limit}d` };
    const says = `${one.key ?? "it"} has diverged since ${since.slice(0, 10)}, for ${daysText(age)}; at most ${daysText(limit)} are allowed`;
    return [agedDivergence(one, values, says)];
  });
}

/** Days that a divergence of this policy may last; undefined: for ever. */
export function maxAgeOf(maxAgeDays: Readonly<Record<string, number>>, policy: string): number | undefined {
  return maxAgeDays[policy] ?? maxAgeDays["*"];
}

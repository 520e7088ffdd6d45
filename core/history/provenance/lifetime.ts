import type { Stack } from "../../model/stack";
import { ageInDays, daysText } from "./ages";
import type { Draft } from "./draft";

/** A stack whose environment may live for so long only. */
export interface Lifetime {
  readonly ageDays: number;
  readonly limitDays: number;
  /** `soon`: it ends within a quarter of it, or within three days where that is less. */
  readonly state: "fresh" | "soon" | "over";
}

const WARNED_SHARE = 0.25;
const WARNED_DAYS = 3;

/** Undefined where no lifetime is set, or where it is not known when the stack was made: when it is not deployed yet. */
export function lifetimeOf(subject: Stack, limitDays: number | undefined, now: Date): Lifetime | undefined {
  const ageDays = ageInDays(createdAt(subject), now);
  if (ageDays === undefined || limitDays === undefined) return undefined;
  const left = limitDays - ageDays;
  const warned = Math.min(limitDays * WARNED_SHARE, WARNED_DAYS);
  return { ageDays, limitDays, state: left < 0 ? "over" : left <= warned ? "soon" : "fresh" };
}

/** Warned about before it ends, and violated after. */
export function lifetimeDrafts(subject: Stack, limitDays: number | undefined, now: Date): readonly Draft[] {
  const lifetime = lifetimeOf(subject, limitDays, now);
  if (lifetime === undefined || lifetime.state === "fresh") return [];
  const { ageDays, limitDays: limit, state } = lifetime;
  const values = { subject: `${Math.floor(ageDays)}d`, reference: `${limit}d` };
  const draft = { key: "lifetime", valueClass: "duration" as const, values };
  if (state === "over")
    return [{ ...draft, says: `it was made ${daysText(ageDays)} ago and may live for ${daysText(limit)}` }];
  const left = daysText(limit - ageDays);
  return [{ ...draft, says: `its lifetime of ${daysText(limit)} ends in ${left}`, atMost: "advisory" }];
}

/** When the stack's first update made its root. */
function createdAt({ resources }: Stack): string | undefined {
  return resources.find(({ role }) => role === "stack")?.created;
}

import type { Divergence } from "../model/comparison";
import type { Direction } from "../model/catalogue";
import { appendStep } from "../model/path";
import { CONFIGURATION_TYPE, type Status } from "../vocabulary";
import type { Value } from "../model/value";

/** What the subject's last state can be asked. */
export interface Before {
  readonly divergences: readonly Divergence[];
  /** False of a kind of document that the last state says nothing of. */
  readonly tells: (divergence: Divergence) => boolean;
}

/**
 * Says of each difference whether the subject's own last state had it already. What that state says nothing of has no
 * status, but for a key of the configuration that explains what the resources had, or did not have, before.
 */
export function withStatuses(
  divergences: readonly Divergence[],
  before: Before,
): { readonly divergences: readonly Divergence[]; readonly fixed: readonly Divergence[] } {
  const earlier = new Map(before.divergences.map((divergence) => [divergence.id, divergence] as const));
  const now = new Set(divergences.map(({ id }) => id));
  const told = divergences.map((one) => ({
    ...one,
    status: before.tells(one) ? statusOf(one, earlier.get(one.id)) : undefined,
  }));
  const explained = statusesByKey(told);
  return {
    divergences: told.map((one) => (before.tells(one) ? one : { ...one, status: explained.get(settingOf(one) ?? "") })),
    fixed: before.divergences
      .filter(({ id }) => !now.has(id))
      .map((divergence) => ({ ...divergence, status: "fixed" as const })),
  };
}

/** By the key of the configuration that explains them: the status of what differs in resources; the oldest counts. */
function statusesByKey(divergences: readonly Divergence[]): ReadonlyMap<string, Status> {
  const statuses = new Map<string, Status>();
  for (const { type, origin, status } of divergences) {
    if (type === CONFIGURATION_TYPE || origin?.from !== "configuration" || status === undefined) continue;
    if (status === "existing" || !statuses.has(origin.key)) statuses.set(origin.key, status);
  }
  return statuses;
}

/** The key as origins spell it; undefined for what is no setting. */
function settingOf({ type, path = [] }: Divergence): string | undefined {
  const [key, ...steps] = path;
  return type === CONFIGURATION_TYPE && key !== undefined ? steps.reduce<string>(appendStep, String(key)) : undefined;
}

/** Of a subject that was never deployed: whatever differs is its own doing. */
export function allIntroduced(divergences: readonly Divergence[]): readonly Divergence[] {
  return divergences.map((divergence) => ({ ...divergence, status: "introduced" as const }));
}

function statusOf(now: Divergence, before: Divergence | undefined): Status {
  if (before === undefined) return "introduced";
  if (now.undetermined !== undefined || same(now.values.subject, before.values.subject)) return "existing";
  const { direction } = now.facts;
  const [current, former, reference] = [now.values.subject, before.values.subject, now.values.reference];
  return direction !== undefined && isNearer(current, former, reference, direction) ? "existing" : "worsened";
}

function same(a: Value | undefined, b: Value | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a value has come closer to the reference's than it was, on the scale of this property. */
function isNearer(
  current: Value | undefined,
  former: Value | undefined,
  reference: Value | undefined,
  direction: Direction,
): boolean {
  const [now, was, goal] = [current, former, reference].map((value) => position(value, direction));
  if (now === undefined || was === undefined || goal === undefined) return false;
  return Math.abs(now - goal) <= Math.abs(was - goal);
}

function position(value: Value | undefined, direction: Direction): number | undefined {
  if ("ladder" in direction) {
    const step = typeof value === "string" ? direction.ladder.indexOf(value) : -1;
    return step < 0 ? undefined : step;
  }
  if (typeof value === "boolean") return Number(value);
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}

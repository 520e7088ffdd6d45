import type { Divergence } from "../model/comparison";
import type { Direction } from "../model/catalogue";
import type { Status } from "../vocabulary";
import type { Value } from "../model/value";

/** Says of each difference whether the subject's own last state had it already: `before` is what that state gave. */
export function withStatuses(
  divergences: readonly Divergence[],
  before: readonly Divergence[],
): { readonly divergences: readonly Divergence[]; readonly fixed: readonly Divergence[] } {
  const earlier = new Map(before.map((divergence) => [divergence.id, divergence] as const));
  const now = new Set(divergences.map(({ id }) => id));
  return {
    divergences: divergences.map((one) => ({ ...one, status: statusOf(one, earlier.get(one.id)) })),
    fixed: before.filter(({ id }) => !now.has(id)).map((divergence) => ({ ...divergence, status: "fixed" as const })),
  };
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

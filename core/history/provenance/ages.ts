import type { Sides } from "../../model/comparison";
import type { Stack } from "../../model/stack";
import type { Draft } from "./draft";
import type { ProvenanceFacts } from "./facts";

const DAY_MS = 86_400_000;

/** Whether the reference, or either side's last update, is older than it may be. */
export function ageDrafts({ subject, reference }: Sides<Stack>, facts: ProvenanceFacts, now: Date): readonly Draft[] {
  const { maxReferenceAgeDays, maxDeploymentAgeDays = {} } = facts;
  return [
    ...tooOld(
      "referenceAge",
      "reference",
      ageInDays(reference.recordedAt ?? reference.capturedAt, now),
      maxReferenceAgeDays,
      (age) => `the reference was recorded ${age} ago`,
    ),
    ...(["subject", "reference"] as const).flatMap((side) => {
      const { phase, capturedAt } = { subject, reference }[side];
      const age = phase === "state" ? ageInDays(capturedAt, now) : undefined;
      const limit = maxDeploymentAgeDays[side];
      const whose = side === "subject" ? "it" : "the reference";
      return tooOld(`${side}Deployment`, side, age, limit, (days) => `${whose} was last deployed ${days} ago`);
    }),
  ];
}

function tooOld(
  key: string,
  side: keyof Sides<unknown>,
  age: number | undefined,
  limit: number | undefined,
  says: (age: string) => string,
): readonly Draft[] {
  if (age === undefined || limit === undefined || age <= limit) return [];
  const own = `${Math.floor(age)}d`;
  const most = `${limit}d`;
  const values = side === "subject" ? { subject: own, reference: most } : { subject: most, reference: own };
  return [
    { key, valueClass: "duration", values, says: `${says(daysText(age))}, at most ${daysText(limit)} are allowed` },
  ];
}

/** Whole days, rounded down; hours where it is less than two of them. */
export function daysText(days: number): string {
  if (days >= 2) return `${Math.floor(days)} days`;
  const hours = Math.floor(days * 24);
  return hours === 1 ? "1 hour" : `${hours} hours`;
}

export function ageInDays(at: string | undefined, now: Date): number | undefined {
  const time = at === undefined ? NaN : Date.parse(at);
  return Number.isNaN(time) ? undefined : (now.getTime() - time) / DAY_MS;
}

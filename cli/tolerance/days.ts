import { UsageError } from "../../core/errors";
import { days } from "../../core/config/durations";

const DAY = 86_400_000;

/** A day as it was typed: 2027-01-31, or a time span from today on (90d, 12w). */
export function dayOf(typed: string, now: Date, option: string): string {
  if (/^\d+[dw]$/.test(typed)) return dayAfter(now, days(typed));
  const read = new Date(`${typed}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== typed)
    throw new UsageError(
      `${option} takes a day such as 2027-01-31, or a time span such as 90d, not ${JSON.stringify(typed)}`,
    );
  if (typed < now.toISOString().slice(0, 10))
    throw new UsageError(`${option} ${typed} is already over; name a day to come`);
  return typed;
}

export function dayAfter(now: Date, count: number): string {
  return new Date(now.getTime() + count * DAY).toISOString().slice(0, 10);
}

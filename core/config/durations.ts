import type { z } from "zod";
import type { duration } from "./schema/scalars";

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of a time span as parity.yaml writes it. */
export function seconds(span: z.infer<typeof duration>): number {
  if (span === 0 || span === "0") return 0;
  return Number(span.slice(0, -1)) * (SECONDS[span.slice(-1)] ?? 0);
}

/** Undefined where nothing was said. */
export function daysOf(span: z.infer<typeof duration> | undefined): number | undefined {
  return span === undefined ? undefined : days(span);
}

export function days(span: z.infer<typeof duration>): number {
  return seconds(span) / 86_400;
}

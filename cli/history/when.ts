import type { ReportedUpdate } from "../../core/history";

/** `2026-11-25 03:38`, in UTC. */
export function minute(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}

/** Whole days as people say them. */
export function daysSince(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "for 1 day" : `for ${days} days`;
}

/** The name without the address. */
export function authorName({ author }: ReportedUpdate): string {
  return (author ?? "").replace(/\s*<[^>]*>\s*$/, "") || (author ?? "");
}

/** `storefront/staging` → `staging`. */
export function stackOf(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf("/") + 1);
}

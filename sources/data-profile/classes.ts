/** Classes say how long or how large values are without saying any of them. */
const LENGTHS = ["empty", "tiny", "short", "medium", "long", "very long", "huge"] as const;
const LENGTH_EDGES = [0, 4, 12, 40, 160, 1000];

/** Characters → a class, such as `short` for 5 to 12. */
export function lengthClass(length: number): string {
  const at = LENGTH_EDGES.findIndex((edge) => length <= edge);
  return LENGTHS[at === -1 ? LENGTHS.length - 1 : at] ?? "huge";
}

const MAGNITUDES = ["ones", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands", "millions"];

/** A decimal exponent → a class: 2 is `hundreds`. Below 0 are fractions, beyond 8 it is all `billions and more`. */
export function magnitudeClass(exponent: number): string {
  if (exponent < -1) return "zero";
  if (exponent < 0) return "fractions";
  if (exponent > 8) return "billions and more";
  return MAGNITUDES[Math.min(exponent, MAGNITUDES.length - 1)] ?? "millions";
}

const AGES: readonly (readonly [days: number, label: string])[] = [
  [0, "to come"],
  [1, "of a day"],
  [31, "of a month"],
  [366, "of a year"],
  [3660, "of ten years"],
];

/** Days ago → a class: 20 is `of a month`. */
export function ageClass(days: number): string {
  return AGES.find(([most]) => days <= most)?.[1] ?? "older";
}

/** Counts that are estimates should not look exact. */
export function twoDigits(count: number): number {
  return count === 0 ? 0 : Number(count.toPrecision(2));
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}

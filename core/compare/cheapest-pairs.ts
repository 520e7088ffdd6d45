/**
 * Pairs each of the shorter of two sequences with one of the longer, in order, so that their costs add up to the least.
 * Of several possibilities the first.
 */
export function cheapestPairs(
  longer: number,
  shorter: number,
  cost: (long: number, short: number) => number,
): readonly (readonly [number, number])[] {
  const width = shorter + 1;
  const least = new Float64Array((longer + 1) * width).fill(Infinity);
  const at = (long: number, short: number): number => least[long * width + short] ?? Infinity;
  const costs = Array.from({ length: longer }, (_, long) =>
    Array.from({ length: shorter }, (_, short) => cost(long, short)),
  );
  const paired = (long: number, short: number): number => (costs[long]?.[short] ?? Infinity) + at(long + 1, short + 1);
  for (let long = longer; long >= 0; long -= 1) {
    least[long * width + shorter] = 0;
    for (let short = shorter - 1; short >= 0; short -= 1)
      least[long * width + short] = long === longer ? Infinity : Math.min(paired(long, short), at(long + 1, short));
  }
  const pairs: (readonly [number, number])[] = [];
  for (let long = 0, short = 0; long < longer && short < shorter; long += 1)
    if (paired(long, short) <= at(long + 1, short)) pairs.push([long, short++]);
  return pairs;
}

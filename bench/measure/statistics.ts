/** The middle one of the sorted numbers; the mean of the two middle ones where their count is even. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) throw new Error("the median of nothing");
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** What would change from one text to another, line by line: `-` goes, `+` comes. */
export function lineDiff(before: string, after: string): string {
  const [old, next] = [before.split("\n"), after.split("\n")];
  const common = longestCommon(old, next);
  const lines: string[] = [];
  let [at, to] = [0, 0];
  for (const [oldAt, nextAt] of [...common, [old.length, next.length] as const]) {
    for (; at < oldAt; at += 1) lines.push(`- ${old[at] ?? ""}`);
    for (; to < nextAt; to += 1) lines.push(`+ ${next[to] ?? ""}`);
    if (oldAt < old.length) lines.push(`  ${old[oldAt] ?? ""}`);
    [at, to] = [oldAt + 1, nextAt + 1];
  }
  return `${lines.join("\n")}\n`;
}

/** Positions of equal lines in both, in order, as many as there can be. Files of people: a table of all pairs is small. */
function longestCommon(old: readonly string[], next: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(next.length + 1));
  const length = (at: number, to: number) => lengths[at]?.[to] ?? 0;
  for (let at = old.length - 1; at >= 0; at -= 1)
    for (let to = next.length - 1; to >= 0; to -= 1) {
      const row = lengths[at];
      const best = old[at] === next[to] ? length(at + 1, to + 1) + 1 : Math.max(length(at + 1, to), length(at, to + 1));
      if (row !== undefined) row[to] = best;
    }
  const found: [number, number][] = [];
  for (let at = 0, to = 0; at < old.length && to < next.length;) {
    if (old[at] === next[to]) found.push([at++, to++]);
    else if (length(at + 1, to) >= length(at, to + 1)) at += 1;
    else to += 1;
  }
  return found;
}

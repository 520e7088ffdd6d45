/** A part of the comment: its lines are left out from the end where the comment would grow too long. */
export interface Section {
  readonly head: readonly string[];
  readonly items: readonly string[];
  readonly foot: readonly string[];
}

/** Fills the sections in order up to so many bytes. What has no room is counted, never silently dropped. */
export function withinBudget(sections: readonly Section[], bytes: number): string {
  const lines: string[] = [];
  let left = bytes - sections.reduce((sum, { head, foot }) => sum + sizeOf([...head, ...foot]) + NOTE, 0);
  for (const { head, items, foot } of sections) {
    const fitting: string[] = [];
    for (const item of items) {
      left -= sizeOf([item]);
      if (left < 0) break;
      fitting.push(item);
    }
    const dropped = items.length - fitting.length;
    const note = dropped === 0 ? [] : ["", `_…and ${dropped} more, which the full report lists._`];
    lines.push(...head, ...fitting, ...note, ...foot);
  }
  return `${lines.join("\n")}\n`;
}

/** Room for the note of what was left out. */
const NOTE = 80;

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

/** A part of the comment. One with items gives way where the comment would grow too long; one without never does. */
export interface Section {
  readonly head: readonly string[];
  readonly items: readonly string[];
  readonly foot: readonly string[];
}

/** Fills the sections in order up to so many bytes. What has no room is counted, never silently dropped. */
export function withinBudget(sections: readonly Section[], bytes: number): string {
  const lines: string[] = [];
  let left = bytes - sections.reduce((sum, { head, items }) => sum + (items.length === 0 ? sizeOf(head) : 0), 0) - NOTE;
  let dropped = 0;
  for (const section of sections) {
    if (section.items.length === 0) {
      lines.push(...flushed(dropped), ...section.head);
      dropped = 0;
      continue;
    }
    const filled = fill(section, left);
    dropped += section.items.length - filled.taken;
    left -= sizeOf(filled.lines);
    lines.push(...filled.lines);
  }
  return `${lines.join("\n")}\n`;
}

/** Room for a note of what was left out. */
const NOTE = 100;

function flushed(dropped: number): readonly string[] {
  return dropped === 0 ? [] : [`_…and ${dropped} more findings, which the full report lists._`, ""];
}

function fill(
  { head, items, foot }: Section,
  room: number,
): { readonly lines: readonly string[]; readonly taken: number } {
  let left = room - sizeOf([...head, ...foot]) - NOTE;
  let taken = 0;
  for (const item of items) {
    left -= sizeOf([item]);
    if (left < 0) break;
    taken++;
  }
  return taken === 0 ? { lines: [], taken } : { lines: [...head, ...items.slice(0, taken), ...foot], taken };
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

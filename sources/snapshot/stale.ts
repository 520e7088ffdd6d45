import { VOLATILE_FIELDS } from "./format";

/** Lines of two snapshots that differ, beyond when, by which update and from which commit they were taken. */
export interface SnapshotChanges {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export function snapshotChanges(committed: string, fresh: string): SnapshotChanges {
  const [before, after] = [counted(committed), counted(fresh)];
  return { removed: excess(before, after), added: excess(after, before) };
}

export function isStale({ removed, added }: SnapshotChanges): boolean {
  return removed.length + added.length > 0;
}

const VOLATILE_LINE = new RegExp(`^ "(?:${VOLATILE_FIELDS.join("|")})":`);

function counted(snapshot: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of settledLines(snapshot)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** The header's volatile fields left out, with all that stands in them; a comma at the end says nothing. */
function settledLines(snapshot: string): readonly string[] {
  let within = false;
  return snapshot.split(/\r?\n/).flatMap((line) => {
    const opens = VOLATILE_LINE.test(line);
    if (opens) within = line.endsWith("{");
    const skipped = opens || within;
    if (within && /^ \},?$/.test(line)) within = false;
    return skipped ? [] : [line.replace(/,$/, "")];
  });
}

function excess(of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>): readonly string[] {
  return [...of].flatMap(([line, count]) => (count > (over.get(line) ?? 0) ? [line.trim()] : []));
}

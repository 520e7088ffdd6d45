import { runPulumi, type CliOptions } from "../pulumi-cli";
import type { HistoryRecord } from "./record";
import { parseRecords } from "./records";

/** The CLI prints a page at a time, the newest first, ten updates unless told otherwise. */
const PAGE_SIZE = 100;

/** All that `pulumi stack history` tells of a stack, the oldest first. Rejects with a ParityError. */
export async function allRecords(name: string, cli: CliOptions): Promise<readonly HistoryRecord[]> {
  let found: readonly HistoryRecord[] = [];
  for (let page = 1; ; page += 1) {
    const args = ["stack", "history", "-s", name, "--json", "--full-dates"];
    const printed = await runPulumi([...args, "--page-size", String(PAGE_SIZE), "--page", String(page)], cli);
    const known = new Set(found.map(({ update }) => update.id));
    const fresh = parseRecords(printed.toString("utf8"), `stack:${name}`).filter(({ update }) => !known.has(update.id));
    if (fresh.length === 0) return found;
    found = [...fresh, ...found];
  }
}

/** What was left out of a history, and how many of it. */
export function failedNote(records: readonly HistoryRecord[]): readonly string[] {
  const failed = records.filter(({ succeeded }) => !succeeded).length;
  return failed === 0 ? [] : [`${failed} failed ${failed === 1 ? "update was" : "updates were"} left out`];
}

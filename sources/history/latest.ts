import { ParityError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { runPulumi, type CliOptions } from "../pulumi-cli";
import type { HistoryRecord } from "./record";
import { parseRecords } from "./records";

/** So many of the newest updates are looked at for one that succeeded. */
const PAGE = "5";

/** What the backend recorded of the newest update that succeeded; undefined where the CLI tells nothing of it. */
export async function latestRecord(name: string, cli: CliOptions): Promise<HistoryRecord | undefined> {
  try {
    const args = ["stack", "history", "-s", name, "--json", "--full-dates", "--page-size", PAGE, "--page", "1"];
    const printed = await runPulumi(args, cli);
    return parseRecords(printed.toString("utf8"), `stack:${name}`).findLast(({ succeeded }) => succeeded);
  } catch (error) {
    if (error instanceof ParityError) return undefined;
    throw error;
  }
}

const MOST_UPDATES = 1_000_000_000;

/** The state with what is known of the update that made it: its number, commit, author, repository. */
export function withRecord(stack: Stack, record: HistoryRecord | undefined): Stack {
  if (record === undefined) return stack;
  const { update, program } = record;
  // Only Pulumi Cloud counts updates.
  const number = /^\d+$/.test(update.id) && Number(update.id) < MOST_UPDATES ? { update: update.id } : {};
  return { ...stack, ...number, program: { ...stack.program, ...program } };
}

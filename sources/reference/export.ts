import type { Stack } from "../../core/model/stack";
import { exportStack } from "../pulumi-cli";
import type { CliOptions, NamedStack } from "../pulumi-cli";
import { latestRecord, withRecord, type HistoryRecord } from "../history";
import { parseState } from "../state";

/** How a reading process works with the CLI, and with the patience of whoever waits for it. */
export interface Reading {
  readonly cli: Omit<CliOptions, "backend">;
  /** Settles when work for longer than a moment at once disturbs nobody. */
  readonly whenQuiet: Promise<void>;
}

/** What can be parsed in a few milliseconds. */
export const SMALL_BYTES = 1024 * 1024;

/** A stack as its backend has it, and what that recorded of its newest update. */
export interface Deployed {
  readonly stack: Stack;
  readonly record: HistoryRecord | undefined;
}

/** What the backend has of a stack; undefined where it has no such stack. Throws ReadError and PulumiCliError. */
export async function readDeployed(
  named: NamedStack,
  { cli, whenQuiet }: Reading,
  now: Date,
): Promise<Deployed | undefined> {
  const history = latestRecord(named.name, { ...cli, backend: named.backend });
  const bytes = await exportStack(named, cli);
  if (bytes === undefined) return undefined;
  if (bytes.length > SMALL_BYTES) await whenQuiet;
  const state = parseState(bytes.toString("utf8"), `stack:${named.name}`);
  const record = await history;
  return { stack: { ...withRecord(state, record), recordedAt: now.toISOString() }, record };
}

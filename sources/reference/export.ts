import type { Stack } from "../../core/model/stack";
import { exportStack } from "../pulumi-cli";
import type { CliOptions, NamedStack } from "../pulumi-cli";
import { parseState } from "../state";

/** How a reading process works with the CLI, and with the patience of whoever waits for it. */
export interface Reading {
  readonly cli: Omit<CliOptions, "backend">;
  /** Settles when work for longer than a moment at once disturbs nobody. */
  readonly whenQuiet: Promise<void>;
}

/** What can be parsed in a few milliseconds. */
export const SMALL_BYTES = 1024 * 1024;

/** What the backend has of a stack; undefined where it has no such stack. Throws ReadError and PulumiCliError. */
export async function readExported(stack: NamedStack, { cli, whenQuiet }: Reading): Promise<Stack | undefined> {
  const bytes = await exportStack(stack, cli);
  if (bytes === undefined) return undefined;
  if (bytes.length > SMALL_BYTES) await whenQuiet;
  return parseState(bytes.toString("utf8"), `stack:${stack.name}`);
}

import type { StackIdentity } from "../../core/config";
import { ParityError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { withRecordedConfiguration } from "../history/configuration";
import { runPulumi } from "../pulumi-cli";
import { isRawMap, type RawMap } from "../state/shape";
import { readExported, type Reading } from "./export";

/** A stack's own last state: neither where it was never deployed, a problem where it cannot be told. */
export interface LastState {
  readonly stack: Stack | undefined;
  readonly problem: string | undefined;
}

/** Reads what is deployed of the stack that is being previewed. Not to have it is no failure of the preview. */
export async function readLastState(name: string, identity: StackIdentity, reading: Reading): Promise<LastState> {
  const update = readLastUpdate(name, reading);
  try {
    const stack = await readExported({ name }, reading);
    if (stack === undefined || stack.resources.length === 0) return { stack: undefined, problem: undefined };
    return { stack: withRecordedConfiguration(stack, await update, identity), problem: undefined };
  } catch (error) {
    if (error instanceof ParityError) return { stack: undefined, problem: error.message };
    throw error;
  }
}

/** What the backend recorded of the last update, its configuration above all; undefined where it tells nothing. */
async function readLastUpdate(name: string, { cli }: Reading): Promise<RawMap | undefined> {
  try {
    const args = ["stack", "history", "-s", name, "--json", "--page-size", "1"];
    const updates: unknown = JSON.parse((await runPulumi(args, cli)).toString("utf8"));
    const last: unknown = Array.isArray(updates) ? updates[0] : undefined;
    return isRawMap(last) ? last : undefined;
  } catch {
    return undefined;
  }
}

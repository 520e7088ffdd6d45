import type { StackIdentity } from "../../core/config";
import { ParityError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { withRecordedConfiguration } from "../history/configuration";
import { readDeployed, type Reading } from "./export";

/** A stack's own last state: neither where it was never deployed, a problem where it cannot be told. */
export interface LastState {
  readonly stack: Stack | undefined;
  readonly problem: string | undefined;
}

/** Reads what is deployed of the stack that is being previewed. Not to have it is no failure of the preview. */
export async function readLastState(
  name: string,
  identity: StackIdentity,
  reading: Reading,
  now: Date,
): Promise<LastState> {
  try {
    const found = await readDeployed({ name }, reading, now);
    if (found === undefined || found.stack.resources.length === 0) return { stack: undefined, problem: undefined };
    const stack = withRecordedConfiguration(found.stack, found.record?.raw, identity);
    return { stack, problem: undefined };
  } catch (error) {
    if (error instanceof ParityError) return { stack: undefined, problem: error.message };
    throw error;
  }
}

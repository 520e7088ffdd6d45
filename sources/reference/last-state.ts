import { ParityError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { readExported, type Reading } from "./export";

/** A stack's own last state: neither where it was never deployed, a problem where it cannot be told. */
export interface LastState {
  readonly stack: Stack | undefined;
  readonly problem: string | undefined;
}

/** Reads what is deployed of the stack that is being previewed. Not to have it is no failure of the preview. */
export async function readLastState(name: string, reading: Reading): Promise<LastState> {
  try {
    const stack = await readExported({ name }, reading);
    return { stack: stack?.resources.length === 0 ? undefined : stack, problem: undefined };
  } catch (error) {
    if (error instanceof ParityError) return { stack: undefined, problem: error.message };
    throw error;
  }
}

import type { Stack } from "../../core/model/stack";
import type { Update } from "../../core/history";

/** A stack's past, as far as its backend kept it. */
export interface StackHistory {
  /** `organization/project/stack`, for people. */
  readonly name: string;
  /** Successful updates, oldest first. */
  readonly updates: readonly Update[];
  /** What was left out or is odd, one line each. */
  readonly notes: readonly string[];
  /** Tells two states apart without reading them into the model; undefined where it cannot be had. */
  readonly fingerprint: (update: Update) => string | undefined;
  /** The stack as this update left it. Rejects with a ParityError. */
  readonly state: (update: Update) => Promise<Stack>;
}

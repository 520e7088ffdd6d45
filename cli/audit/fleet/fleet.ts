import type { ResolvedPair, StackIdentity } from "../../../core/config";
import type { FailedPair, ForgottenStack, Report } from "../../../core/report/types";

/** What was asked of a fleet. */
export interface Questions {
  readonly pairs: readonly ResolvedPair[];
  /** Those of which it is to be said whether they are forgotten. */
  readonly stacks: readonly StackIdentity[];
}

/** The answers, each list in the order of its questions. */
export interface Answers {
  readonly outcomes: readonly (Report | FailedPair)[];
  readonly forgotten: readonly (ForgottenStack | undefined)[];
  /** States that cannot be read and are part of no pair that would say so. */
  readonly failed: readonly FailedPair[];
}

/** All stacks that an audit can reach, and what judges them. */
export interface Fleet {
  readonly stacks: readonly StackIdentity[];
  /** Files of which not even the stack is known. */
  readonly failed: readonly FailedPair[];
  /** `judged` is called for each pair. */
  answer(questions: Questions, judged: () => void): Promise<Answers>;
  /** Ends what works for it. */
  close(): Promise<void>;
}

import type { ResolvedPair, StackIdentity } from "../../../core/config";
import type { Stack } from "../../../core/model/stack";
import type { FailedPair } from "../../../core/report/types";
import type { ReferenceOutcome } from "../../../sources/reference";

/** Every stack that there is, and how to read it; each is read once, however many pairs it is part of. */
export interface Inventory {
  readonly stacks: readonly StackIdentity[];
  /** Files of which not even the stack is known. */
  readonly failed: readonly FailedPair[];
  /** Rejects with ReadError. */
  subject(pair: Pick<ResolvedPair, "subject">): Promise<Stack>;
  reference(pair: ResolvedPair): Promise<ReadableOutcome>;
}

export type ReadableOutcome = Exclude<ReferenceOutcome, { readonly kind: "unreadable" }>;

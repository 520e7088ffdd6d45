import { sameStack } from "../../../core/config/pairs/stack-pattern";
import type { Stack } from "../../../core/model/stack";
import type { FailedPair } from "../../../core/report/types";
import { inventoryOf, type StateFile } from "../inventory/folder";
import type { Inventory } from "../inventory/types";
import type { Audit } from "../judge-pair";
import { answer } from "./answer";
import type { Batch, StateOf } from "./batches";
import type { Answers } from "./fleet";

interface Source {
  readonly folder: string;
  readonly fromSources: Inventory["reference"];
  readonly read: (file: StateFile) => Stack | FailedPair;
}

/** Reads what a batch is about and answers it. */
export async function answerBatch(
  audit: Audit,
  batch: Batch,
  { folder, fromSources, read }: Source,
  judged: () => void,
): Promise<Answers> {
  const states = batch.states.map(({ file, stack }) => ({ stack, state: read(file) }));
  const unreadable = states.flatMap(({ stack, state }) => ("why" in state ? [{ stack, failure: state }] : []));
  const stacks = states.flatMap(({ state }) => ("why" in state ? [] : [state]));
  const answers = await answer(audit, inventoryOf(stacks, unreadable, folder, fromSources), batch, judged);
  const unsaid = unreadable.filter(({ stack }) => !isInPair(stack, batch));
  return { ...answers, failed: unsaid.map(({ failure }) => failure) };
}

function isInPair(stack: StateOf["stack"], { pairs }: Batch): boolean {
  return pairs.some(({ subject, reference }) => sameStack(subject, stack) || sameStack(reference, stack));
}

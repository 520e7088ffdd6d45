import type { ResolvedPair, StackIdentity } from "../../../core/config";
import type { FailedPair } from "../../../core/report/types";
import { stackFinder, withoutDoubles, type ReadState, type StateFile } from "../inventory/folder";
import { identityOf } from "../judge-pair";
import { batchesOf, type StateOf } from "./batches";
import type { Answers, Fleet, Questions } from "./fleet";
import { isUntold, type Share } from "./share";

/** A share, and the files that were dealt to it. */
export interface Dealt {
  readonly share: Share;
  readonly files: readonly StateFile[];
}

/** The folder's stacks, read and judged by all shares at a time. `files` are all of them, in order. */
export async function fleetOfShares(
  dealt: readonly Dealt[],
  files: readonly StateFile[],
  folder: string,
): Promise<Fleet> {
  const held = await listAll(dealt);
  const listed = withoutDoubles(files.flatMap(({ name }) => held.get(name) ?? []));
  const states = listed.flatMap((one) => ("why" in one ? [] : [one]));
  const find = stackFinder(states);
  const fileCalled = new Map(files.map((file) => [file.name, file] as const));
  const stateOf = (stack: StackIdentity) => {
    const file = fileCalled.get(find(stack)?.source ?? "");
    return file && { file, stack };
  };
  return {
    stacks: states.map(identityOf),
    failed: listed.flatMap((one) => ("why" in one ? [one] : [])),
    answer: (questions, judged) => answerAll(dealt, questions, { folder, stateOf, judged }),
    close: () => closeAll(dealt),
  };
}

export async function closeAll(dealt: readonly Dealt[]): Promise<void> {
  await Promise.all(dealt.map(({ share }) => share.close()));
}

type Listed = ReadState | FailedPair;

/** What each file holds, by name. No thread is waited for where the files' beginnings say it. */
async function listAll(dealt: readonly Dealt[]): Promise<ReadonlyMap<string, Listed>> {
  const listed = await Promise.all(
    dealt.map(async ({ share, files }) => {
      const untold = files.filter(isUntold);
      const read = untold.length === 0 ? [] : await share.list();
      return untold.flatMap(({ name }, at) => (read[at] === undefined ? [] : [[name, read[at]] as const]));
    }),
  );
  const told = dealt.flatMap(({ files }) =>
    files.flatMap(({ name, told }) => (told === undefined ? [] : [[name, { ...told, source: name }] as const])),
  );
  return new Map<string, Listed>([...told, ...listed.flat()]);
}

interface Known {
  readonly folder: string;
  readonly stateOf: (stack: StackIdentity) => StateOf | undefined;
  readonly judged: () => void;
}

/** Each pair is judged, and each stack looked at, by the share that the subject was dealt to. */
async function answerAll(dealt: readonly Dealt[], { pairs, stacks }: Questions, known: Known): Promise<Answers> {
  const shareOf = new Map(dealt.flatMap(({ share, files }) => files.map(({ name }) => [name, share] as const)));
  const outcomes = new Map<ResolvedPair, Answers["outcomes"][number]>();
  const forgotten = new Map<StackIdentity, Answers["forgotten"][number]>();
  const failed: FailedPair[] = [];
  const answerBy = async (share: Share): Promise<void> => {
    const isOwn = (stack: StackIdentity) => shareOf.get(known.stateOf(stack)?.file.name ?? "") === share;
    const own = { pairs: pairs.filter(({ subject }) => isOwn(subject)), stacks: stacks.filter(isOwn) };
    const batches = batchesOf(own, known.stateOf);
    const answers: Answers = await share.answer({ batches, folder: known.folder }, known.judged);
    zip(
      batches.flatMap((batch) => batch.pairs),
      answers.outcomes,
      outcomes,
    );
    zip(
      batches.flatMap((batch) => batch.stacks),
      answers.forgotten,
      forgotten,
    );
    failed.push(...answers.failed);
  };
  await Promise.all(dealt.map(({ share }) => answerBy(share)));
  return {
    outcomes: pairs.flatMap((pair) => outcomes.get(pair) ?? []),
    forgotten: stacks.map((stack) => forgotten.get(stack)),
    failed: failed.sort((one, other) => (one.subject < other.subject ? -1 : 1)),
  };
}

function zip<Key, Answer>(keys: readonly Key[], answers: readonly Answer[], into: Map<Key, Answer>): void {
  keys.forEach((key, at) => {
    const answer = answers[at];
    if (answer !== undefined) into.set(key, answer);
  });
}

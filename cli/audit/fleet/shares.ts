import type { ResolvedPair, StackIdentity } from "../../../core/config";
import type { FailedPair } from "../../../core/report/types";
import { stackFinder, withoutDoubles, type ReadState, type StateFile } from "../inventory/folder";
import { identityOf } from "../judge-pair";
import type { Answers, Fleet, Questions } from "./fleet";
import type { Share } from "./share";

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
  const held = await readAll(dealt);
  const read = withoutDoubles(files.flatMap(({ name }) => held.get(name) ?? []));
  const states = read.flatMap((one) => ("why" in one ? [] : [one]));
  const find = stackFinder(states);
  const fileOf = (identity: StackIdentity) => find(identity)?.source;
  return {
    stacks: states.map(identityOf),
    failed: read.flatMap((one) => ("why" in one ? [one] : [])),
    answer: (questions, judged) => answerAll(dealt, questions, { files, folder, fileOf, judged }),
    close: () => closeAll(dealt),
  };
}

export async function closeAll(dealt: readonly Dealt[]): Promise<void> {
  await Promise.all(dealt.map(({ share }) => share.close()));
}

type Read = ReadState | FailedPair;

/** What each file was found to hold. Other threads stand first among the dealt: they are at it when this one begins. */
async function readAll(dealt: readonly Dealt[]): Promise<ReadonlyMap<string, Read>> {
  const read = await Promise.all(
    dealt.map(async ({ share, files }) => {
      const states = await share.read();
      return files.flatMap(({ name }, at) => (states[at] === undefined ? [] : [[name, states[at]] as const]));
    }),
  );
  return new Map(read.flat());
}

interface Known {
  readonly files: readonly StateFile[];
  readonly folder: string;
  readonly fileOf: (stack: StackIdentity) => string | undefined;
  readonly judged: () => void;
}

/** Each pair is judged, and each stack looked at, by the share that has read the subject. */
async function answerAll(dealt: readonly Dealt[], { pairs, stacks }: Questions, known: Known): Promise<Answers> {
  const shareOf = new Map(dealt.flatMap(({ share, files }) => files.map(({ name }) => [name, share] as const)));
  const outcomes = new Map<ResolvedPair, Answers["outcomes"][number]>();
  const forgotten = new Map<StackIdentity, Answers["forgotten"][number]>();
  await Promise.all(
    dealt.map(async ({ share }) => {
      const isOwn = (stack: StackIdentity) => shareOf.get(known.fileOf(stack) ?? "") === share;
      const own = { pairs: pairs.filter(({ subject }) => isOwn(subject)), stacks: stacks.filter(isOwn) };
      const about = new Set(
        [...own.pairs.flatMap((pair) => [pair.subject, pair.reference]), ...own.stacks].map(known.fileOf),
      );
      const files = known.files.filter(({ name }) => about.has(name));
      const answers = await share.answer({ ...own, files, folder: known.folder }, known.judged);
      answers.outcomes.forEach((outcome, at) => own.pairs[at] && outcomes.set(own.pairs[at], outcome));
      answers.forgotten.forEach((one, at) => own.stacks[at] && forgotten.set(own.stacks[at], one));
    }),
  );
  return {
    outcomes: pairs.flatMap((pair) => outcomes.get(pair) ?? []),
    forgotten: stacks.map((stack) => forgotten.get(stack)),
  };
}

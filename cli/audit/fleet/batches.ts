import type { StackIdentity } from "../../../core/config";
import { groupBy } from "../../../core/group-by";
import type { StateFile } from "../inventory/folder";
import type { Questions } from "./fleet";

/** Questions that are answered together, and the states that they are about. */
export interface Batch extends Questions {
  readonly states: readonly StateOf[];
}

/** A file, and whose state it was found to hold. */
export interface StateOf {
  readonly file: StateFile;
  readonly stack: StackIdentity;
}

/** One batch a project: what it was about can be forgotten then, but for states that another one is about, too. */
export function batchesOf(
  { pairs, stacks }: Questions,
  stateOf: (stack: StackIdentity) => StateOf | undefined,
): readonly Batch[] {
  const projects = new Set([...pairs.map(({ subject }) => subject), ...stacks].map(({ project }) => project));
  const pairsBy = groupBy(pairs, ({ subject }) => subject.project);
  const stacksBy = groupBy(stacks, ({ project }) => project);
  return [...projects].map((project) => {
    const questions = { pairs: pairsBy.get(project) ?? [], stacks: stacksBy.get(project) ?? [] };
    const about = [...questions.pairs.flatMap(({ subject, reference }) => [subject, reference]), ...questions.stacks];
    const states = new Map(about.flatMap((stack) => named(stateOf(stack))));
    return { ...questions, states: [...states.values()] };
  });
}

function named(state: StateOf | undefined): readonly (readonly [string, StateOf])[] {
  return state === undefined ? [] : [[state.file.name, state]];
}

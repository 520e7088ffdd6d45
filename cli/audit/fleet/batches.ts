import type { StackIdentity } from "../../../core/config";
import { fullName } from "../../../core/config/pairs/stack-pattern";
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

/** One batch for each stack that is judged; those of a project in a row, so that their reference is soon done with. */
export function batchesOf(
  { pairs, stacks }: Questions,
  stateOf: (stack: StackIdentity) => StateOf | undefined,
): readonly Batch[] {
  const pairsOf = groupBy(pairs, ({ subject }) => fullName(subject));
  const stacksOf = groupBy(stacks, fullName);
  return inRows([...pairs.map(({ subject }) => subject), ...stacks]).map((name) => {
    const questions = { pairs: pairsOf.get(name) ?? [], stacks: stacksOf.get(name) ?? [] };
    const about = [...questions.pairs.flatMap(({ subject, reference }) => [subject, reference]), ...questions.stacks];
    const states = new Map(about.flatMap((stack) => named(stateOf(stack))));
    return { ...questions, states: [...states.values()] };
  });
}

/** Each stack once, by its full name. */
function inRows(stacks: readonly StackIdentity[]): readonly string[] {
  const projects = [...groupBy(stacks, ({ project }) => project).values()];
  return [...new Set(projects.flat().map(fullName))];
}

function named(state: StateOf | undefined): readonly (readonly [string, StateOf])[] {
  return state === undefined ? [] : [[state.file.name, state]];
}

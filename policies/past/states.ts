import type { StackIdentity } from "../../core/config";
import type { Side, Update } from "../../core/history";
import type { Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import type { StackHistory } from "../../sources/history";

/** States that are held in memory; a search goes back and forth between few. */
const HELD = 12;

/** Reads states of the past, each once while it is held. */
export function stateReader(histories: Sides<StackHistory>, identities: Sides<StackIdentity>) {
  const held = new Map<string, Promise<Stack>>();
  let count = 0;
  const read = (side: Side, update: Update): Promise<Stack> => {
    const key = `${side} ${update.id}`;
    const there = held.get(key);
    if (there !== undefined) return there;
    count += 1;
    const state = histories[side].state(update).then((stack) => underPresentName(stack, identities[side]));
    held.set(key, state);
    for (const oldest of held.keys()) if (held.size > HELD) held.delete(oldest);
    return state;
  };
  return { read, count: () => count };
}

/** A stack or project that has since been renamed is the same one: its divergences keep their fingerprints. */
function underPresentName(stack: Stack, { project, stack: name }: StackIdentity): Stack {
  return { ...stack, project, name };
}

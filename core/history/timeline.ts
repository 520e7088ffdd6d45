import type { Moment, Side, Timeline, Update } from "./types";

interface Placed {
  readonly side: Side;
  readonly update: Update;
  readonly at: number;
}

/**
 * Both stacks' successful updates on one time axis, from the first moment at which both existed. The order within a
 * stack is the backend's; a clock that ran backwards moves nothing, it is only noted.
 */
export function mergeUpdates(subject: readonly Update[], reference: readonly Update[]): Timeline {
  const notes: string[] = [];
  const placed = [...place(subject, "subject", notes), ...place(reference, "reference", notes)];
  const ordered = placed
    .map((one, index) => ({ one, index }))
    .sort((a, b) => a.one.at - b.one.at || sideFirst(a.one.side) - sideFirst(b.one.side) || a.index - b.index)
    .map(({ one }) => one);
  noteTies(ordered, notes);
  return { moments: momentsOf(ordered), notes };
}

/** In one instant, production is taken to have come first: the subject is what is asked about. */
function sideFirst(side: Side): number {
  return side === "reference" ? 0 : 1;
}

function place(updates: readonly Update[], side: Side, notes: string[]): readonly Placed[] {
  let latest = -Infinity;
  return updates.map((update) => {
    if (update.endedAt < latest)
      notes.push(`${side}: update ${update.id} ended before the one it follows, by its machine's clock; kept in order`);
    latest = Math.max(latest, update.endedAt);
    return { side, update, at: latest };
  });
}

function noteTies(ordered: readonly Placed[], notes: string[]): void {
  ordered.forEach((one, index) => {
    const next = ordered[index + 1];
    if (next !== undefined && next.side !== one.side && next.at === one.at)
      notes.push(
        `${one.side} update ${one.update.id} and ${next.side} update ${next.update.id} ended at once; taken in this order`,
      );
  });
}

function momentsOf(ordered: readonly Placed[]): readonly Moment[] {
  const newest: Partial<Record<Side, Update>> = {};
  return ordered.flatMap(({ side, update, at }) => {
    newest[side] = update;
    const { subject, reference } = newest;
    return subject === undefined || reference === undefined ? [] : [{ at, side, update, subject, reference }];
  });
}

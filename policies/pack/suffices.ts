import type { Judgement } from "./judgement";

/** One pair's judgement; `any`: it is enough that one of these is in order. */
export interface JudgedPair {
  readonly any: boolean;
  readonly judgement: Judgement;
}

/** What counts of several pairs: all of them, but where any suffices only the one with the least to reject. */
export function suffices(judged: readonly JudgedPair[]): readonly Judgement[] {
  const choices = judged.filter(({ any }) => any).map(({ judgement }) => judgement);
  const [best] = [...choices].sort((one, other) => rejecting(one) - rejecting(other));
  const others = choices.filter((judgement) => judgement !== best);
  const told = others.flatMap(({ notes, reports }) => ({ shared: [], byPolicy: new Map(), notes, reports }));
  return [
    ...judged.filter(({ any }) => !any).map(({ judgement }) => judgement),
    ...(best === undefined ? [] : [best, ...told]),
  ];
}

function rejecting({ shared, byPolicy }: Judgement): number {
  const violations = [...shared, ...[...byPolicy.values()].flat()];
  return violations.filter(({ enforcementLevel }) => enforcementLevel === undefined).length;
}

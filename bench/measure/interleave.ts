import { median } from "./statistics";

/** What one side of a comparison costs: milliseconds, or any other unit that grows. */
export type Measure = () => number | Promise<number>;

export interface Compared {
  /** Medians over all runs, in the measure's unit. */
  readonly ours: number;
  readonly theirs: number;
  /** Median of the ratios of runs that stood next to each other, so that a slow minute hits both sides. */
  readonly ratio: number;
}

/** Runs both sides in turn, after one uncounted run of each. */
export async function interleave(ours: Measure, theirs: Measure, runs: number): Promise<Compared> {
  await ours();
  await theirs();
  const mine: number[] = [];
  const others: number[] = [];
  for (let run = 0; run < runs; run++) {
    mine.push(await ours());
    others.push(await theirs());
  }
  const ratios = mine.map((value, run) => value / (others[run] ?? Number.NaN));
  return { ours: median(mine), theirs: median(others), ratio: median(ratios) };
}

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

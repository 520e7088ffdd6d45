import type { Stack } from "../../core/model/stack";

/** A reference as it was read the last time that it could be. */
export interface LastGood {
  readonly stack: Stack;
  /** ISO 8601. */
  readonly keptAt: string;
}

interface Keeping {
  readonly name: string;
  readonly maxStaleDays: number;
  readonly cacheFolder: string | undefined;
  readonly now: Date;
}

/** Keeps a redacted copy for the day on which the reference cannot be read. A failure to keep it is none to the run. */
export function writeLastGood(_keeping: Keeping, _stack: Stack): void {
  // Needs the snapshot's writer, which redacts.
}

/** The copy, where there is one and it is young enough. */
export function readLastGood(_keeping: Keeping): LastGood | undefined {
  return undefined;
}

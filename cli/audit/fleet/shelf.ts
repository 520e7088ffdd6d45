import type { Stack } from "../../../core/model/stack";
import type { FailedPair } from "../../../core/report/types";
import { readState, type StateFile } from "../inventory/folder";
import type { Batch } from "./batches";

/** States that were read and are still needed: a folder of thousands is not to be held at once. */
export class Shelf {
  private readonly states = new Map<string, Stack | FailedPair>();
  /** By file, how many batches are still to come that are about it. */
  private readonly needed = new Map<string, number>();

  /** What a file holds, from the shelf where it stands there. */
  read(file: StateFile): Stack | FailedPair {
    const known = this.states.get(file.name);
    if (known !== undefined) return known;
    const state = readState(file);
    this.states.set(file.name, state);
    return state;
  }

  reserve(batches: readonly Batch[]): void {
    for (const { states } of batches)
      for (const { file } of states) this.needed.set(file.name, (this.needed.get(file.name) ?? 0) + 1);
  }

  /** Forgets what no other batch is about. */
  release({ states }: Batch): void {
    for (const { file } of states) {
      const left = (this.needed.get(file.name) ?? 1) - 1;
      this.needed.set(file.name, left);
      if (left === 0) this.states.delete(file.name);
    }
  }
}

import type { Environment } from "../../../core/config/entries";
import { ReadError } from "../../../core/errors";
import { inventoryOfBackend } from "./backend";
import { inventoryOf, readState, statesIn, withoutDoubles } from "./folder";
import { type Place, referenceReader } from "./references";
import type { Inventory } from "./types";

/** Every stack of a folder of exports, or of the backend. Rejects with ReadError where there is none at all. */
export async function inventoryFrom(
  states: string | undefined,
  environments: readonly Environment[],
  place: Place,
): Promise<Inventory> {
  if (states !== undefined) {
    const read = statesIn(states, place.cwd).map(readState);
    return inventoryOf(withoutDoubles(read), [], states, referenceReader(place));
  }
  const inventory = await inventoryOfBackend(place, environments);
  if (inventory.stacks.length > 0) return inventory;
  throw new ReadError("the backend has no stack; `parity doctor` says in which it was looked");
}

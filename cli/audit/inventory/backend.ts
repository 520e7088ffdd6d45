import type { Environment } from "../../../core/config/entries";
import { fullName } from "../../../core/config/pairs/stack-pattern";
import { ReadError } from "../../../core/errors";
import { remembering } from "../../../core/remembering";
import { stacksOfBackends } from "../backend-stacks";
import { bounded } from "../bounded";
import { readNamed } from "../read";
import { absent, referenceReader, SIDE_BY_SIDE, there, type Place } from "./references";
import type { Inventory } from "./types";

/** The stacks that the Pulumi CLI lists. */
export async function inventoryOfBackend(place: Place, environments: readonly Environment[]): Promise<Inventory> {
  const housed = await stacksOfBackends(environments, place);
  const backends = new Map(housed.map(({ stack, backend }) => [fullName(stack), backend] as const));
  const turn = bounded(SIDE_BY_SIDE);
  const read = remembering((name) => turn(() => readNamed(name, backends.get(name), place)));
  const fromSources = referenceReader(place);
  return {
    stacks: housed.map(({ stack }) => stack),
    failed: [],
    subject: async ({ subject }) => {
      const stack = await read(fullName(subject));
      if (stack === undefined) throw new ReadError(`there is no stack ${fullName(subject)} any more`);
      return stack;
    },
    reference: async (pair) => {
      const [source, ...others] = pair.referenceSources;
      const plain =
        others.length === 0 && (source === undefined || (source.kind === "stack" && source.backend === undefined));
      if (!plain) return fromSources(pair);
      const stack = await read(source?.kind === "stack" ? source.name : fullName(pair.reference));
      return stack === undefined ? absent(`there is no stack ${fullName(pair.reference)}`) : there(stack);
    },
  };
}

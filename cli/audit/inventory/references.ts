import type { ResolvedPair } from "../../../core/config";
import { fullName } from "../../../core/config/pairs/stack-pattern";
import { ReadError } from "../../../core/errors";
import type { Stack } from "../../../core/model/stack";
import { remembering } from "../../../core/remembering";
import { cacheFolder, readReference } from "../../../sources/reference";
import type { Context } from "../../command";
import { bounded } from "../bounded";
import { identityOf } from "../judge-pair";
import type { Inventory, ReadableOutcome } from "./types";

/** Where stacks are read from, and when. */
export type Place = Pick<Context, "cwd" | "env" | "now">;

/** States read side by side; each is a process and a large document. */
export const SIDE_BY_SIDE = 4;

export function there(stack: Stack): ReadableOutcome {
  if (stack.resources.length === 0) return absent(`the stack ${fullName(identityOf(stack))} holds nothing yet`);
  return { kind: "read", stack, warnings: [] };
}

export function absent(message: string): ReadableOutcome {
  return { kind: "absent", message };
}

/** Reads references as parity.yaml says; those of several pairs that come from the same sources once. */
export function referenceReader({ cwd, env, now }: Place): Inventory["reference"] {
  const turn = bounded(SIDE_BY_SIDE);
  const read = remembering((key) => {
    const { sources, name, maxStaleDays } = JSON.parse(key) as Wanted;
    const request = { cli: { cwd, env }, whenQuiet: Promise.resolve(), cacheFolder: cacheFolder(env), now };
    return turn(() => readReference({ ...request, sources, name, maxStaleDays }));
  });
  return async ({ reference, referenceSources: sources, maxStaleDays }) => {
    const wanted: Wanted = { sources, name: fullName(reference), maxStaleDays };
    const outcome = await read(JSON.stringify(wanted));
    if (outcome.kind === "unreadable") throw new ReadError(outcome.message);
    return outcome;
  };
}

interface Wanted {
  readonly sources: ResolvedPair["referenceSources"];
  readonly name: string;
  readonly maxStaleDays: number;
}

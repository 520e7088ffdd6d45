import type { FailedPair } from "../../../core/report/types";
import type { Stack } from "../../../core/model/stack";
import { inventoryOf, readStates, type ReadState, type StateFile } from "../inventory/folder";
import type { Place } from "../inventory/references";
import type { Audit } from "../judge-pair";
import { answer } from "./answer";
import type { Answers, Questions } from "./fleet";

/** Files of a folder of exports that one thread reads and judges. */
export interface Share {
  /** Reads its files, and says what each holds. */
  read(): Promise<readonly (ReadState | FailedPair)[]>;
  answer(asked: Asked, judged: () => void): Promise<Answers>;
  close(): Promise<void>;
}

/** Questions that a share can answer. */
export interface Asked extends Questions {
  /** Every file that they are about, by name. Those that are not the share's own it reads as well. */
  readonly files: readonly StateFile[];
  readonly folder: string;
}

/** A share of the thread that calls. */
export function ownShare(audit: () => Audit, files: readonly StateFile[], place: Place): Share {
  const own = new Map<string, Stack | FailedPair>();
  const read = (wanted: readonly StateFile[]) => {
    const missing = wanted.filter(({ name }) => !own.has(name));
    for (const [at, state] of readStates(missing).entries()) own.set(missing[at]?.name ?? "", state);
    return wanted.flatMap(({ name }) => own.get(name) ?? []);
  };
  return {
    read: () => Promise.resolve(read(files).map(withoutResources)),
    answer: (asked, judged) => answer(audit(), inventoryOf(read(asked.files), asked.folder, place), asked, judged),
    close: () => Promise.resolve(),
  };
}

function withoutResources(state: Stack | FailedPair): ReadState | FailedPair {
  if ("why" in state) return state;
  const { organization, project, name, source } = state;
  return { organization, project, name, source };
}

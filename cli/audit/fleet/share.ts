import type { Stack } from "../../../core/model/stack";
import type { FailedPair } from "../../../core/report/types";
import type { ReadState, StateFile } from "../inventory/folder";
import { type Place, referenceReader } from "../inventory/references";
import type { Audit } from "../judge-pair";
import { answerBatch } from "./answer-batch";
import type { Batch } from "./batches";
import type { Answers } from "./fleet";
import { Shelf } from "./shelf";

/** Files of a folder of exports that one thread reads and judges. */
export interface Share {
  /** Reads those of its files whose beginning does not tell whose they are, and says it of each. */
  list(): Promise<readonly (ReadState | FailedPair)[]>;
  /** Each list in the order of the batches and of their questions. */
  answer(asked: Asked, judged: () => void): Promise<Answers>;
  close(): Promise<void>;
}

/** Questions that a share can answer, batch by batch. */
export interface Asked {
  readonly batches: readonly Batch[];
  readonly folder: string;
}

/** A share of the thread that calls. A state is read when it is first needed, once, and kept as long as it is. */
export function ownShare(audit: () => Audit, files: readonly StateFile[], place: Place): Share {
  const shelf = new Shelf();
  return {
    list: () => Promise.resolve(files.filter(isUntold).map((file) => withoutResources(shelf.read(file)))),
    answer: async ({ batches, folder }, judged) => {
      shelf.reserve(batches);
      // What all batches share is prepared once, and a reference from elsewhere is read once for all of them.
      const source = { folder, fromSources: referenceReader(place), read: (file: StateFile) => shelf.read(file) };
      const prepared = audit();
      const answers: Answers[] = [];
      for (const batch of batches) {
        answers.push(await answerBatch(prepared, batch, source, judged));
        shelf.release(batch);
      }
      return {
        outcomes: answers.flatMap(({ outcomes }) => outcomes),
        forgotten: answers.flatMap(({ forgotten }) => forgotten),
        failed: answers.flatMap(({ failed }) => failed),
      };
    },
    close: () => Promise.resolve(),
  };
}

export function isUntold({ told }: StateFile): boolean {
  return told === undefined;
}

function withoutResources(state: Stack | FailedPair): ReadState | FailedPair {
  if ("why" in state) return state;
  const { organization, project, name, source } = state;
  return { organization, project, name, source };
}

import { Worker } from "node:worker_threads";
import type { Share } from "./share";
import type { Order, Result, Task, Told } from "./thread-messages";

/** A share of a thread of its own, which loads what it needs and reads while this one does its part. */
export function threadShare(order: Order): Share {
  const worker = new Worker(require.resolve("./thread-main"), { workerData: order });
  const lost = lossOf(worker);
  return {
    read: async () => {
      const result = await Promise.race([lost, ask(worker, { kind: "read" })]);
      return "states" in result ? result.states : [];
    },
    answer: async (asked, judged) => {
      const result = await Promise.race([lost, ask(worker, { kind: "answer", asked }, judged)]);
      if (!("answers" in result)) throw new Error("a thread of the audit gave no answer");
      return result.answers;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Rejects when the thread ends by itself. */
function lossOf(worker: Worker): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread of the audit ended with ${code}`)));
  });
  // Where nobody waits for an answer, nobody has to know.
  lost.catch(() => undefined);
  return lost;
}

function ask(worker: Worker, task: Task, judged: () => void = () => undefined): Promise<Result> {
  return new Promise((resolve) => {
    const listen = (told: Told) => {
      if (told.kind === "judged") {
        judged();
        return;
      }
      worker.off("message", listen);
      resolve(told);
    };
    worker.on("message", listen);
    worker.postMessage(task);
  });
}

import { Worker } from "node:worker_threads";
import type { Share } from "./share";
import type { Order, Result, Task, Told } from "./thread-messages";

/** A share of a thread of its own, which loads what it needs and reads while this one does its part. */
export function threadShare(order: Order): Share {
  const worker = new Worker(require.resolve("./thread-main"), { workerData: order });
  const lost = lossOf(worker);
  return {
    list: async () => (await Promise.race([lost, ask(worker, { kind: "list" }, "listed")])).states,
    answer: async (asked, judged) =>
      (await Promise.race([lost, ask(worker, { kind: "answer", asked }, "answered", judged)])).answers,
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

/** Does one task, of which such a result comes back. */
function ask<Kind extends Result["kind"]>(
  worker: Worker,
  task: Task,
  kind: Kind,
  judged: () => void = () => undefined,
): Promise<Extract<Result, { kind: Kind }>> {
  return new Promise((resolve) => {
    const listen = (told: Told) => {
      if (told.kind === "judged") judged();
      if (!isOf(told, kind)) return;
      worker.off("message", listen);
      resolve(told);
    };
    worker.on("message", listen);
    worker.postMessage(task);
  });
}

function isOf<Kind extends Result["kind"]>(told: Told, kind: Kind): told is Extract<Result, { kind: Kind }> {
  return told.kind === kind;
}

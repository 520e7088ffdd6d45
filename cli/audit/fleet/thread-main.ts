import { parentPort, workerData } from "node:worker_threads";
import { prepareAudit } from "../prepare";
import { ownShare, type Share } from "./share";
import type { Order, Result, Task, Told } from "./thread-messages";

/** A thread's own program: does what it is told with its share of the states, one task after the other. */
function main(): void {
  // Both ends are of one release: what was sent is what arrives.
  const { request, place, files } = workerData as Order;
  const share = ownShare(() => prepareAudit(request, { ...place, detail: () => undefined }), files, place);
  parentPort?.on("message", (task: Task) => void perform(share, task).then(tell));
}

async function perform(share: Share, task: Task): Promise<Result> {
  if (task.kind === "list") return { kind: "listed", states: await share.list() };
  return { kind: "answered", answers: await share.answer(task.asked, () => tell({ kind: "judged" })) };
}

function tell(told: Told): void {
  parentPort?.postMessage(told);
}

main();

import { availableParallelism } from "node:os";
import { statesIn } from "../inventory/folder";
import { inventoryFrom } from "../inventory";
import type { Place } from "../inventory/references";
import type { Audit } from "../judge-pair";
import type { AuditRequest } from "../request";
import { answer } from "./answer";
import { deal } from "./deal";
import type { Fleet } from "./fleet";
import { ownShare } from "./share";
import { closeAll, fleetOfShares } from "./shares";
import { threadShare } from "./thread";

/**
 * The stacks of a folder of exports, on as many threads as pay; or those of the backend, on this one, for there the
 * Pulumi CLI's own processes keep the other processors busy. Rejects with ReadError where there is none at all.
 */
export async function fleetFrom(
  states: string | undefined,
  audit: Audit,
  request: AuditRequest,
  place: Place,
): Promise<Fleet> {
  return states === undefined ? fleetOfBackend(audit, place) : fleetOfFolder(states, audit, request, place);
}

async function fleetOfBackend(audit: Audit, place: Place): Promise<Fleet> {
  const inventory = await inventoryFrom(undefined, audit.config.environments, place);
  return {
    stacks: inventory.stacks,
    failed: inventory.failed,
    answer: (questions, judged) => answer(audit, inventory, questions, judged),
    close: () => Promise.resolve(),
  };
}

async function fleetOfFolder(folder: string, audit: Audit, request: AuditRequest, place: Place): Promise<Fleet> {
  const files = statesIn(folder, place.cwd);
  const [own = [], ...others] = deal(files, availableParallelism());
  const dealt = [
    ...others.map((dealt) => ({ share: threadShare({ request, place, files: dealt }), files: dealt })),
    { share: ownShare(() => audit, own, place), files: own },
  ];
  try {
    return await fleetOfShares(dealt, files, folder);
  } catch (error) {
    await closeAll(dealt);
    throw error;
  }
}

import type { StackIdentity } from "../../core/config";
import { membershipOf } from "../../core/config/pairs/membership";
import { fullName } from "../../core/config/pairs/stack-pattern";
import { ParityError } from "../../core/errors";
import { lifetimeOf, ownerOfStack } from "../../core/history";
import type { ForgottenStack } from "../../core/report/types";
import type { Inventory } from "./inventory/types";
import type { Audit } from "./judge-pair";
import { tagsOfStack } from "./knowledge";

/** Says of a stack that has outlived its environment's `lifetime` how old it is and whose; undefined of any other. */
export async function forgottenStack(
  audit: Audit,
  inventory: Inventory,
  subject: StackIdentity,
): Promise<ForgottenStack | undefined> {
  const environment = membershipOf(audit.config, subject)?.environment;
  if (environment?.lifetimeDays === undefined) return undefined;
  const stack = await inventory.subject({ subject }).catch((error: unknown) => {
    // That it cannot be read is said where it is judged.
    if (error instanceof ParityError) return undefined;
    throw error;
  });
  const lifetime = stack === undefined ? undefined : lifetimeOf(stack, environment.lifetimeDays, audit.now);
  if (stack === undefined || lifetime?.state !== "over") return undefined;
  const { ownerTag = "owner" } = environment;
  const owner = ownerOfStack(stack, ownerTag, await tagsOfStack(audit, { ownerTag, subject }, stack));
  return {
    stack: fullName(subject),
    environment: environment.name,
    ageDays: Math.floor(lifetime.ageDays),
    lifetimeDays: lifetime.limitDays,
    ...(owner !== undefined && { owner }),
    ...(stack.capturedAt !== undefined && { lastUpdate: stack.capturedAt }),
  };
}

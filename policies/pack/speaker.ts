import type { ParityPolicy } from "../../core/policy";
import type { PolicySettings } from "./messages";

/**
 * Which policy reports what concerns the run as a whole: one that can reject, so that an unreadable reference rejects
 * wherever any policy would; else any that is called. `caller` where the levels are not known.
 */
export function speaker(policies: readonly ParityPolicy[], settings: PolicySettings, caller: string): string {
  const levelOf = ({ name }: ParityPolicy) => settings.get(name)?.level;
  const rejecting = policies.find((policy) => ["mandatory", "remediate"].includes(levelOf(policy) ?? ""));
  return (rejecting ?? policies.find((policy) => levelOf(policy) === "advisory"))?.name ?? caller;
}

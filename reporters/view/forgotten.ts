import type { ForgottenStack } from "../../core/report/types";

/** An environment that has outlived its lifetime, and whom to ask about it. */
export function forgottenText({ ageDays, lifetimeDays, environment, owner, lastUpdate }: ForgottenStack): string {
  const updated = lastUpdate === undefined ? "" : `, last updated on ${lastUpdate.slice(0, 10)}`;
  const whose = owner === undefined ? "nobody says whose it is" : `owner ${owner}`;
  return `made ${ageDays} days ago${updated}, ${environment} may live for ${lifetimeDays} days; ${whose}`;
}

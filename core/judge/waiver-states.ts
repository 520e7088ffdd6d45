import type { Waiver } from "../config/entries";
import type { Finding } from "../model/finding";
import type { ReportedWaiver } from "../report/types";
import { WARNING_DAYS } from "./hygiene";
import { daysLeft, isExpired } from "./waivers";

/** The waivers in force for a pair as the report lists them, each with what it covers. */
export function reportedWaivers(
  waivers: readonly Waiver[],
  findings: readonly Pick<Finding, "id" | "rule" | "verdict">[],
  now: Date,
): readonly ReportedWaiver[] {
  return waivers.map((waiver) => {
    const rule = `waiver ${waiver.id}`;
    const covers = findings
      .filter((finding) => finding.verdict === "waived" && finding.rule === rule)
      .map(({ id }) => id);
    const { id, reason, owner, expires } = waiver;
    return { id, reason, owner, expires, state: stateOf(waiver, covers.length > 0, now), covers };
  });
}

function stateOf(waiver: Waiver, used: boolean, now: Date): ReportedWaiver["state"] {
  if (isExpired(waiver, now)) return "expired";
  if (!used) return "unused";
  return daysLeft(waiver, now) <= WARNING_DAYS ? "expiring" : "active";
}

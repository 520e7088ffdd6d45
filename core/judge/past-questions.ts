import { maxAgeOf } from "../history";
import type { Finding } from "../model/finding";
import type { PairSettings, Walked } from "../walk";
import { asksThePast } from "./ahead";
import { aheadContext } from "./bench";

/** A divergence of which only the history tells enough to judge it. */
export interface PastQuestion {
  readonly finding: Finding;
  /** Whether it was there so many days ago already; undefined: when it began, however long ago that is. */
  readonly days: number | undefined;
}

/** What has to be asked of the history before these findings can be believed: lead, and the age that they may have. */
export function pastQuestions(walked: Walked, settings: PairSettings, now: Date): readonly PastQuestion[] {
  const ahead = aheadContext(walked.comparison, settings.judge, now);
  const { maxAgeDays = {} } = settings.provenance ?? {};
  return walked.findings.flatMap((finding) => {
    if (!isOpen(finding)) return [];
    const limit = finding.status === "introduced" ? undefined : maxAgeOf(maxAgeDays, finding.facts.policy);
    const aged = limit === undefined ? [] : [{ finding, days: limit }];
    const asked = asksThePast(finding, ahead);
    if (asked === undefined) return aged;
    return [...aged, { finding, days: asked === "then" ? settings.judge.leadDays : undefined }];
  });
}

/** What is allowed, waived or said for its own sake needs no past. */
function isOpen({ verdict, reported }: Finding): boolean {
  return (verdict === "beyond" || verdict === "ahead") && reported === undefined;
}

import type { Report, Reports } from "../../core/report/types";
import type { Level } from "../../core/vocabulary";
import type { FailOn } from "./request";

const FAILING: Readonly<Record<FailOn, readonly Level[]>> = {
  never: [],
  mandatory: ["mandatory"],
  advisory: ["mandatory", "advisory"],
};

/** 3 where not all could be judged; 1 where something beyond tolerance is at or above the bar. */
export function exitCode(report: Report | Reports, failOn: FailOn): 0 | 1 | 3 {
  if (report.schema === "parity-report/1") return fails(report, failOn) ? 1 : 0;
  const { reports, unjudged, failed = [] } = report;
  if (unjudged.length + failed.length > 0) return 3;
  return reports.some((one) => fails(one, failOn)) ? 1 : 0;
}

function fails({ divergences, notCompared }: Report, failOn: FailOn): boolean {
  const levels = FAILING[failOn];
  // An absent reference is a warning, unless parity.yaml says that it must not be.
  if (notCompared?.level === "mandatory" && failOn !== "never") return true;
  return divergences.some(
    ({ verdict, level }) => (verdict === "beyond" || verdict === "undetermined") && levels.includes(level),
  );
}

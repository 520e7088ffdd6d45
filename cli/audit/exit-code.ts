import type { Report } from "../../core/report/types";
import type { Level } from "../../core/vocabulary";
import type { FailOn } from "./request";

const FAILING: Readonly<Record<FailOn, readonly Level[]>> = {
  never: [],
  mandatory: ["mandatory"],
  advisory: ["mandatory", "advisory"],
};

/** 1 where something beyond tolerance is at or above the bar. */
export function exitCode(reports: readonly Report[], failOn: FailOn): 0 | 1 {
  const levels = FAILING[failOn];
  const fails = ({ divergences }: Report) =>
    divergences.some(({ verdict, level }) => verdict === "beyond" && levels.includes(level));
  return reports.some(fails) ? 1 : 0;
}

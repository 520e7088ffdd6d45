import { countOf, type HistoryReport } from "../../core/history";
import type { Report, TrendPoint } from "../../core/report/types";
import { reporters } from "../../reporters";
import { ReadError } from "../../core/errors";
import type { Past } from "../../policies/past/past";

/** The report of the newest moment, with the trend of all. */
export async function historyHtml(history: HistoryReport, past: Past): Promise<string> {
  const newest = past.moments.at(-1);
  if (newest === undefined) throw new ReadError("there was no moment at which both stacks existed: nothing to draw");
  const report: Report = { ...(await past.report(newest)), trend: trendOf(history) };
  return reporters.html.load()(report, { color: false, columns: 120, all: false });
}

function trendOf({ points }: HistoryReport): readonly TrendPoint[] {
  return points.flatMap(({ at, side, update, measured }) => {
    if (measured === undefined) return [];
    const what = [side, update.commit?.slice(0, 9), update.message].filter((part) => part !== undefined);
    return [{ at, score: measured.score, beyond: countOf(measured, "beyond"), label: what.join(" ") }];
  });
}

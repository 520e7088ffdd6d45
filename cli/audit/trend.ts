import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ReadError } from "../../core/errors";
import { countOf, type HistoryReport } from "../../core/history/trend";
import type { Report, TrendPoint } from "../../core/report/types";

/** Reads what `parity history --format json` wrote. Throws ReadError. */
export function readHistory(file: string, cwd: string): HistoryReport {
  try {
    const parsed: unknown = JSON.parse(readFileSync(resolve(cwd, file), "utf8"));
    if (isHistory(parsed)) return parsed;
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new ReadError(error instanceof Error ? error.message : "cannot be read", file);
  }
  throw new ReadError("is no history; write one with `parity history --format json`", file);
}

function isHistory(value: unknown): value is HistoryReport {
  return typeof value === "object" && value !== null && "schema" in value && value.schema === "parity-history/1";
}

/** The report with its pair's past, where one of the histories is of this pair. */
export function withTrend(report: Report, histories: readonly HistoryReport[]): Report {
  const { subject, reference } = report;
  const found = histories.find((history) => names(history.subject, subject) && names(history.reference, reference));
  return found === undefined ? report : { ...report, trend: trendOf(found) };
}

function names(full: string, { project, name }: Report["subject"]): boolean {
  const [stack, itsProject] = full.split("/").reverse();
  return stack === name && (itsProject === undefined || project === undefined || itsProject === project);
}

function trendOf({ points }: HistoryReport): readonly TrendPoint[] {
  return points.flatMap(({ at, measured, side, update }) =>
    measured === undefined
      ? []
      : [
          {
            at,
            score: measured.score,
            beyond: countOf(measured, "beyond"),
            label: `${side} ${update.kind} ${update.id}`,
          },
        ],
  );
}

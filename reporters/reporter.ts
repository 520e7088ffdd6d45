import type { Report, Reports } from "../core/report/types";

/** A report as one string. Pure: what it needs of the world beyond the report is in the options. */
export type Reporter = (report: Report | Reports, options: ReporterOptions) => string;

export interface ReporterOptions {
  readonly color: boolean;
  /** Width in characters of what shows the text. */
  readonly columns: number;
  /** Shorten nothing. */
  readonly all: boolean;
}

/** The reports in it; one pair's report is a list of one. */
export function reportsOf(report: Report | Reports): readonly Report[] {
  return report.schema === "parity-reports/1" ? report.reports : [report];
}

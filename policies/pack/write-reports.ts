import { resolve, join } from "node:path";
import type { Report, Reports } from "../../core/report/types";
import { FORMATS, reporters } from "../../reporters";
import { writeWhole } from "../../sources/files";
import { oneLine } from "./one-line";

/** Writes the reports in every format into a folder, and gives the line that says so. */
export function writeReports(reports: readonly Report[], folder: string, calledFrom: string): string {
  const target = resolve(calledFrom, folder);
  const [only, ...others] = reports;
  if (only === undefined) return `nothing was compared, so no report was written to ${target}`;
  const document: Report | Reports = others.length === 0 ? only : { schema: "parity-reports/1", reports, unjudged: [] };
  try {
    for (const format of FORMATS) {
      const { file, load } = reporters[format];
      writeWhole(join(target, file), load()(document, { color: false, columns: 120, all: true }));
    }
    return `the whole report is in ${target}`;
  } catch (error) {
    return `the report could not be written to ${target}: ${oneLine(error)}`;
  }
}

import { join, resolve } from "node:path";
import { ReadError } from "../../core/errors";
import type { Report, Reports } from "../../core/report/types";
import { reporters, type ReporterOptions } from "../../reporters";
import { writeWhole } from "../../sources/files";
import type { Context } from "../command";
import type { AuditRequest } from "./request";

/** Writes the report in every format that was asked for: one to stdout, or each to its file. */
export function writeReport(
  report: Report | Reports,
  { formats, out, showAll }: Pick<AuditRequest, "formats" | "out" | "showAll">,
  { stdout, stderr, cwd }: Context,
): void {
  const { color, columns } = stdout;
  if (out === undefined) {
    stdout.write(reporters[formats[0]].load()(report, { color, columns, all: showAll }));
    return;
  }
  const folder = resolve(cwd, out);
  const options: ReporterOptions = { color: false, columns: 120, all: showAll };
  for (const format of formats) {
    const { file, load } = reporters[format];
    write(folder, file, load()(report, options));
    stderr.write(`wrote ${join(out, file)}\n`);
  }
}

function write(folder: string, name: string, text: string): void {
  try {
    writeWhole(join(folder, name), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReadError(`the report cannot be written: ${reason}; name a folder that can be with --out`, folder);
  }
}

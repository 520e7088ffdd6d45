import { reportedUpdate, type HistoryPoint, type HistoryReport, type Moment } from "../../core/history";
import { ParityError, UsageError } from "../../core/errors";
import { oneOf } from "../choice";
import type { CommandDefinition, Context, Input } from "../command";
import { progressOn } from "../audit/progress";
import { historyHtml } from "../history/html";
import { openPast, type Past } from "../../policies/past/past";
import { HISTORY_OPTIONS, historyRequest } from "../history/request";
import { historyTable } from "../history/table";

const FORMATS = ["terminal", "json", "html"] as const;
type Format = (typeof FORMATS)[number];

/** Parity over time, from the backend's own update history. */
export const historyCommand: CommandDefinition = {
  name: "history",
  options: [
    ...HISTORY_OPTIONS,
    { flags: "--last <number>", description: "only so many moments", default: "100" },
    { flags: "--format <name>", description: FORMATS.join(", "), default: "terminal" },
  ],
  examples: [
    "parity history --subject staging",
    "parity history --subject shop/staging --reference shop/production --backend file:///var/pulumi --format json",
  ],
  run: history,
};

async function history(context: Context, input: Input): Promise<number> {
  const format = formatOf(input);
  const last = numberOf(input.text("last") ?? "100");
  const past = await openPast(await historyRequest(context, input), context);
  const report = await measure(past, last, context);
  context.stdout.write(await rendered(format, report, past, context));
  return report.points.length > 0 && report.points.every(({ measured }) => measured === undefined) ? 3 : 0;
}

function formatOf(input: Input): Format {
  const format = oneOf(input.text("format") ?? "terminal", FORMATS, "--format");
  return format;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--last should be a whole number above 0, not ${text}`);
  return number;
}

async function measure(past: Past, last: number, { stderr, now }: Context): Promise<HistoryReport> {
  const progress = progressOn(stderr, "moments compared");
  const points: HistoryPoint[] = [];
  for (const moment of past.moments.slice(-last)) {
    points.push(await pointAt(moment, past));
    progress.step();
  }
  progress.end();
  const { subject, reference } = past.names;
  const notes = [...past.notes, ...(points.length === 0 ? ["there was no moment at which both stacks existed"] : [])];
  return { schema: "parity-history/1", generatedAt: now.toISOString(), subject, reference, points, notes };
}

async function pointAt(moment: Moment, past: Past): Promise<HistoryPoint> {
  const point = { at: new Date(moment.at).toISOString(), side: moment.side, update: reportedUpdate(moment) };
  try {
    const { score, dimensions } = await past.compared(moment);
    return { ...point, measured: { score, dimensions } };
  } catch (error) {
    if (!(error instanceof ParityError)) throw error;
    return { ...point, unreadable: error.place === undefined ? error.message : `${error.place}: ${error.message}` };
  }
}

function rendered(format: Format, report: HistoryReport, past: Past, { stdout }: Context): Promise<string> | string {
  switch (format) {
    case "terminal":
      return historyTable(report, stdout);
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "html":
      return historyHtml(report, past);
  }
}

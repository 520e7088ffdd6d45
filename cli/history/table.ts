import { countOf, type HistoryPoint, type HistoryReport } from "../../core/history";
import { plainLine } from "../../core/report/plain";
import { percent } from "../../reporters/terminal/bars";
import { styleFor, type Style } from "../../reporters/terminal/style";
import { padTo, widthOf } from "../../reporters/view/width";
import type { Output } from "../command";
import { trendLines } from "./trend-line";
import { authorName, minute, stackOf } from "./when";

/** The trend as a line of blocks, then a row for every update. */
export function historyTable(report: HistoryReport, { color, columns }: Output): string {
  const style = styleFor(color);
  const { subject, reference, points, notes } = report;
  const title = `${plainLine(subject)} against ${plainLine(reference)}`;
  return [
    style.strong(title),
    ...(points.length > 0 ? ["", ...trendLines(points, columns, style), "", ...rows(report, columns, style)] : []),
    ...(notes.length > 0 ? ["", ...notes.map((note) => style.quiet(`  note: ${plainLine(note)}`))] : []),
    "",
  ].join("\n");
}

const COMMIT = 8;
const LONGEST_AUTHOR = 18;
/** Score, beyond, and how many more or fewer. */
const MEASURES = 5 + 8 + 5;
/** Narrower than this, a message says more than a commit. */
const NARROW = 96;

interface Frame {
  readonly names: { readonly subject: string; readonly reference: string };
  readonly stack: number;
  readonly author: number;
  /** 0: no room for it. */
  readonly commit: number;
  readonly message: number;
  readonly style: Style;
}

function rows({ subject, reference, points }: HistoryReport, columns: number, style: Style): readonly string[] {
  const stack = Math.max(...[subject, reference].map((name) => widthOf(stackOf(name))));
  const author = Math.min(LONGEST_AUTHOR, Math.max(6, ...points.map(({ update }) => widthOf(authorName(update)))));
  const commit = columns < NARROW ? 0 : COMMIT;
  const taken = 2 + 16 + 2 + stack + 2 + MEASURES + 2 + (commit === 0 ? 0 : commit + 2) + author + 2;
  const frame = { names: { subject, reference }, stack, author, commit, message: Math.max(16, columns - taken), style };
  const head = cells(["time", "stack", "score  beyond", "commit", "author", "message"], frame);
  return [style.quiet(head), ...points.map((point, at) => row(point, points[at - 1], frame))];
}

function cells(texts: readonly [string, string, string, string, string, string], frame: Frame): string {
  const [when, stack, measures, commit, author, message] = texts;
  const parts = [
    padTo(when, 16),
    padTo(stack, frame.stack),
    padTo(measures, MEASURES),
    ...(frame.commit === 0 ? [] : [padTo(commit, frame.commit)]),
    padTo(author, frame.author),
    message,
  ];
  return `  ${parts.join("  ").trimEnd()}`;
}

function row(point: HistoryPoint, before: HistoryPoint | undefined, frame: Frame): string {
  const { at, side, update } = point;
  const { names, style } = frame;
  const paint = side === "subject" ? style.subject : style.reference;
  const commit = `${(update.commit ?? "").slice(0, COMMIT - 1)}${update.dirty === true ? "*" : ""}`;
  return cells(
    [
      minute(at),
      paint(padTo(plainLine(stackOf(names[side])), frame.stack)),
      measure(point, before, style),
      style.info(padTo(plainLine(commit), frame.commit)),
      cut(plainLine(authorName(update)), frame.author),
      style.quiet(cut(plainLine(update.message ?? update.kind), frame.message)),
    ],
    frame,
  );
}

function measure({ measured }: HistoryPoint, before: HistoryPoint | undefined, style: Style): string {
  if (measured === undefined) return style.warn("cannot be read".padEnd(MEASURES));
  const beyond = countOf(measured, "beyond");
  const change = before?.measured === undefined ? 0 : beyond - countOf(before.measured, "beyond");
  const count = String(beyond).padStart(8);
  return `${percent(measured.score).trim().padStart(5)}${beyond > 0 ? count : style.good(count)}${changeText(change, style)}`;
}

function changeText(change: number, style: Style): string {
  if (change === 0) return "".padEnd(5);
  const text = ` ${change > 0 ? "+" : "−"}${Math.abs(change)}`.padEnd(5);
  return change > 0 ? style.bad(text) : style.good(text);
}

function cut(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join("")}…`;
}

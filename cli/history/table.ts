import { countOf, type HistoryPoint, type HistoryReport } from "../../core/history";
import { plainLine } from "../../core/report/plain";
import { percent } from "../../reporters/terminal/bars";
import { styleFor, type Style } from "../../reporters/terminal/style";
import type { Output } from "../command";

const STEPS = "▁▂▃▄▅▆▇█";

/** The trend as a line of blocks, then a row for every update. */
export function historyTable(report: HistoryReport, { color, columns }: Output): string {
  const style = styleFor(color);
  const { subject, reference, points, notes } = report;
  const title = `${plainLine(subject)} against ${plainLine(reference)}`;
  return [
    style.strong(title),
    ...(points.length > 0 ? ["", `  ${trendLine(points, columns - 4)}`, ""] : []),
    ...points.map((point) => row(point, columns, style)),
    ...(notes.length > 0 ? ["", ...notes.map((note) => style.quiet(`  note: ${plainLine(note)}`))] : []),
    "",
  ].join("\n");
}

/** Scaled between the lowest and the highest score, so that small changes show. */
function trendLine(points: readonly HistoryPoint[], width: number): string {
  const scores = points.slice(-width).map(({ measured }) => measured?.score);
  const there = scores.filter((score) => score !== undefined);
  const [low, high] = [Math.min(...there), Math.max(...there)];
  return scores
    .map((score) => (score === undefined ? "·" : block(high === low ? 1 : (score - low) / (high - low))))
    .join("");
}

function block(share: number): string {
  return STEPS[Math.min(STEPS.length - 1, Math.floor(share * STEPS.length))] ?? "";
}

function row(point: HistoryPoint, columns: number, style: Style): string {
  const { at, side, measured, update } = point;
  const when = `${at.slice(0, 10)} ${at.slice(11, 16)}`;
  const paint = side === "subject" ? style.subject : style.reference;
  const label = plainLine([update.commit?.slice(0, 9), update.author, update.message].filter(Boolean).join("  "));
  const fixed = `  ${when}  ${paint(side.padEnd(9))}  ${measure(measured, style)}  `;
  return fixed + style.quiet(label.slice(0, Math.max(10, columns - FIXED_WIDTH)));
}

const FIXED_WIDTH = 2 + 16 + 2 + 9 + 2 + 22 + 2;

function measure(measured: HistoryPoint["measured"], style: Style): string {
  if (measured === undefined) return style.warn("cannot be read".padEnd(22));
  const beyond = countOf(measured, "beyond");
  const text = `${String(beyond).padStart(5)} beyond`;
  return `${percent(measured.score)}   ${beyond > 0 ? style.bad(text) : style.good(text)}`.padEnd(22);
}

import { plainLine } from "../../core/report/plain";
import { notCounted } from "../../core/report/score";
import type { Dimension, Report } from "../../core/report/types";
import { padTo } from "../view/width";
import type { Style } from "./style";

const EIGHTHS = " ▏▎▍▌▋▊▉";
const WIDTH = 20;

/** The score of the whole and of every dimension as bars, with what was counted beside. */
export function scoreLines({ score, dimensions, divergences }: Report, style: Style): readonly string[] {
  const shown = dimensions.filter((dimension) => counted(dimension) > 0);
  const idle = dimensions.length - shown.length;
  const width = Math.max(8, ...shown.map(({ policy }) => label(policy).length));
  const beside = notCounted(divergences);
  const note = beside.length === 0 ? "" : style.quiet(`${beside.join(", ")} not counted as parity`);
  return [
    barLine(style.strong(padTo("score", width)), score, note, style),
    ...shown.map((row) => barLine(padTo(label(row.policy), width), row.score, countsOf(row, style), style)),
    ...(idle > 0 ? [style.quiet(`  ${padTo("", width)}  nothing diverges in ${idleText(idle, shown.length)}`)] : []),
  ];
}

function idleText(idle: number, shown: number): string {
  return shown === 0 ? "any dimension" : `the other ${idle} dimension${idle === 1 ? "" : "s"}`;
}

function barLine(name: string, score: number, counts: string, style: Style): string {
  const paint = score >= 0.9 ? style.good : score >= 0.6 ? style.warn : style.bad;
  return `  ${name}  ${paint(bar(score))} ${percent(score)}  ${counts}`.trimEnd();
}

function bar(score: number): string {
  const eighths = Math.floor(score * WIDTH * 8);
  const full = "█".repeat(Math.floor(eighths / 8));
  const part = eighths % 8 === 0 ? "" : (EIGHTHS[eighths % 8] ?? "");
  return padTo(full + part, WIDTH);
}

/** Rounded down: 100 % is for parity alone. */
export function percent(score: number): string {
  return `${String(Math.floor(score * 100)).padStart(3)} %`;
}

function label(policy: string): string {
  return plainLine(policy.replace(/-parity$/, ""));
}

function counted({ within, ahead, beyond, waived, undetermined }: Dimension): number {
  return within + ahead + beyond + waived + undetermined;
}

function countsOf({ beyond, ahead, undetermined, waived, within }: Dimension, style: Style): string {
  return [
    beyond > 0 ? style.bad(`${beyond} beyond`) : "",
    ahead > 0 ? style.info(`${ahead} ahead`) : "",
    undetermined > 0 ? style.warn(`${undetermined} undetermined`) : "",
    waived > 0 ? `${waived} waived` : "",
    within > 0 ? style.quiet(`${within} within`) : "",
  ]
    .filter((part) => part !== "")
    .join(style.quiet(" · "));
}

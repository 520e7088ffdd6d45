import type { HistoryPoint } from "../../core/history";
import { percent } from "../../reporters/terminal/bars";
import type { Style } from "../../reporters/terminal/style";

const STEPS = "▁▂▃▄▅▆▇█";
/** Room for the two scores. */
const SIDES = 18;

/**
 * The newest scores as a line of blocks, scaled between the lowest and the highest so that small changes show, with what
 * it begins and ends with and the days below.
 */
export function trendLines(points: readonly HistoryPoint[], columns: number, style: Style): readonly string[] {
  const shown = points.slice(-Math.max(10, columns - SIDES));
  const scores = shown.map(({ measured }) => measured?.score);
  const there = scores.filter((score) => score !== undefined);
  const [first, last] = [there[0], there.at(-1)];
  const [from, to] = [shown[0]?.at, shown.at(-1)?.at];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return [];
  const [low, high] = [Math.min(...there), Math.max(...there)];
  const line = scores
    .map((score) => (score === undefined ? "·" : block(high === low ? 1 : (score - low) / (high - low))))
    .join("");
  const paint = last < first ? style.bad : style.good;
  const days = from.slice(0, 10) === to.slice(0, 10) ? from.slice(0, 10) : `${from.slice(0, 10)} to ${to.slice(0, 10)}`;
  return [
    `  ${percent(first).trim().padStart(5)} ${paint(line)} ${percent(last).trim()}`,
    style.quiet(`        ${days}, ${shown.length === 1 ? "1 update" : `${shown.length} updates`}`),
  ];
}

function block(share: number): string {
  return STEPS[Math.min(STEPS.length - 1, Math.floor(share * STEPS.length))] ?? "";
}

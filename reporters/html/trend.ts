import type { TrendPoint } from "../../core/report/types";
import { html, type Markup } from "./markup";

const WIDTH = 640;
const HEIGHT = 150;
const PAD = 14;
/** Room for the dates below. */
const DATES = 22;
/** Room for the scale at the left. */
const SCALE = 44;

/** The score over time as a line, and the same as a table for who cannot see it. */
export function trendMarkup(points: readonly TrendPoint[]): Markup | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return undefined;
  const spots = positions(points);
  const summary = `Score from ${percent(first.score)} on ${day(first.at)} to ${percent(last.score)} on ${day(last.at)}`;
  return html`<section class="trend">
    <h3>Trend</h3>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${summary}">
      ${[0, 0.5, 1].map((score) => html`<line class="grid" x1="${SCALE}" x2="${WIDTH}" y1="${y(score)}" y2="${y(score)}" /><text x="${SCALE - 8}" y="${y(score) + 4}" text-anchor="end">${percent(score)}</text>`)}
      <polygon
        points="${[[spots[0]?.[0] ?? 0, y(0)], ...spots, [spots.at(-1)?.[0] ?? 0, y(0)]].map(([x, at]) => `${x},${at}`).join(" ")}"
      />
      <polyline points="${spots.map(([x, at]) => `${x},${at}`).join(" ")}" />
      <text x="${SCALE}" y="${HEIGHT - 8}">${day(first.at)}</text>
      <text x="${WIDTH - PAD}" y="${HEIGHT - 8}" text-anchor="end">${day(last.at)}</text>
      ${spots.map(([x, at], index) => html`<circle cx="${x}" cy="${at}" r="3.5"><title>${titleOf(points[index])}</title></circle>`)}
    </svg>
    <p class="dim">${summary}</p>
    <details class="aside">
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Score</th>
            <th scope="col">Beyond</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          ${points.map(
            ({ at, score, beyond, label }) =>
              html`<tr>
                <td>${day(at)}</td>
                <td>${percent(score)}</td>
                <td>${beyond}</td>
                <td>${label ?? ""}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </section>`;
}

function positions(points: readonly TrendPoint[]): readonly (readonly [number, number])[] {
  const times = points.map(({ at }) => Date.parse(at));
  const start = Math.min(...times);
  const span = Math.max(...times) - start || 1;
  return points.map(({ score }, index) => [
    Math.round(SCALE + ((WIDTH - SCALE - PAD) * ((times[index] ?? start) - start)) / span),
    y(score),
  ]);
}

function y(score: number): number {
  return Math.round(HEIGHT - DATES - PAD - (HEIGHT - DATES - 2 * PAD) * score);
}

function titleOf(point: TrendPoint | undefined): string {
  return point === undefined
    ? ""
    : `${day(point.at)}: ${percent(point.score)}, ${point.beyond} beyond ${point.label ?? ""}`;
}

function day(at: string): string {
  return at.slice(0, 10);
}

function percent(score: number): string {
  return `${Math.floor(score * 100)} %`;
}

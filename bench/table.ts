import type { Line, Outcome } from "./lines/line";

/** One measured line, as it is kept in JSON. */
export interface Measured extends Outcome, Pick<Line, "name" | "what" | "against" | "goal" | "unit"> {}

/** A Markdown table, so that what is printed can stand in the documentation as it is. */
export function asTable(measured: readonly Measured[], before: readonly Measured[]): string {
  const head = ["what", "ours", "against", "theirs", "ratio", "goal", "met", ...(before.length > 0 ? ["before"] : [])];
  const rows = measured.map((line) => {
    const earlier = before.find((other) => other.name === line.name);
    const cells = [line.what, quantity(line.ours, line.unit), line.against, quantity(line.theirs, line.unit)];
    const goal = Number.isFinite(line.goal) ? `≤ ${line.goal.toFixed(2)}` : "–";
    const verdict = [line.ratio.toFixed(2), goal, line.ratio <= line.goal ? "yes" : "no"];
    return [...cells, ...verdict, ...(before.length > 0 ? [earlier?.ratio.toFixed(2) ?? "–"] : [])];
  });
  const notes = measured.flatMap((line) => (line.note === undefined ? [] : [`- ${line.name}: ${line.note}`]));
  return `${[head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")}\n${notes.map((note) => `${note}\n`).join("")}`;
}

function quantity(value: number, unit: Line["unit"]): string {
  return unit === "ratio" ? value.toFixed(2) : `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;
}

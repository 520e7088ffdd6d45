import { createColors } from "picocolors";
import { plainLine } from "../../core/report/plain";
import type { Check } from "./check";

const MARKS: Readonly<Record<Check["state"], string>> = {
  ok: "ok     ",
  warning: "warning",
  failed: "failed ",
  skipped: "skipped",
};

/** The examination for a person: one line a check, what to do beneath it, and at the end where to begin. */
export function doctorText(checks: readonly Check[], color: boolean): string {
  const paint = createColors(color);
  const paints = { ok: paint.green, warning: paint.yellow, failed: paint.red, skipped: paint.dim };
  const lines = checks.flatMap(({ check, state, message, next }) => [
    `${paints[state](MARKS[state])}  ${check.padEnd(11)}  ${message.split("\n").map(plainLine).join(`\n${INDENT}`)}`,
    ...(next === undefined ? [] : [`${INDENT}${paint.bold("next:")} ${plainLine(next)}`]),
  ]);
  return `${[...lines, "", conclusion(checks)].join("\n")}\n`;
}

const INDENT = " ".repeat("warning  parity.yaml  ".length);

function conclusion(checks: readonly Check[]): string {
  const count = (state: Check["state"]) => checks.filter((one) => one.state === state).length;
  const [failed, warned] = [count("failed"), count("warning")];
  if (failed > 0) return `${failed} failed, ${warned} could be better; begin with the first that failed.`;
  return warned > 0 ? `Everything works; ${warned} could be better.` : "Everything works.";
}

import { plainLine } from "../../core/report/plain";

const LONGEST = 160;

/** Text from outside as a code span: nothing in it links, mentions, formats or ends a table's cell. */
export function code(text: string, longest = LONGEST): string {
  const plain = plainLine(shorten(text, longest)).replace(/\|/g, "\\u007c");
  if (plain.trim() === "") return plain === "" ? "(empty)" : "(blank)";
  const runs = plain.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = /^[` ]|[` ]$/.test(plain) ? " " : "";
  return `${fence}${pad}${plain}${pad}${fence}`;
}

function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** `1 divergence`, `2 divergences`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

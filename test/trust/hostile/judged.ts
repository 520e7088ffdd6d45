import type { Ended } from "../whole-process";
import { LARGEST_MB, LONGEST_MS } from "../whole-process";
import type { HostileInput } from "./input";

/** What is wrong with how a process ended; undefined where it gave a typed one-line error or a report. */
export function complaintOn({ expected }: Pick<HostileInput, "expected">, ended: Ended): string | undefined {
  const { code, signal, stdout, stderr, milliseconds, megabytes } = ended;
  if (signal !== undefined || code === undefined) return `it hung, or died: ${String(signal)}`;
  if (milliseconds === undefined || milliseconds > LONGEST_MS) return `it took ${String(milliseconds)} ms of processor`;
  if (megabytes === undefined || megabytes > LARGEST_MB) return `it took ${String(megabytes)} MB`;
  if (/^\s+at .+[:(]\d+|unexpected failure|RangeError|TypeError|FATAL/m.test(stderr))
    return `a stack trace: ${stderr.slice(0, 600)}`;
  if (code === 2 || code === 3) return refusal(expected, stdout, stderr);
  if (code !== 0 && code !== 1) return `exit code ${String(code)}`;
  if (expected === "refused") return `it was taken, with exit code ${String(code)}`;
  return isReport(stdout) ? undefined : `no report: ${stdout.slice(0, 200)}`;
}

function refusal(expected: HostileInput["expected"], stdout: string, stderr: string): string | undefined {
  if (expected === "same") return `it was refused: ${stderr.slice(0, 300)}`;
  if (stdout !== "") return `it was refused, and said something on stdout: ${stdout.slice(0, 200)}`;
  const lines = stderr.split("\n").slice(0, -1);
  const odd = lines.find((line) => !line.startsWith("parity: ") || line.length > LONGEST_LINE);
  if (lines.length === 0 || odd !== undefined) return `no typed line: ${stderr.slice(0, 300)}`;
  return undefined;
}

const LONGEST_LINE = 2000;

function isReport(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return Reflect.get(Object(parsed), "schema") === "parity-report/1";
  } catch {
    return false;
  }
}

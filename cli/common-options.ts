import { UsageError } from "../core/errors";
import { plainLine } from "../core/report/plain";
import type { Context, OptionDefinition, Output, World } from "./command";

/** Options that every command takes. */
export const COMMON_OPTIONS: readonly OptionDefinition[] = [
  { flags: "-q, --quiet", description: "no warnings and no progress: only errors on stderr" },
  { flags: "-v, --verbose", description: "say on stderr what was read and decided" },
  { flags: "--color", description: "colour even where there is no terminal" },
  { flags: "--no-color", description: "no colour" },
];

/** The world as these options want a command to see it. */
export function contextFor(world: World, { color, quiet, verbose }: Readonly<Record<string, unknown>>): Context {
  if (quiet === true && verbose === true)
    throw new UsageError("--quiet and --verbose exclude each other; leave one out");
  const [stdout, stderr] = [withColor(world.stdout, color), withColor(world.stderr, color)];
  const detail = verbose === true ? (line: string) => stderr.write(`parity: ${plainLine(line)}\n`) : silent;
  return {
    ...world,
    stdout,
    stderr: quiet === true ? { ...stderr, isTerminal: false, write: silent } : stderr,
    detail,
  };
}

function withColor(output: Output, asked: unknown): Output {
  return typeof asked === "boolean" ? { ...output, color: asked } : output;
}

function silent(): void {
  // Nobody asked.
}

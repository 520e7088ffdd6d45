import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../cli/main";
import type { Context } from "../../cli/command";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process, with a clock that stands still and no terminal. */
export async function parity(args: readonly string[], own: { cwd?: string; env?: Context["env"] } = {}): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const output = (stream: "stdout" | "stderr") => ({
    write: (text: string) => void (written[stream] += text),
    isTerminal: false,
    columns: 100,
    color: false,
  });
  const code = await main(args, {
    stdout: output("stdout"),
    stderr: output("stderr"),
    cwd: own.cwd ?? process.cwd(),
    env: { XDG_CACHE_HOME: join(tmpdir(), `parity-test-cache-${process.pid}`), ...own.env },
    now: new Date("2026-11-20T09:30:00Z"),
  });
  return { code, ...written };
}

import { main } from "../../cli/main";
import type { Context } from "../../cli/command";

/** What a command wrote and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `parity` in this process. */
export async function parity(
  args: readonly string[],
  place: Pick<Context, "cwd" | "env"> & { now?: Date },
): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const output = (stream: keyof typeof written) => ({
    ...{ isTerminal: false, columns: 120, color: false },
    write: (text: string) => void (written[stream] += text),
  });
  const context = { ...place, stdout: output("stdout"), stderr: output("stderr"), now: place.now ?? new Date() };
  const code = await main(args, context);
  return { code, ...written };
}

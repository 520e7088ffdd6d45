import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./documents";

export const BIN = join(ROOT, "dist/bin/parity.js");

/** How a whole process ended, and what it took. */
export interface Ended {
  /** Undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Of processor time, which does not depend on who else is at work. */
  readonly milliseconds: number | undefined;
  /** Resident at most; undefined where the process did not live to tell. */
  readonly megabytes: number | undefined;
}

export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What starts the process; `node` alone where nothing is given. */
  readonly before?: readonly string[];
}

/** No input may take longer, or more. */
export const LONGEST_MS = 20_000;
export const LARGEST_MB = 2048;
/** By the clock, on a machine that others use, too. */
const PATIENCE_MS = 4 * LONGEST_MS;

/** Runs the built command as a process of its own, which tells its memory through a pipe when it ends. */
export function runParity(args: readonly string[], { cwd, env = {}, before = [] }: Place): Promise<Ended> {
  if (!existsSync(BIN)) throw new Error("dist is not there: npm run build");
  const line = [...before, process.execPath, "-r", join(__dirname, "tell-memory.cjs"), BIN, ...args];
  const [command = "", ...rest] = line;
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd,
      env: { PATH: process.env.PATH ?? "", HOME: cwd, XDG_CACHE_HOME: join(cwd, ".cache"), ...env },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    const written = ["", "", "", ""];
    for (const at of [1, 2, 3])
      child.stdio[at]?.on("data", (chunk: Buffer) => (written[at] = `${written[at] ?? ""}${chunk.toString("utf8")}`));
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const [, stdout = "", stderr = "", told = ""] = written;
      const [kilobytes, microseconds] = told === "" ? [] : told.split(" ").map(Number);
      resolve({
        ...{ code: code ?? undefined, signal: signal ?? undefined, stdout, stderr },
        milliseconds: microseconds === undefined ? undefined : microseconds / 1000,
        megabytes: kilobytes === undefined ? undefined : kilobytes / 1024,
      });
    });
  });
}

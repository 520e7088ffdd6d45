import { spawn } from "node:child_process";

/** How a command ended and what it printed. `code` is null where a signal or the time limit ended it. */
export interface Completed {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how to run a command; `onLine` sees every line of stdout and stderr as it comes; `timeout` is in ms. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly onLine?: (line: string) => void;
  readonly timeout?: number;
}

function lineSplitter(onLine: (line: string) => void): (text: string) => void {
  let rest = "";
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(onLine);
  };
}

/** Runs a program to its end. Rejects only where it cannot be started at all. */
export function runCommand(program: string, args: readonly string[], options: CommandOptions = {}): Promise<Completed> {
  const { cwd, env, onLine = () => undefined, timeout } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, timeout, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    const outLines = lineSplitter(onLine);
    const errorLines = lineSplitter(onLine);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      outLines(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      errorLines(text);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

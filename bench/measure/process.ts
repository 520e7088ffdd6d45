import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Exited {
  readonly code: number | null;
  /** Wall-clock milliseconds from start to exit. */
  readonly milliseconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Node program to its end. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Exited> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, milliseconds: performance.now() - start, stdout: stdout(), stderr: stderr() }),
    );
  });
}

/** Resolves with the milliseconds from start to the first line on stdout, and the process, still running. */
export function untilFirstLine(child: ChildProcess): Promise<{ readonly line: string; readonly milliseconds: number }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf("\n");
      if (end >= 0) resolve({ line: text.slice(0, end), milliseconds: performance.now() - start });
    });
    child.once("exit", (code) => reject(new Error(`exited with ${String(code)} before its first line`)));
  });
}

/** Resident megabytes of a running process (Linux). */
export function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  if (line?.[1] === undefined) throw new Error(`no VmRSS for process ${pid}`);
  return Number(line[1]) / 1024;
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: string[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  return () => chunks.join("");
}

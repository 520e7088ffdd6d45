import { spawn } from "node:child_process";
import { cliFailure, PulumiCliError } from "./errors";

/** How a `pulumi` command is run. */
export interface CliOptions {
  /** Folder to run in: the program's, so that the project's own backend is seen; any other where that is unknown. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Backend URL that beats the project's and the login's. */
  readonly backend?: string | undefined;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 512 * 1024 * 1024;
const MAX_STDERR = 16 * 1024;
/** What the language host told this process of another stack; the configuration in it is decrypted. */
const NOT_PASSED_ON = /^PULUMI_(CONFIG|CONFIG_SECRET_KEYS|NODEJS_.*|DEBUG_COMMANDS)$/;

/** Runs the `pulumi` on PATH, without a shell, and gives what it wrote to stdout. Rejects with PulumiCliError. */
export function runPulumi(args: readonly string[], options: CliOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
      cwd: options.cwd,
      env: childEnvironment(options),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    let size = 0;
    let stderr = "";
    let stopped: PulumiCliError | undefined;
    const stop = (why: PulumiCliError) => {
      stopped ??= why;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => stop(PulumiCliError.timeout(args, timeoutMs)), timeoutMs);
    child.stdout.on("data", (chunk: Buffer) => {
      stdout.push(chunk);
      size += chunk.length;
      if (size > MAX_BYTES) stop(PulumiCliError.tooLarge(args, MAX_BYTES));
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr = (stderr + chunk.toString("utf8")).slice(-MAX_STDERR);
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(PulumiCliError.notStarted(error));
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      if (stopped !== undefined) reject(stopped);
      else if (code === 0) resolve(Buffer.concat(stdout));
      else reject(cliFailure(args, stderr));
    });
  });
}

function childEnvironment({ env, backend }: CliOptions): Record<string, string> {
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || NOT_PASSED_ON.test(name) ? [] : [[name, value] as const],
  );
  const own = { PULUMI_SKIP_UPDATE_CHECK: "true", ...(backend === undefined ? {} : { PULUMI_BACKEND_URL: backend }) };
  return { ...Object.fromEntries(kept), ...own };
}

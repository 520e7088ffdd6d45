import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { untilFirstLine } from "./process";

export const ROOT = resolve(__dirname, "../..");
/** The package is itself the pack. */
export const OUR_PACK = resolve(ROOT, ".");
export const EMPTY_PACK = resolve(ROOT, "bench/empty-pack");

export interface BootedPack {
  readonly pid: number;
  readonly port: number;
  /** From the start of the process to the line with the port. */
  readonly milliseconds: number;
  stop(): void;
}

/** Boots a pack in the SDK's own policy host, as the engine's language host does. */
export async function bootPack(folder: string, env: NodeJS.ProcessEnv = {}): Promise<BootedPack> {
  const host = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [host, "127.0.0.1:1", folder], {
    cwd: folder,
    env: { ...process.env, ...stackIdentity, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { line, milliseconds } = await untilFirstLine(child);
  const { pid } = child;
  if (pid === undefined || !/^\d+$/.test(line)) throw new Error(`no port, but: ${line}`);
  return { pid, port: Number(line), milliseconds, stop: () => void child.kill("SIGKILL") };
}

const stackIdentity = {
  PULUMI_NODEJS_ORGANIZATION: "organization",
  PULUMI_NODEJS_PROJECT: "bench",
  PULUMI_NODEJS_STACK: "staging",
  PULUMI_NODEJS_DRY_RUN: "true",
  PULUMI_CONFIG: "{}",
};

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const NAME = "pulumi-environment-parity";
export const PROJECT_ROOT = resolve(__dirname, "../..");

/** What a command did; never thrown. */
export interface Done {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `npm pack` gives. */
export interface Packed {
  readonly tarball: string;
  readonly bytes: number;
  readonly unpackedBytes: number;
  /** Paths inside the package. */
  readonly files: readonly string[];
}

const made: string[] = [];

export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "parity-package-"));
  made.push(folder);
  return folder;
}

/** Removes all that was made. */
export function cleanUp(): void {
  spawnSync("rm", ["-rf", ...made.splice(0)]);
}

/** Runs a command as a user's shell would: nothing of this checkout on the PATH or in the environment. */
export function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Done {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|PULUMI_|PARITY_|NODE_|INIT_CWD)/i.test(name));
  const path = (process.env.PATH ?? "").split(":").filter((folder) => !folder.includes("node_modules"));
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    timeout: 180_000,
    env: { ...Object.fromEntries(own), PATH: path.join(":"), ...env },
  });
  return { code: status ?? 127, stdout, stderr: `${stderr}${error?.message ?? ""}` };
}

/** Runs what has to succeed, and gives its stdout. */
export function must(command: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): string {
  const { code, stdout, stderr } = run(command, args, cwd, env);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${String(code)}:\n${stdout}${stderr}`);
  return stdout;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | object>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
}

/** The package as it would be published; the checkout has to be built. */
export function pack(): Packed {
  const folder = temporary();
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [described] = Object.values(JSON.parse(must("npm", args, PROJECT_ROOT)) as Record<string, NpmPacked>);
  const [file] = readdirSync(folder);
  if (described === undefined || file === undefined) throw new Error("npm pack gave nothing");
  const tarball = join(folder, file);
  return {
    tarball,
    bytes: statSync(tarball).size,
    unpackedBytes: described.unpackedSize,
    files: described.files.map(({ path }) => path),
  };
}

interface NpmPacked {
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const QUIET = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel", "error"];

/** Installs with npm; the caller's package.json says what else. */
export function npmInstall(folder: string, ...packages: readonly string[]): void {
  must("npm", ["install", ...QUIET, ...packages], folder);
}

/** Whether packages can be had here at all; else why not, in a few words. */
export function registryProblem(): string | undefined {
  const { code, stderr } = run("npm", ["view", "@pulumi/policy", "version", ...QUIET], tmpdir());
  return code === 0 ? undefined : `no package registry can be reached: ${stderr.split("\n")[0] ?? ""}`;
}

/**
 * Compiles the equipment that the engine starts as processes of its own (language host, offline provider) to plain
 * JavaScript with a launcher for each: starting them through ts-node would cost a second every time.
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";

/** The root of the checkout. */
export const PROJECT_ROOT = join(__dirname, "..", "..");

/** A program that the engine starts by this name, and the source file that it is. */
export interface Equipment {
  readonly executable: string;
  readonly entry: string;
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesUnder(path);
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

function fingerprint(files: readonly string[], executable: string): string {
  const hash = createHash("sha256").update(PROJECT_ROOT).update(process.execPath).update(executable);
  for (const file of [__filename, ...[...files].sort()])
    hash.update(relative(PROJECT_ROOT, file)).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function compile(file: string, folder: string, target: string): void {
  const output = join(target, relative(folder, file)).replace(/\.ts$/, ".js");
  mkdirSync(dirname(output), { recursive: true });
  const { outputText } = transpileModule(readFileSync(file, "utf8"), {
    fileName: file,
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
  });
  writeFileSync(output, outputText);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function writeLauncher(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(script)} "$@"\n`);
  chmodSync(path, 0o755);
}

/** Renames a finished folder into place; another process may have been faster, and then its equal result stays. */
function publish(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The executable of this equipment, compiled when its sources have changed. It lies under
 * node_modules/.cache, where `require` finds the packages of the checkout.
 */
export function equip({ executable, entry }: Equipment): string {
  const folder = dirname(entry);
  const files = sourcesUnder(folder);
  const cache = join(PROJECT_ROOT, "node_modules", ".cache", "pulumi-environment-parity");
  const target = join(cache, `${executable}-${fingerprint(files, executable)}`);
  const launcher = join(target, executable);
  if (existsSync(target)) return launcher;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "draft-"));
  for (const file of files) compile(file, folder, join(draft, "lib"));
  const script = join(target, "lib", relative(folder, entry)).replace(/\.ts$/, ".js");
  writeLauncher(join(draft, executable), script);
  publish(draft, target);
  return launcher;
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ReadError, UsageError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { writeWhole } from "../../sources/files";
import { packageFolder } from "../../sources/package";
import { runPulumi } from "../../sources/pulumi-cli";
import { isStale, snapshotChanges, writeSnapshot, type SnapshotChanges } from "../../sources/snapshot";
import { readStack } from "../../sources/state";
import { configured } from "../audit/configuration";
import { programsBy } from "../audit/program-of";
import { readSide } from "../audit/read";
import { oneOf } from "../choice";
import type { CommandDefinition, Context, Input } from "../command";

const PREVIEW_TIMEOUT_MS = 30 * 60_000;

/** Writes a stack as a redacted, diff-friendly reference file. */
export const snapshotCommand: CommandDefinition = {
  name: "snapshot",
  options: [
    { flags: "-s, --stack <stack>", description: "a file, or [stack:][org/project/]name" },
    {
      flags: "--from <what>",
      description: "state, or preview: what the next update would make of it",
      default: "state",
    },
    { flags: "--program <folder>", description: "the program's folder; else found by the project's name" },
    { flags: "--out <file>", description: "write it there; else to stdout" },
    { flags: "--check", description: "write nothing: exit 1 if the file at --out is stale" },
  ],
  examples: [
    "parity snapshot --stack acme/shop/production --out baselines/shop.production.json",
    "parity snapshot --stack production --from preview --out plans/shop.production.json",
    "parity snapshot --stack production --out baselines/shop.production.json --check",
  ],
  run: snapshot,
};

async function snapshot(context: Context, input: Input): Promise<number> {
  const side = input.text("stack");
  if (side === undefined) throw new UsageError("--stack is missing: the stack to write");
  const text = writeSnapshot(await read(side, input, context));
  const out = input.text("out");
  if (input.flag("check")) return check(text, out, context);
  if (out === undefined) context.stdout.write(text);
  else write(resolve(context.cwd, out), text, out, context);
  return 0;
}

async function read(side: string, input: Input, context: Context): Promise<Stack> {
  const from = oneOf(input.text("from") ?? "state", ["state", "preview"], "--from");
  if (from === "preview") return fromPreview(side, input.text("program"), context);
  const name = side.replace(/^stack:/, "");
  const isFile = name === side && existsSync(resolve(context.cwd, side));
  const stack = await readSide(isFile ? side : `stack:${name}`, context);
  return configured(stack, programsBy({ programDir: programDir(input, context) }, context.cwd)) ?? stack;
}

function programDir(input: Input, { cwd }: Context): string | undefined {
  const program = input.text("program");
  return program === undefined ? undefined : resolve(cwd, program);
}

/** Runs the stack's own preview with this package as its policy pack, which records what it is shown. */
async function fromPreview(side: string, program: string | undefined, context: Context): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), "parity-record-"));
  const record = join(folder, "plan.json");
  const cwd = program === undefined ? context.cwd : resolve(context.cwd, program);
  const args = ["preview", "-s", side.replace(/^stack:/, ""), "--policy-pack", packageFolder()];
  try {
    await runPulumi(args, { cwd, env: { ...context.env, PARITY_RECORD: record }, timeoutMs: PREVIEW_TIMEOUT_MS });
    if (!existsSync(record)) throw new ReadError("the preview ended without a record; run it by hand to see why", side);
    return readStack(record);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function check(fresh: string, out: string | undefined, { cwd, stdout }: Context): number {
  if (out === undefined) throw new UsageError("--check compares with a file: name it with --out");
  const changes = snapshotChanges(committed(resolve(cwd, out), out), fresh);
  if (!isStale(changes)) return 0;
  stdout.write(staleText(out, changes));
  return 1;
}

function committed(file: string, out: string): string {
  try {
    readStack(file);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof ReadError) throw new ReadError(error.message, out);
    throw error;
  }
}

const SHOWN = 20;

function staleText(out: string, { removed, added }: SnapshotChanges): string {
  const lines = [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)];
  const rest = lines.length > SHOWN ? [`  and ${lines.length - SHOWN} lines more`] : [];
  return `${[`${out} is stale: write it again with parity snapshot`, ...lines.slice(0, SHOWN), ...rest].join("\n")}\n`;
}

function write(file: string, text: string, out: string, { stderr }: Context): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    throw new ReadError(`cannot be written: ${error instanceof Error ? error.message : String(error)}`, out);
  }
  stderr.write(`wrote ${out}\n`);
}

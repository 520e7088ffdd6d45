import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORMATS } from "../../../reporters";
import { random } from "../../accuracy/random";
import { storefront } from "../documents";
import { BIN } from "../whole-process";

/** What came of killing commands. */
export interface Interruptions {
  readonly tried: number;
  /** Ended by the signal, and not by themselves before it. */
  readonly killed: number;
  /** Files under their own name that are not whole. */
  readonly torn: readonly string[];
}

const COMMANDS: readonly (readonly string[])[] = [
  [
    "audit",
    "--subject",
    "s.json",
    "--reference",
    "r.json",
    "--format",
    FORMATS.join(","),
    "--out",
    "out",
    "--show-all",
  ],
  ["snapshot", "--stack", "s.json", "--out", "out/snapshot.json"],
  ["init", "--subject", "s.json", "--reference", "r.json", "--out", "out/parity.yaml", "--force"],
];

/** Kills commands that write at moments drawn by lot, and reads what they leave behind each time. */
export async function interrupt(times: number, seed: number): Promise<Interruptions> {
  const cwd = mkdtempSync(join(tmpdir(), "parity-killed-"));
  const { subject, reference } = storefront();
  writeFileSync(join(cwd, "s.json"), subject);
  writeFileSync(join(cwd, "r.json"), reference);
  const draw = random(seed);
  const torn: string[] = [];
  const longest: number[] = [];
  for (const command of COMMANDS) longest.push(await duration(command, cwd));
  let killed = 0;
  for (let at = 0; at < times; at++) {
    const which = at % COMMANDS.length;
    // The writing is at the end: most are killed there.
    const [from, within] = at % 4 === 0 ? [0, 1] : [0.6, 0.4];
    const moment = (longest[which] ?? 0) * (from + (within * draw.below(1000)) / 1000);
    if (await endedBy(COMMANDS[which] ?? [], cwd, moment)) killed++;
    torn.push(...tornFiles(join(cwd, "out")));
  }
  rmSync(cwd, { recursive: true });
  return { tried: times, killed, torn };
}

async function duration(command: readonly string[], cwd: string): Promise<number> {
  const started = performance.now();
  await endedBy(command, cwd, 60_000);
  return performance.now() - started;
}

function endedBy(command: readonly string[], cwd: string, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...command], { cwd, env: { HOME: cwd }, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      resolve(signal !== null);
    });
  });
}

/** How each kind of file ends when it is whole. */
const ENDS: Readonly<Record<string, RegExp>> = {
  ".json": /\}\n$/,
  ".sarif": /\}\n$/,
  ".html": /<\/html>\s*$/,
  ".xml": /<\/testsuites>\s*$/,
  ".md": /\n$/,
  ".txt": /\n$/,
  ".yaml": /\n$/,
};

function tornFiles(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  return names.filter((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const end = ENDS[name.slice(name.lastIndexOf("."))];
    return end === undefined || !end.test(text) || (name.endsWith(".json") && !isJson(text));
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

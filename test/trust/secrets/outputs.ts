import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { FORMATS } from "../../../reporters";
import { parity } from "../../cli/run";
import { parityYaml, type Texts } from "../documents";
import { given, type Marker } from "./markers";

/** Something that the command said or wrote. */
export interface Said {
  readonly where: string;
  readonly text: string;
}

/** A folder with two states and parity.yaml, and the commands that are run on them from another one. */
export interface Commands {
  /** Runs each, and gives all that they said and all that they left behind. */
  run(commands: readonly (readonly string[])[]): Promise<readonly Said[]>;
  clear(): void;
}

export function commandsOn(texts: Texts, names: { readonly subject: string; readonly reference: string }): Commands {
  const states = mkdtempSync(join(tmpdir(), "parity-planted-"));
  const work = mkdtempSync(join(tmpdir(), "parity-leaks-"));
  writeFileSync(join(states, names.subject), texts.subject);
  writeFileSync(join(states, names.reference), texts.reference);
  writeFileSync(join(work, "parity.yaml"), parityYaml().replace(/^evidence:\n(?: .*\n)+/m, ""));
  const env = { XDG_CACHE_HOME: join(work, "cache"), HOME: work };
  const place = (argument: string) =>
    argument
      .replace("SUBJECT", join(states, names.subject))
      .replace("REFERENCE", join(states, names.reference))
      .replace("STATES", states);
  return {
    run: async (commands) => {
      const said: Said[] = [];
      for (const command of commands) {
        const { code, stdout, stderr } = await parity(command.map(place), { cwd: work, env });
        said.push({ where: `${command.join(" ")}: stdout`, text: stdout });
        said.push({ where: `${command.join(" ")}: stderr (${String(code)})`, text: stderr });
      }
      return [...said, ...filesIn(work)];
    },
    clear: () => {
      for (const folder of [states, work]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function filesIn(folder: string): readonly Said[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ where: basename(file), text: readFileSync(file, "utf8") }));
}

/** Every command that shows values, in every format. */
export const SHOWING: readonly (readonly string[])[] = [
  ["audit", "--subject", "SUBJECT", "--reference", "REFERENCE", "--show-all", "--color"],
  [
    "audit",
    "--subject",
    "SUBJECT",
    "--reference",
    "REFERENCE",
    "--show-all",
    "--format",
    FORMATS.join(","),
    "--out",
    "one",
  ],
  ["audit", "--subject", "SUBJECT", "--reference", "REFERENCE", "--preset", "strict", "--format", "json"],
  ["audit", "--all", "--states", "STATES", "--format", FORMATS.join(","), "--out", "all", "--show-all"],
  ["audit", "--subject", "SUBJECT", "--reference", "REFERENCE", "--before", "REFERENCE", "--format", "json"],
  ["snapshot", "--stack", "SUBJECT", "--out", "snapshot.json"],
  ["snapshot", "--stack", "REFERENCE", "--out", "snapshot.json", "--check"],
  ["snapshot", "--stack", "REFERENCE"],
  ["init", "--subject", "SUBJECT", "--reference", "REFERENCE", "--out", "learned.yaml"],
  ["init", "--subject", "SUBJECT", "--reference", "REFERENCE", "--ratchet", "--out", "ratchet.yaml"],
  ...["user-of-3", "owner-of-3", "user-of-30"].flatMap((name) => [
    ["explain", name, "--subject", "SUBJECT", "--reference", "REFERENCE"],
    ["explain", name, "plantedUse", "--subject", "SUBJECT", "--reference", "REFERENCE", "--format", "json"],
    ["explain", name, "plantedSource", "--subject", "SUBJECT", "--reference", "REFERENCE", "--format", "json"],
  ]),
];

export interface Leak {
  readonly where: string;
  readonly core: string;
}

export function leaksIn(said: readonly Said[], markers: readonly Marker[]): readonly Leak[] {
  return said.flatMap(({ where, text }) => given(text, markers).map((core) => ({ where, core })));
}

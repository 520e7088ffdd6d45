import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { fold } from "../../core/config/fold";
import type { Layer } from "../../core/config/layer";
import { suggestion } from "../../core/config/suggest";
import type { ConfigOrigin, ParityConfig } from "../../core/config";
import { UsageError } from "../../core/errors";
import { refuse } from "./checked";
import { discover } from "./discover";
import { expressionProblems } from "./expressions";
import { readBase, readDocument, readFile, readPreset, type ReadLayers } from "./layers";
import { presets } from "./presets";
import { readText } from "./text";

/** Where parity.yaml is looked for. All paths are absolute, or relative to the process's folder. */
export interface ConfigRequest {
  /** A file that the caller names, or the document's text where it has several lines; it beats what could be found. */
  readonly file?: string;
  /** The document itself, as YAML or JSON text or already parsed (policy configuration). */
  readonly document?: unknown;
  /** The file that the document is going to stand in, as if it did; absolute. */
  readonly at?: string;
  /** Folders to look upward from, in order: the calling folder, the pack's. */
  readonly from: readonly string[];
  /** A preset, file or package that takes the place of the presets that are extended: what would be under that one. */
  readonly instead?: string;
  /** What stands above all files: the knobs of policy configuration. */
  readonly above?: readonly Layer[];
  /** Read for PARITY_CONFIG only, which beats everything else. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds, reads and checks parity.yaml with all that it extends; where there is none, gives the guess. Throws UsageError
 * with every mistake at once, one line each with file, line and column, and ReadError where a file cannot be read.
 * Heavy: load this module only when it is needed.
 */
export function loadParityConfig(request: ConfigRequest): ParityConfig {
  const { file, document, at, from, env, instead, above = [] } = request;
  const [folder = process.cwd()] = from;
  const around = { folder, instead, above };
  const named = env?.PARITY_CONFIG;
  if (named !== undefined && named !== "") return ofFile(resolve(folder, named), around);
  if (file !== undefined) return file.includes("\n") ? ofText(file, around) : ofFile(resolve(folder, file), around);
  if (document !== undefined) return ofText(textOf(document), around, at);
  const found = discover(from);
  return found === undefined ? guess(around) : ofFile(found, around);
}

/** A preset alone, as `--preset` asks for; the environments are guessed. Throws UsageError where there is none. */
export function presetConfig(preset: string): ParityConfig {
  const read = readPreset(preset);
  if (read !== undefined) return toConfig(read, { preset }, false);
  const names = [...new Set(presets().map(({ name }) => name))];
  throw new UsageError(
    `there is no preset ${JSON.stringify(preset)}${suggestion(preset, names)} (${names.join(", ")})`,
  );
}

/** What comes beside the document: where its paths start from, and what it is put between. */
interface Around {
  readonly folder: string;
  readonly instead: string | undefined;
  readonly above: readonly Layer[];
}

function ofFile(file: string, around: Around): ParityConfig {
  const { folder, instead } = around;
  const read = withBase(readFile(file, folder), around);
  const sha256 = createHash("sha256").update(readText(file)).digest("hex");
  return toConfig(read, { file, sha256, preset: instead ?? presetOf(read.layers) }, false);
}

function ofText(text: string, around: Around, at?: string): ParityConfig {
  const { folder, instead } = around;
  const read = withBase(readDocument(text, folder, at), around);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return toConfig(read, { sha256, preset: instead ?? presetOf(read.layers) }, false);
}

function guess(around: Around): ParityConfig {
  return toConfig(withBase(NOTHING, around), { preset: around.instead ?? DEFAULT_PRESET }, true);
}

const DEFAULT_PRESET = "standard";
const NOTHING: ReadLayers = { layers: [], problems: [] };

/** Where nothing extends a preset, `standard` is the base: a file that only names stacks judges as none at all would. */
function withBase(read: ReadLayers, { folder, instead, above }: Around): ReadLayers {
  if (instead === undefined && read.layers.some(({ kind }) => kind === "preset"))
    return { ...read, layers: [...read.layers, ...above] };
  const { layers, problems } = readBase(instead ?? DEFAULT_PRESET, folder);
  const own = read.layers.filter(({ kind }) => kind !== "preset");
  return { layers: [...layers, ...own, ...above], problems: [...problems, ...read.problems] };
}

function presetOf(layers: readonly Layer[]): string {
  const names = layers.filter(({ kind }) => kind === "preset").map(({ label, pinned }) => pinnedName(label, pinned));
  return names.length === 0 ? DEFAULT_PRESET : names.join(", ");
}

function pinnedName(label: string, pinned: string | undefined): string {
  return pinned === undefined ? label : `${label}@${pinned.replace(/\.0$/, "")}`;
}

function toConfig({ layers, problems }: ReadLayers, origin: ConfigOrigin, guessed: boolean): ParityConfig {
  const { config, problems: found } = fold(layers, origin, guessed);
  refuse([...problems, ...found, ...expressionProblems(layers)]);
  return config;
}

function textOf(document: unknown): string {
  return typeof document === "string" ? document : JSON.stringify(document, null, 2);
}

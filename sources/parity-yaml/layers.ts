import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Layer, Problem } from "../../core/config/layer";
import { documentSchema, type ParityDocument } from "../../core/config/schema/document";
import { list } from "../../core/config/selection";
import { suggestion } from "../../core/config/suggest";
import { checked } from "./checked";
import { findPreset, presets } from "./presets";
import { readText } from "./text";
import { waiverFiles } from "./waiver-files";
import { readYaml, type YamlDocument } from "./yaml-document";

/** What was read: layers in force, the base first, and all that is wrong in any of them. */
export interface ReadLayers {
  readonly layers: readonly Layer[];
  readonly problems: readonly Problem[];
}

interface Origin {
  readonly label: string;
  readonly kind: Layer["kind"];
  /** Absolute; undefined for a document that was handed over. */
  readonly file: string | undefined;
  /** Folder that its paths start from. */
  readonly folder: string;
  readonly pinned?: string;
}

/** Reads parity.yaml and all that it extends. */
export function readFile(file: string, shownFrom: string): ReadLayers {
  return readLayer(fileOrigin(file, shownFrom), readText(file), shownFrom, []);
}

/** A document that was handed over as text, perhaps to stand in a file. */
export function readDocument(text: string, folder: string, at?: string): ReadLayers {
  if (at !== undefined) return readLayer(fileOrigin(at, folder), text, folder, []);
  return readLayer({ label: "config", kind: "file", file: undefined, folder }, text, folder, []);
}

/** A preset alone; undefined where there is none of that name. */
export function readPreset(asked: string): ReadLayers | undefined {
  const origin = presetOrigin(asked);
  return origin === undefined ? undefined : readLayer(origin, readText(origin.file), origin.folder, []);
}

/** A preset, a file or a package alone, as `extends` names them. */
export function readBase(asked: string, folder: string): ReadLayers {
  const base = originOf(asked, { folder }, folder);
  if (base === undefined) return problem(asked, missing(asked));
  return readLayer(base, readText(base.file), folder, []);
}

function readLayer(origin: Origin, text: string, shownFrom: string, above: readonly string[]): ReadLayers {
  const yaml = readYaml(text, origin.label);
  const { value, problems } = checked(documentSchema, { ...yaml, data: yaml.data ?? {} });
  const beside =
    origin.file === undefined || origin.kind === "preset"
      ? { waivers: [], problems: [] }
      : waiverFiles(origin.file, (file) => shown(file, shownFrom));
  const base = extended(value ?? extendsOf(yaml), origin, yaml, shownFrom, above);
  const layer = value === undefined ? [] : [toLayer(value, origin, yaml, beside.waivers)];
  return {
    layers: once([...base.layers, ...layer]),
    problems: [...base.problems, ...problems, ...beside.problems],
  };
}

/** What a broken document extends is read all the same, so that all mistakes come at once. */
function extendsOf({ data }: YamlDocument): Pick<ParityDocument, "extends"> {
  const result = documentSchema
    .pick({ extends: true })
    .loose()
    .safeParse(data ?? {});
  return result.success ? result.data : {};
}

function toLayer(document: ParityDocument, origin: Origin, yaml: YamlDocument, waivers: Layer["waivers"]): Layer {
  return {
    label: origin.label,
    kind: origin.kind,
    file: origin.file,
    document,
    place: (path) => yaml.line(path),
    position: (path) => yaml.position(path, "key"),
    absolute: (path) => (isAbsolute(path) ? path : join(origin.folder, path)),
    waivers,
    ...(origin.pinned !== undefined && { pinned: origin.pinned }),
  };
}

function extended(
  { extends: bases }: Pick<ParityDocument, "extends">,
  origin: Origin,
  yaml: YamlDocument,
  shownFrom: string,
  above: readonly string[],
): ReadLayers {
  const chain = [...above, origin.file ?? origin.label];
  const read = list<string>(bases ?? []).map((asked, at): ReadLayers => {
    const place = yaml.position(Array.isArray(bases) ? ["extends", at] : ["extends"]);
    const base = originOf(asked, origin, shownFrom);
    if (base === undefined) return problem(place, missing(asked));
    if (chain.includes(base.file)) return problem(place, `extends in a circle: ${circle(chain, base.file, shownFrom)}`);
    return readLayer(base, readText(base.file), shownFrom, chain);
  });
  return { layers: read.flatMap(({ layers }) => layers), problems: read.flatMap(({ problems }) => problems) };
}

const problem = (place: string, message: string): ReadLayers => ({ layers: [], problems: [{ place, message }] });

type FileOrigin = Origin & { readonly file: string };

/** A preset, a file (by its look) or a package. */
function originOf(asked: string, { folder }: Pick<Origin, "folder">, shownFrom: string): FileOrigin | undefined {
  const preset = presetOrigin(asked);
  if (preset !== undefined) return preset;
  if (/^[./]|\.ya?ml$/.test(asked) && !asked.startsWith("@")) {
    const file = resolve(folder, asked);
    return existsSync(file) ? fileOrigin(file, shownFrom) : undefined;
  }
  const inPackage = packageFile(asked, folder);
  return inPackage === undefined ? undefined : fileOrigin(inPackage, shownFrom);
}

function presetOrigin(asked: string): FileOrigin | undefined {
  const found = findPreset(asked);
  if (found === undefined) return undefined;
  const { name, file, pinned } = found;
  return { label: name, kind: "preset", file, folder: dirname(file), ...(pinned !== undefined && { pinned }) };
}

function fileOrigin(file: string, shownFrom: string): FileOrigin {
  return { label: shown(file, shownFrom), kind: "file", file, folder: dirname(file) };
}

/** `@acme/parity` is the parity.yaml of that package, `@acme/parity/eu.yaml` a file in it. */
function packageFile(asked: string, folder: string): string | undefined {
  const require = createRequire(join(folder, "parity.yaml"));
  for (const candidate of [asked, `${asked}/parity.yaml`])
    try {
      const file = require.resolve(candidate);
      if (/\.ya?ml$/.test(file)) return file;
    } catch {
      continue;
    }
  return undefined;
}

function missing(asked: string): string {
  const names = presets().flatMap(({ name, version }) => [name, `${name}@${version}`]);
  return `there is no preset, file or package ${JSON.stringify(asked)}${suggestion(asked, names)}`;
}

function circle(chain: readonly string[], again: string, shownFrom: string): string {
  const from = chain.slice(chain.indexOf(again));
  return [...from, again].map((file) => (isAbsolute(file) ? shown(file, shownFrom) : file)).join(" → ");
}

/** Relative to where the file was found from, as long as that is short. */
function shown(file: string, from: string): string {
  const short = relative(from, file);
  return short === "" || short.startsWith("../../..") ? file : short;
}

/** What is extended on two ways holds once, where it came first. */
function once(layers: readonly Layer[]): readonly Layer[] {
  const seen = new Set<string>();
  return layers.filter(({ label, file }) => {
    const key = file ?? label;
    return !seen.has(key) && seen.add(key);
  });
}

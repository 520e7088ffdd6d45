import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SECRET } from "../../core/model/value";
import type { Value } from "../../core/model/value";
import { readText } from "../state/file";
import { configurationValue } from "./values";
import { isYamlMap, parseYaml } from "./yaml";
import type { Yaml } from "./yaml";

/** What Pulumi.yaml says about the configuration of all its stacks. */
export interface ProjectFile {
  readonly name: string;
  /** Key with its namespace → the value that holds where a stack sets none. */
  readonly defaults: ReadonlyMap<string, Value>;
}

const NAMES = ["Pulumi.yaml", "Pulumi.yml"];

/** The project that a stack's file belongs to: beside it, or above it where the project keeps its stacks in a folder. */
export function projectOf(stackFile: string): ProjectFile | undefined {
  const folder = dirname(resolve(stackFile));
  const beside = projectIn(folder);
  if (beside !== undefined) return beside.project;
  const above = projectIn(dirname(folder));
  return above?.stacksIn === basename(folder) ? above.project : undefined;
}

function projectIn(folder: string): { project: ProjectFile; stacksIn: string | undefined } | undefined {
  const file = NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file === undefined) return undefined;
  const document = parseYaml(readText(file), file);
  if (!isYamlMap(document)) return undefined;
  return { project: parseProject(document, basename(folder)), stacksIn: stacksFolder(document) };
}

function stacksFolder(document: ReadonlyMap<string, Yaml>): string | undefined {
  const folder = document.get("stackConfigDir") ?? document.get("config");
  return typeof folder === "string" ? basename(folder) : undefined;
}

function parseProject(document: ReadonlyMap<string, Yaml>, fallback: string): ProjectFile {
  const name = document.get("name");
  const project = typeof name === "string" ? name : fallback;
  const config = document.get("config");
  return { name: project, defaults: isYamlMap(config) ? defaultsOf(config, project) : new Map() };
}

function defaultsOf(config: ReadonlyMap<string, Yaml>, project: string): ReadonlyMap<string, Value> {
  const defaults = new Map<string, Value>();
  for (const [key, declared] of config) {
    const value = defaultValue(declared);
    if (value !== undefined) defaults.set(canonicalKey(key, project), value);
  }
  return defaults;
}

/** A declaration gives `value` or `default`, or none of them; anything but a declaration is the value itself. */
function defaultValue(declared: Yaml): Value | undefined {
  if (!isYamlMap(declared)) return configurationValue(declared);
  const given = declared.get("value") ?? declared.get("default");
  if (given === undefined) return undefined;
  return declared.get("secret") === true ? SECRET : configurationValue(given);
}

/** `dbClass` of the project shop is `shop:dbClass`. */
export function canonicalKey(key: string, project: string): string {
  return key.includes(":") ? key : `${project}:${key}`;
}

import { ReadError } from "../../core/errors";
import type { Value, ValueMap } from "../../core/model/value";
import { canonicalKey } from "./project";
import type { ProjectFile } from "./project";
import { valueMap } from "../evidence/value-map";
import { configurationMap, configurationValue } from "./values";
import { isYamlMap, parseYaml } from "./yaml";
import type { Yaml } from "./yaml";

const SETTINGS = ["config", "environment", "secretsprovider", "encryptedkey", "encryptionsalt"];
/** Where the imported ESC environments stand, and where they go if the program has a key of that name. */
const IMPORTS = "environment";
const IMPORTS_ASIDE = "pulumi:environment";

/** The properties of a stack's configuration resource: its own keys as spelled, the project's defaults, ESC imports. */
export function parseConfiguration(text: string, source: string, project: ProjectFile): ValueMap {
  const document = parseYaml(text, source);
  if (document === null) return withDefaults(new Map(), project);
  if (!isYamlMap(document)) throw new ReadError("is no stack configuration: a map with `config:` is expected", source);
  if (!isStackFile(document)) return configurationMap(document);
  const own = ownKeys(document.get("config"), source);
  const imports = document.get("environment");
  const entries = new Map(Object.entries(withDefaults(own, project)));
  if (imports !== undefined) entries.set(entries.has(IMPORTS) ? IMPORTS_ASIDE : IMPORTS, importedEnvironments(imports));
  return valueMap(entries);
}

/** Any other YAML file that a program reads its settings from is all configuration. */
function isStackFile(document: ReadonlyMap<string, Yaml>): boolean {
  return isYamlMap(document.get("config")) || [...document.keys()].every((key) => SETTINGS.includes(key));
}

function ownKeys(config: Yaml | undefined, source: string): ReadonlyMap<string, Yaml> {
  if (config === undefined || config === null) return new Map();
  if (!isYamlMap(config)) throw new ReadError("`config:` must be a map of keys and values", source);
  return config;
}

/** A list of names is the short form of `{ imports: [names] }`; an environment written in place keeps its values. */
function importedEnvironments(environment: Yaml): Value {
  if (!isYamlMap(environment)) return configurationValue(environment);
  const imports = environment.get("imports");
  return configurationValue(imports !== undefined && environment.size === 1 ? imports : environment);
}

/** A default is spelled as the stack spells its own keys, with or without namespace. */
function withDefaults(own: ReadonlyMap<string, Yaml>, project: ProjectFile): ValueMap {
  const set = new Set([...own.keys()].map((key) => canonicalKey(key, project.name)));
  const prefix = `${project.name}:`;
  const bare = own.size > 0 && ![...own.keys()].some((key) => key.startsWith(prefix)) && hasBareKey(own);
  const spelled = (key: string): string => (bare && key.startsWith(prefix) ? key.slice(prefix.length) : key);
  const defaults = [...project.defaults].filter(([key]) => !set.has(key));
  return valueMap([
    ...defaults.map(([key, value]) => [spelled(key), value] as const),
    ...Object.entries(configurationMap(own)),
  ]);
}

function hasBareKey(own: ReadonlyMap<string, Yaml>): boolean {
  return [...own.keys()].some((key) => !key.includes(":"));
}

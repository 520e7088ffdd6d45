import type { WordPath } from "./pattern";
import { wordsOf } from "./words";

/** Whose name it is: the resource's own, or that of something else, to which it is thereby tied. */
export type NameOf = "own" | "other";

const NAMING = new Set(["name", "names", "prefix", "identifier", "identifiers", "id"]);
/** Words that a service puts before the names of all its things. */
const SERVICE_PREFIXES = new Set(["db"]);

/**
 * `clusterIdentifier` names an `aws:rds/cluster:Cluster`; on a `ClusterInstance` it refers to one. So a name is the
 * resource's own where its words are words of the type, the one that says what the type is among them. Elements of a
 * list have names of their own: `rules.ruleName`. Undefined for a name without such words: `name`.
 */
export function nameOf(type: string, { words }: WordPath): NameOf | undefined {
  const last = words.at(-1) ?? [];
  const named = last.filter((word) => !NAMING.has(word));
  if (named.length === 0) return undefined;
  const bearer = words.length === 1 ? wordsOfType(type) : last.at(-1) === "id" ? [] : elementOf(words.at(-2) ?? []);
  const thing = bearer.at(-1);
  if (thing === undefined || !named.includes(thing)) return "other";
  return named.every((word) => bearer.includes(word) || SERVICE_PREFIXES.has(word)) ? "own" : "other";
}

/** What the type is comes last: `aws:rds/clusterInstance:ClusterInstance` is an instance. None for defaults: AWS names them. */
function wordsOfType(type: string): readonly string[] {
  const words = [...wordsOf(type.slice(type.lastIndexOf(":") + 1))];
  while (words.length > 1 && (words.at(-1) === "v2" || NAMING.has(words.at(-1) ?? ""))) words.pop();
  return words[0] === "default" ? [] : words;
}

/** The words of one element of a list: none where the holder is a single thing, which is mostly referred to. */
function elementOf(list: readonly string[]): readonly string[] {
  const thing = list.at(-1) ?? "";
  return thing.endsWith("s") ? [...list.slice(0, -1), thing.slice(0, -1)] : [];
}

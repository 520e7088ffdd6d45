import { isScalar, LineCounter, visit } from "yaml";
import type { Document, YAMLError } from "yaml";
import { ReadError } from "../../core/errors";
import { parseYamlDocument } from "../../core/yaml";

/** What a YAML document holds. Maps stay `Map`s: their keys come from outside and may be `__proto__`. */
export type Yaml = null | boolean | number | string | readonly Yaml[] | ReadonlyMap<string, Yaml>;

const DEEPEST = 100;

export function isYamlMap(value: Yaml | undefined): value is ReadonlyMap<string, Yaml> {
  return value instanceof Map;
}

export function isYamlList(value: Yaml | undefined): value is readonly Yaml[] {
  return Array.isArray(value);
}

/**
 * Reads one YAML document, strictly: duplicate keys, several documents and runaway aliases are a ReadError with the
 * place. A number that JavaScript would respell or round keeps its spelling, as text.
 */
export function parseYaml(text: string, source: string): Yaml {
  const lines = new LineCounter();
  const document = parseYamlDocument(text, { lineCounter: lines, merge: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new ReadError(`not valid YAML: ${problemOf(error, text)}`, `${source}:${String(line)}:${String(col)}`);
  }
  keepSpellingOfNumbers(document);
  return toYaml(expand(document, source), source, 0);
}

function keepSpellingOfNumbers(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === "number" && node.source !== undefined && String(node.value) !== node.source)
        node.value = node.source;
    },
  });
}

function expand(document: Document, source: string): unknown {
  try {
    return document.toJS({ mapAsMap: true, maxAliasCount: 100 });
  } catch (error) {
    throw new ReadError(`its aliases cannot be expanded: ${error instanceof Error ? error.message : ""}`, source);
  }
}

function toYaml(value: unknown, source: string, depth: number): Yaml {
  if (depth > DEEPEST)
    throw new ReadError(`nested more than ${String(DEEPEST)} levels deep, perhaps by an alias of itself`, source);
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map((item) => toYaml(item, source, depth + 1));
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [keyText(key), toYaml(item, source, depth + 1)]));
  throw new ReadError("holds something that is neither text, number, list nor map", source);
}

function keyText(key: unknown): string {
  if (typeof key === "string") return key;
  return isScalar(key) ? String(key.value) : JSON.stringify(key);
}

/** The parser's own words; for a key that stands twice, which one: keys are no secrets. */
function problemOf({ code, message, pos }: Pick<YAMLError, "code" | "message" | "pos">, text: string): string {
  const key = code === "DUPLICATE_KEY" ? /^[^\n]{1,80}?(?=:\s|\n|$)/.exec(text.slice(pos[0]))?.[0] : undefined;
  if (key !== undefined) return `the key ${key} stands twice in one map`;
  return message.charAt(0).toLowerCase() + message.slice(1);
}

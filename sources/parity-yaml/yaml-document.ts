import { isMap, isScalar, isSeq, LineCounter, type Document } from "yaml";
import type { Problem, Steps } from "../../core/config/layer";
import { parseYamlDocument } from "../../core/yaml";

/** A YAML or JSON text as data, with the place of everything in it. */
export interface YamlDocument {
  readonly data: unknown;
  /** Empty where the text is well formed. */
  readonly problems: readonly Problem[];
  /** `file:line:column` of the value at this path, or of its key; of the nearest that is there. */
  position(path: Steps, of?: "key" | "value"): string;
  /** `file:line` likewise. */
  line(path: Steps): string;
}

/** A document that unfolds to more than this many aliases is an attack, not a configuration. */
const MOST_ALIASES = 100;

/** Reads text that stands in `label`. Never throws: what is wrong with it is in `problems`. */
export function readYaml(text: string, label: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseYamlDocument(text, { lineCounter: lines, strict: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), col: Math.max(col, 1) };
  };
  const place = (offset: number) => `${label}:${at(offset).line}:${at(offset).col}`;
  const offsetOf = (path: Steps, of: "key" | "value") => offset(document, path, of);
  const said = document.errors.map(({ message, pos }) => ({ place: place(pos[0]), message: firstLine(message) }));
  const unfolded = said.length > 0 ? { data: undefined, problems: said } : unfold(document, label);
  return {
    ...unfolded,
    position: (path, of = "value") => place(offsetOf(path, of)),
    line: (path) => `${label}:${at(offsetOf(path, "key")).line}`,
  };
}

function unfold(document: Document, label: string): Pick<YamlDocument, "data" | "problems"> {
  try {
    return { data: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown, problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : String(error);
    return { data: undefined, problems: [{ place: label, message: reason }] };
  }
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/:$/, "");
}

/** Offset of the deepest node of the path that is there. */
function offset(document: Document, path: Steps, of: "key" | "value"): number {
  let node: unknown = document.contents;
  let found = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    const next = child(node, step);
    if (next === undefined) return found;
    const start = last && of === "key" ? next.keyStart : startOf(next.value);
    found = start ?? next.keyStart ?? found;
    node = next.value;
  }
  return found;
}

function child(
  node: unknown,
  step: string | number,
): { readonly keyStart?: number; readonly value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && { ...keyStart(pair.key), value: pair.value };
  }
  if (isSeq(node) && typeof step === "number" && step < node.items.length) {
    const value = node.items[step];
    return { ...keyStart(value), value };
  }
  return undefined;
}

function keyStart(node: unknown): { keyStart?: number } {
  const start = startOf(node);
  return start === undefined ? {} : { keyStart: start };
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  const [start] = Array.isArray(node.range) ? (node.range as readonly unknown[]) : [];
  return typeof start === "number" ? start : undefined;
}

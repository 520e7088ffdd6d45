import { isSeq, parseDocument, stringify } from "yaml";

/**
 * A YAML text with one more entry at the end of a top-level list. All else stays as it stands: comments, order, spaces.
 */
export function withEntry(text: string, key: string, entry: Readonly<Record<string, unknown>>): string {
  const document = parseDocument(text);
  const list = document.get(key);
  if (list === undefined || list === null) return `${ended(withoutEmpty(text, key))}${key}:\n${item(entry, 2)}`;
  if (!isSeq(list)) throw new TypeError(`${key} is no list`);
  if (list.flow === true) {
    list.flow = false;
    list.add(document.createNode(entry));
    return document.toString({ lineWidth: 0 });
  }
  const [first] = list.items;
  const end = list.range?.[1] ?? text.length;
  const indent = Math.max(0, columnOf(text, first) - 2);
  return `${ended(text.slice(0, end).trimEnd())}${item(entry, indent)}${text.slice(end)}`;
}

/** `waivers:` with nothing under it would stand twice. */
function withoutEmpty(text: string, key: string): string {
  return text.replace(new RegExp(`^${key}:[ \\t]*(?:\\[\\s*\\])?[ \\t]*$\\n?`, "m"), "");
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function columnOf(text: string, node: unknown): number {
  const range: unknown = Reflect.get(Object(node), "range");
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === "number" ? start - (text.lastIndexOf("\n", start - 1) + 1) : 4;
}

function item(entry: Readonly<Record<string, unknown>>, indent: number): string {
  const lines = stringify(entry, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd().split("\n");
  const space = " ".repeat(indent);
  return lines.map((line, at) => `${space}${at === 0 ? "- " : "  "}${line}\n`).join("");
}

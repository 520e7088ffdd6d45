import { plainLine } from "../../core/report/plain";

/** Markup that is safe to put into a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | undefined | readonly Part[];

/** Builds markup; every string that is put in is escaped, so that text from a state stays text. */
export function html(literal: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(literal.map((text, at) => tight(text) + render(at < parts.length ? parts[at] : "")).join(""));
}

/** The source's own indentation is of no use to a browser, and adds up. */
function tight(text: string): string {
  return text.replace(/\n\s+/g, "\n");
}

/** Several lines of text, each made harmless by itself. */
export function lines(text: string): Markup {
  return new Markup(text.split(/\r?\n/).map(escape).join("\n"));
}

function render(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(render).join("");
  return escape(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

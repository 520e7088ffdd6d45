import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");

/** A fenced block of a page. */
export interface Block {
  /** `docs/recipes.md:12` */
  readonly place: string;
  /** Empty where the fence names none. */
  readonly language: string;
  readonly text: string;
}

/** Every Markdown page that is for people, from the root. */
export function allPages(): readonly string[] {
  const below = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
      .map((name) => join(folder, name));
  const atRoot = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
  return [...atRoot, ...below("docs"), ...below("examples")].sort();
}

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

export function blocksOf(page: string): readonly Block[] {
  const text = textOf(page);
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({ 1: language = "", 2: body = "", index }) => ({
    place: `${page}:${text.slice(0, index).split("\n").length}`,
    language,
    text: body,
  }));
}

/** The command lines of a block: those after `$ ` where there are any, continued ones joined. */
export function commandsOf({ text }: Block): readonly string[] {
  const joined = text.replace(/\\\n\s*/g, "");
  const lines = joined.split("\n").map((line) => line.trim());
  const prompted = lines.filter((line) => line.startsWith("$ ")).map((line) => line.slice(2));
  const all = prompted.length > 0 ? prompted : lines;
  return all.flatMap((line) => line.split(" && ")).filter((line) => line !== "" && !line.startsWith("#"));
}

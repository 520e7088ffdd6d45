import type { Path } from "../../core/model/path";
import { lastWord, wordsOf } from "./words";

/**
 * A property pattern: names joined by dots, the last of which names the property itself while the others stand
 * somewhere above it, in this order. In a name `*` stands for any number of words and `(s)` for an optional plural;
 * `^` before the first name binds it to the top of the resource.
 */
export interface PropertyPattern {
  readonly source: string;
  readonly steps: readonly RegExp[];
  readonly top: boolean;
  /** Last words that a matching property can end in; undefined where it could be any. */
  readonly endings: readonly string[] | undefined;
  /** How many words the pattern spells out, and whether nothing is left open: the more, the stronger. */
  readonly weight: number;
}

export function compileProperty(source: string): PropertyPattern {
  const top = source.startsWith("^");
  const names = (top ? source.slice(1) : source).split(".");
  const literal = names.reduce((sum, name) => sum + literalWords(name), 0);
  const open = source.includes("*");
  return {
    source,
    steps: names.map(stepPattern),
    top,
    endings: endingsOf(names.at(-1) ?? ""),
    weight: literal * 4 + (top ? 2 : 0) + (open ? 0 : 1),
  };
}

function literalWords(name: string): number {
  return tokensOf(name).filter((token) => token !== "*").length;
}

/** `*LogGroup(s)` → `["*", "log", "group(s)"]` */
function tokensOf(name: string): readonly string[] {
  const parts = name.split(/(\*)/).filter((part) => part !== "");
  return parts.flatMap((part) => (part === "*" ? ["*"] : wordTokens(part)));
}

function wordTokens(part: string): readonly string[] {
  return wordsOf(part.replaceAll("(s)", "0plural"))
    .slice(0, -1)
    .split("-")
    .map((word) => word.replace("0plural", "(s)"));
}

function stepPattern(name: string): RegExp {
  const body = tokensOf(name).map((token) => (token === "*" ? "(?:[^-]*-)*" : `${token.replace("(s)", "s?")}-`));
  return new RegExp(`^${body.join("")}$`);
}

function endingsOf(name: string): readonly string[] | undefined {
  const last = tokensOf(name).at(-1) ?? "*";
  if (last === "*") return undefined;
  const word = last.replace("(s)", "");
  return word === last ? [word] : [word, `${word}s`];
}

/** A path as the pattern sees it: list indices left out, every name in words. */
export interface WordPath {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

export function wordPath(path: Path): WordPath {
  const names = path.filter((step) => typeof step === "string");
  return { names, words: names.map(wordsOf) };
}

/**
 * Where the pattern's step before the last matched, plus one: the place at which what the last step covers begins.
 * Undefined where the pattern does not match.
 */
export function matchProperty(pattern: PropertyPattern, { words }: WordPath): number | undefined {
  const last = words.at(-1);
  const ending = pattern.steps.at(-1);
  if (last === undefined || ending?.test(last) !== true) return undefined;
  const above = pattern.steps.slice(0, -1);
  if (above.length === 0) return pattern.top && words.length > 1 ? undefined : 0;
  return matchAbove(above, words.slice(0, -1), pattern.top);
}

function matchAbove(steps: readonly RegExp[], words: readonly string[], top: boolean): number | undefined {
  if (top && steps[0]?.test(words[0] ?? "") !== true) return undefined;
  let at = 0;
  for (const step of steps) {
    while (at < words.length && !step.test(words[at] ?? "")) at++;
    if (at === words.length) return undefined;
    at++;
  }
  return at;
}

export function endingOf(path: WordPath): string {
  return lastWord(path.words.at(-1) ?? "");
}

import type { Path } from "../../core/model/path";
import { lastWord, wordsOf } from "./words";

/**
 * A property pattern: names joined by dots, the last of which names the property itself while the others stand
 * somewhere above it, in this order. In a name `*` stands for any number of words, `word~` for a word that begins so and
 * `word(s)` or `word(es)` for an optional plural; `^` before the first name binds it to the top of the resource.
 */
export interface PropertyPattern {
  readonly source: string;
  readonly steps: readonly RegExp[];
  readonly top: boolean;
  /** Last words that a matching property can end in; undefined where it could be any. */
  readonly endings: readonly string[] | undefined;
  /** What the pattern spells out, and whether anything is left open: the more, the stronger. */
  readonly weight: number;
}

export function compileProperty(source: string): PropertyPattern {
  const top = source.startsWith("^");
  const names = (top ? source.slice(1) : source).split(".").map(tokensOf);
  const last = names.at(-1) ?? [];
  return {
    source,
    steps: names.map(stepPattern),
    top,
    endings: endingsOf(last),
    weight: weightOf(last) * 20 + names.slice(0, -1).reduce((sum, name) => sum + weightOf(name), 0) + (top ? 1 : 0),
  };
}

/** Words of the property itself weigh more than those above it, and the less a name leaves open the more it says. */
function weightOf(tokens: readonly Token[]): number {
  const words = tokens.filter((token) => token !== "*").length;
  return words === 0 ? 0 : words * 4 + closedness(tokens);
}

/** Nothing open 3; the beginning given, where verbs stand, 2; the end given, where the thing itself stands, 1. */
function closedness(tokens: readonly Token[]): number {
  if (!tokens.includes("*")) return 3;
  if (tokens[0] !== "*") return 2;
  return tokens.at(-1) === "*" ? 0 : 1;
}

const PLURAL = /\((e?s)\)/;

/** A word, perhaps with `~` or `(s)` behind it, or `*`. */
type Token = string;

/** `*LogGroup(s)` → `["*", "log", "group(s)"]` */
function tokensOf(name: string): readonly Token[] {
  const parts = name.split(/(\*)/).filter((part) => part !== "");
  return parts.flatMap((part) => (part === "*" ? ["*"] : wordTokens(part)));
}

function wordTokens(part: string): readonly Token[] {
  return wordsOf(part.replaceAll(/\((e?s)\)/g, "0plural$1").replaceAll("~", "0open"))
    .slice(0, -1)
    .split("-")
    .map((word) => word.replace(/0plural(e?s)/, "($1)").replace("0open", "~"));
}

function stepPattern(tokens: readonly Token[]): RegExp {
  return new RegExp(`^${tokens.map(tokenPattern).join("")}$`);
}

function tokenPattern(token: Token): string {
  if (token === "*") return "(?:[^-]*-)*";
  return `${token.replace(PLURAL, "(?:$1)?").replace("~", "[^-]*")}-`;
}

function endingsOf(tokens: readonly Token[]): readonly string[] | undefined {
  const last = tokens.at(-1) ?? "*";
  if (last === "*" || last.endsWith("~")) return undefined;
  const plural = PLURAL.exec(last)?.[1];
  const word = last.replace(PLURAL, "");
  return plural === undefined ? [word] : [word, word + plural];
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

/** The same for a stack's configuration, whose keys begin with the project's or the provider's name. */
export function settingPath(path: Path): WordPath {
  const [key, ...rest] = path.filter((step) => typeof step === "string");
  return wordPath(key === undefined ? rest : [key.slice(key.indexOf(":") + 1), ...rest]);
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

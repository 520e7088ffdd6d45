import type { Path } from "../../core/model/path";
import { wordsOf } from "./words";

/**
 * A property pattern: names joined by dots, the last of which names the property itself while the others stand
 * somewhere above it, in this order. In a name `*` stands for any number of words, `word~` for a word that begins so and
 * `word(s)` or `word(es)` for an optional plural; `^` before the first name binds it to the top of the resource.
 */
export interface PropertyPattern {
  readonly source: string;
  readonly steps: readonly Step[];
  readonly top: boolean;
  /** Words of which a property, or a name above it, must have one for this pattern to match. */
  readonly anchor: Anchor;
  /** What the pattern spells out, and whether anything is left open: the more, the stronger. */
  readonly weight: number;
}

export type Anchor = { readonly in: "last" | "above"; readonly words: readonly string[] } | { readonly in: "anywhere" };

/** One name of a pattern. */
interface Step {
  readonly tokens: readonly Token[];
  matcher: RegExp | undefined;
}

/** A word, perhaps with `~` or `(s)` behind it, or `*`. */
type Token = string;

export function compileProperty(source: string): PropertyPattern {
  const top = source.startsWith("^");
  const names = (top ? source.slice(1) : source).split(".").map(tokensOf);
  const above = names.slice(0, -1);
  const last = names.at(-1) ?? [];
  return {
    source,
    steps: names.map((tokens) => ({ tokens, matcher: undefined })),
    top,
    anchor: anchorIn("last", last) ?? above.map((name) => anchorIn("above", name)).find(Boolean) ?? { in: "anywhere" },
    weight: weightOf(last) * 20 + above.reduce((sum, name) => sum + weightOf(name), 0) + (top ? 1 : 0),
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

/** `*LogGroup(s)` → `["*", "log", "group(s)"]` */
function tokensOf(name: string): readonly Token[] {
  const parts = name.split(/(\*)/).filter((part) => part !== "");
  return parts.flatMap((part) => (part === "*" ? ["*"] : wordTokens(part)));
}

function wordTokens(part: string): readonly Token[] {
  if (!/[(~]/.test(part)) return wordsOf(part);
  const marked = wordsOf(part.replaceAll(/\((e?s)\)/g, "0plural$1").replaceAll("~", "0open"));
  return marked.map((word) => word.replace(/0plural(e?s)/, "($1)").replace("0open", "~"));
}

const PLURAL = /\((e?s)\)$/;

function anchorIn(where: "last" | "above", tokens: readonly Token[]): Anchor | undefined {
  const token = tokens.findLast((each) => each !== "*" && !each.endsWith("~"));
  if (token === undefined) return undefined;
  const plural = PLURAL.exec(token)?.[1];
  const word = token.replace(PLURAL, "");
  return { in: where, words: plural === undefined ? [word] : [word, word + plural] };
}

function matcherOf(step: Step): RegExp {
  return (step.matcher ??= new RegExp(`^${step.tokens.map(tokenPattern).join("")}$`));
}

function tokenPattern(token: Token): string {
  if (token === "*") return "(?:[^-]*-)*";
  return `${token.replace(PLURAL, "(?:$1)?").replace("~", "[^-]*")}-`;
}

/** A path as the pattern sees it: list indices left out, every name in words. */
export interface WordPath {
  readonly names: readonly string[];
  readonly words: readonly (readonly string[])[];
  /** The words of each name, each with a hyphen behind it. */
  readonly joined: readonly string[];
}

export function wordPath(path: Path): WordPath {
  const names = path.filter((step) => typeof step === "string");
  const words = names.map(wordsOf);
  return { names, words, joined: words.map((each) => `${each.join("-")}-`) };
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
export function matchProperty(pattern: PropertyPattern, { joined }: WordPath): number | undefined {
  const last = joined.at(-1);
  const ending = pattern.steps.at(-1);
  if (last === undefined || ending === undefined || !matcherOf(ending).test(last)) return undefined;
  const above = pattern.steps.slice(0, -1);
  if (above.length === 0) return pattern.top && joined.length > 1 ? undefined : 0;
  return matchAbove(above, joined.slice(0, -1), pattern.top);
}

function matchAbove(steps: readonly Step[], joined: readonly string[], top: boolean): number | undefined {
  const [first] = steps;
  if (top && first !== undefined && !matcherOf(first).test(joined[0] ?? "")) return undefined;
  let at = 0;
  for (const step of steps) {
    while (at < joined.length && !matcherOf(step).test(joined[at] ?? "")) at++;
    if (at === joined.length) return undefined;
    at++;
  }
  return at;
}

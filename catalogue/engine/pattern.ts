import type { Path } from "../../core/model/path";
import type { WordGlob } from "./word-glob";
import { ANY, compileWords, matchWords } from "./word-glob";
import { wordsOf } from "./words";

/**
 * A property pattern: names joined by dots, the last of which names the property itself while the others stand
 * somewhere above it, in this order. In a name `*` stands for any number of words, `word~` for a word that begins so and
 * `word(s)` or `word(es)` for an optional plural; `^` before the first name binds it to the top of the resource.
 */
export interface PropertyPattern {
  readonly source: string;
  /** One for each name of the pattern. */
  readonly steps: readonly WordGlob[];
  readonly top: boolean;
  /** Words of which a property, or a name above it, must have one for this pattern to match. */
  readonly anchor: Anchor;
  /** What the pattern spells out, and whether anything is left open: the more, the stronger. */
  readonly weight: number;
}

export type Anchor = { readonly in: "last" | "above"; readonly words: readonly string[] } | { readonly in: "anywhere" };

export function compileProperty(source: string): PropertyPattern {
  const top = source.startsWith("^");
  const steps = (top ? source.slice(1) : source).split(".").map(compileWords);
  const above = steps.slice(0, -1);
  const last = steps.at(-1) ?? [];
  return {
    source,
    steps,
    top,
    anchor: anchorIn("last", last) ?? above.map((step) => anchorIn("above", step)).find(Boolean) ?? { in: "anywhere" },
    weight: weightOf(last) * 20 + above.reduce((sum, step) => sum + weightOf(step), 0) + (top ? 1 : 0),
  };
}

/** Words of the property itself weigh more than those above it, and the less a name leaves open the more it says. */
function weightOf(glob: WordGlob): number {
  const words = glob.filter((token) => token !== ANY).length;
  return words === 0 ? 0 : words * 4 + closedness(glob);
}

/** Nothing open 3; the beginning given, where verbs stand, 2; the end given, where the thing itself stands, 1. */
function closedness(glob: WordGlob): number {
  if (!glob.includes(ANY)) return 3;
  if (glob[0] !== ANY) return 2;
  return glob.at(-1) === ANY ? 0 : 1;
}

function anchorIn(where: "last" | "above", glob: WordGlob): Anchor | undefined {
  const token = glob.findLast((each) => "forms" in each);
  return token !== undefined && "forms" in token ? { in: where, words: token.forms } : undefined;
}

/** A path as the pattern sees it: list indices left out, every name in words. */
export interface WordPath {
  readonly names: readonly string[];
  readonly words: readonly (readonly string[])[];
}

export function wordPath(path: Path): WordPath {
  const names = path.filter((step) => typeof step === "string");
  return { names, words: names.map(wordsOf) };
}

/** The same for a stack's configuration, whose keys begin with the project's or the provider's name. */
export function settingPath(path: Path): WordPath {
  const [key, ...rest] = path.filter((step) => typeof step === "string");
  return freeKeyPath(key === undefined ? rest : [key.slice(key.indexOf(":") + 1), ...rest]);
}

/**
 * The same for keys that are free: `backup.enabled` reads as `backupEnabled` and `LOG_LEVEL.value` as `LOG_LEVEL`, for
 * alone these last words say nothing.
 */
export function freeKeyPath(path: Path): WordPath {
  const { names, words } = withoutValue(wordPath(path));
  const [switched, last] = [words.at(-2), words.at(-1)];
  if (switched === undefined || last?.length !== 1 || !SWITCHES.has(last[0] ?? "")) return { names, words };
  return { names, words: [...words.slice(0, -2), [...switched, ...last]] };
}

function withoutValue(path: WordPath): WordPath {
  const { names, words } = path;
  const last = words.at(-1) ?? [];
  if (names.length < 2 || last.length !== 1 || last[0] !== "value") return path;
  return { names: names.slice(0, -1), words: words.slice(0, -1) };
}

const SWITCHES: ReadonlySet<string> = new Set(["enabled", "enable", "disabled"]);

/**
 * Where the pattern's step before the last matched, plus one: the place at which what the last step covers begins.
 * Undefined where the pattern does not match.
 */
export function matchProperty(pattern: PropertyPattern, { words }: WordPath): number | undefined {
  const last = words.at(-1);
  const ending = pattern.steps.at(-1);
  if (last === undefined || ending === undefined || !matchWords(ending, last)) return undefined;
  const above = pattern.steps.slice(0, -1);
  if (above.length === 0) return pattern.top && words.length > 1 ? undefined : 0;
  return matchAbove(above, words.slice(0, -1), pattern.top);
}

function matchAbove(
  steps: readonly WordGlob[],
  words: readonly (readonly string[])[],
  top: boolean,
): number | undefined {
  const [first] = steps;
  if (top && first !== undefined && !matchWords(first, words[0] ?? [])) return undefined;
  let at = 0;
  for (const step of steps) {
    while (at < words.length && !matchWords(step, words[at] ?? [])) at++;
    if (at === words.length) return undefined;
    at++;
  }
  return at;
}

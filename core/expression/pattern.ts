import type * as Re2 from "re2js";

type Library = typeof Re2;

/** Loaded by the first rule that holds a pattern. */
function library(): Library {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-return -- only who uses it pays for it
  return require("re2js");
}

export type Pattern = (text: string) => boolean;

const compiled = new Map<string, Pattern>();

/** A regular expression that a whole text must fit; linear in time whatever it says. Throws Error where it is none. */
export function pattern(source: string): Pattern {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const { RE2JS } = library();
  const expression = RE2JS.compile(source);
  const matches = (text: string) => expression.matches(text);
  compiled.set(source, matches);
  return matches;
}

/** What is wrong with a regular expression, or undefined. */
export function patternMistake(source: string): string | undefined {
  try {
    pattern(source);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : String(error);
  }
}

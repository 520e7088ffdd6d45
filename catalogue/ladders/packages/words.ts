/** Numbers whose first difference tells which of two versions is newer; what is not written counts as 0. */
export type Order = readonly number[];

/** A text, character by character, with its end: a shorter one comes first. */
export function spelledOut(text: string): Order {
  return [...Array.from(text, (character) => character.codePointAt(0) ?? 0), 0];
}

const NUMBER = 3;
const UNKNOWN_WORD = 2;
const AFTER = 1;

/** What comes before a release, the earliest first, and what comes after it. */
const WORDS: Readonly<Record<string, number>> = {
  dev: -7,
  a: -6,
  alpha: -6,
  b: -5,
  beta: -5,
  m: -4,
  milestone: -4,
  pre: -3,
  preview: -3,
  rc: -2,
  cr: -2,
  c: -2,
  snapshot: -1,
  ga: 0,
  final: 0,
  release: 0,
  sp: AFTER,
  p: AFTER,
  pl: AFTER,
  patch: AFTER,
};

/** Maven, Composer and whatever has no rules of its own: numbers, and words that come before or after a release. */
export function byWords(version: string): Order {
  return tokens(version.toLowerCase()).flatMap((token) => {
    if (/^\d/.test(token)) return [NUMBER, Number(token)];
    const known = Object.hasOwn(WORDS, token) ? WORDS[token] : undefined;
    if (known === 0) return [];
    return known === undefined ? [UNKNOWN_WORD, ...spelledOut(token)] : [known];
  });
}

/** RubyGems: any word makes it a pre-release, and words have their alphabetical order. */
export function byGem(version: string): Order {
  return tokens(version).flatMap((token) => (/^\d/.test(token) ? [NUMBER, Number(token)] : [-1, ...spelledOut(token)]));
}

/** Numbers and words; zeros that end a run of numbers say nothing: 1.0 is 1, 1.0-rc1 is 1-rc1. */
function tokens(version: string): readonly string[] {
  const found = version.replace(/^v(?=\d)/i, "").match(/\d+|[A-Za-z]+/g) ?? [];
  return found.filter((token, at) => !isZero(token) || isNumber(found.slice(at).find((later) => !isZero(later))));
}

function isZero(token: string): boolean {
  return /^0+$/.test(token);
}

function isNumber(token: string | undefined): boolean {
  return token !== undefined && /^\d/.test(token);
}

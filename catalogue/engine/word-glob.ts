import { wordsOf } from "./words";

/** A glob over the words of a name. */
export type WordGlob = readonly Token[];
type Token = typeof ANY | { readonly forms: readonly string[] } | { readonly begins: string };

/** Any number of words. */
export const ANY = { any: true } as const;

/** `*LogGroup(s)`: anything, then `log`, then `group` or `groups`; `*Encrypt~`: anything, then a word in `encrypt…`. */
export function compileWords(name: string): WordGlob {
  const parts = name.split(/(\*)/).filter((part) => part !== "");
  return parts.flatMap((part): WordGlob => (part === "*" ? [ANY] : wordTokens(part)));
}

function wordTokens(part: string): WordGlob {
  if (!/[(~]/.test(part)) return wordsOf(part).map((word) => ({ forms: [word] }));
  const marked = part.replaceAll(/\((e?s)\)/g, "0plural$1").replaceAll("~", "0open");
  return wordsOf(marked).map(markedToken);
}

function markedToken(word: string): Token {
  if (word.endsWith("0open")) return { begins: word.slice(0, -"0open".length) };
  const [, stem, plural] = /^(.*)0plural(e?s)$/.exec(word) ?? [];
  return stem === undefined || plural === undefined ? { forms: [word] } : { forms: [stem, stem + plural] };
}

/** Whether the glob covers all words. On a mismatch the last `*` takes one word more. */
export function matchWords(glob: WordGlob, words: readonly string[]): boolean {
  let token = 0;
  let word = 0;
  let star = -1;
  let starWord = 0;
  while (word < words.length) {
    const current = glob[token];
    if (current === ANY) {
      star = token++;
      starWord = word;
    } else if (current !== undefined && matchesWord(current, words[word] ?? "")) {
      token++;
      word++;
    } else if (star >= 0) {
      token = star + 1;
      word = ++starWord;
    } else return false;
  }
  while (glob[token] === ANY) token++;
  return token === glob.length;
}

function matchesWord(token: Token, word: string): boolean {
  if ("forms" in token) return token.forms.includes(word);
  return "begins" in token && word.startsWith(token.begins);
}

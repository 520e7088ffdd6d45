import { mayBeText } from "./base64-text";

/** How every text begins that is a secret by its looks; see `formats.ts`. The first two characters are looked up. */
const AT_WORD_START = "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- xox sk_ sk- rk_ pul- npm_ SG. AIza eyJ".split(" ");
/** Two characters that stand in every private key, URL and connection string that could hold a secret. */
const ANYWHERE = ["--", "//", "d=", "D="];

const WORD_START = 1;
const ALWAYS = 2;
/** By two characters of eight bits each; what has more bits may only be suspected more often. */
const PAIRS = new Uint8Array(1 << 16);
for (const [first, second] of AT_WORD_START) PAIRS[pairOf(first, second)] = WORD_START;
for (const [first, second] of ANYWHERE) PAIRS[pairOf(first, second)] = ALWAYS;

const WORD = 1;
const BASE64 = 2;
const CAPITAL = 4;
/** That the character before it is one of a word. */
const BEFORE = 8;
const BEFORE_SHIFT = 3;
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return (
    (/\w/.test(character) ? WORD : 0) |
    (/[A-Za-z0-9+/_-]/.test(character) ? BASE64 : 0) |
    (/[A-Z]/.test(character) ? CAPITAL : 0)
  );
});

/** Shorter stretches of base64 are not decoded. */
export const SHORTEST_RUN = 16;

/**
 * Whether a text could be changed by looking for formats of secrets in it, or in what its base64 says: never false where
 * it would be. Told in one pass, because nearly all texts of a state are beyond suspicion.
 */
export function isSuspicious(text: string): boolean {
  let [code, kind, run, seen] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const [previous, wordBefore] = [code, (kind & BEFORE) !== 0];
    code = text.charCodeAt(at);
    const pair = PAIRS[((previous << 8) | code) & 0xffff];
    if (pair !== 0 && (pair === ALWAYS || (!wordBefore && beginsAsToken(text, at - 1)))) return true;
    kind = ((kind & WORD) << BEFORE_SHIFT) | (code < 128 ? (KINDS[code] ?? 0) : 0);
    run = (kind & BASE64) === 0 ? 0 : run + 1;
    seen = run === 0 ? 0 : seen | kind;
    if (run >= SHORTEST_RUN && (seen & CAPITAL) !== 0) {
      if (mayBeText(text, at - run + 1)) return true;
      run = LOOKED_AT;
    }
  }
  return false;
}

function beginsAsToken(text: string, at: number): boolean {
  return AT_WORD_START.some((beginning) => text.startsWith(beginning, at));
}

/** Of a stretch that says nothing: as long as it goes on it is not looked at again. */
const LOOKED_AT = -Infinity;

function pairOf(first = "", second = ""): number {
  return (first.charCodeAt(0) << 8) | second.charCodeAt(0);
}

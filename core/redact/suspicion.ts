import { mayBeText } from "./base64-text";

/**
 * How every text begins that is a secret by its looks, and two characters that stand in every private key, URL and
 * connection string that could hold one; see `formats.ts`.
 */
const BEGINNINGS = /--|\/\/|[dD]=|\b(?:gh[pousr]_|github_pat_|glpat-|xox|sk[_-]|rk_|pul-|npm_|SG\.|AIza|eyJ)/;

/** What is all in small letters is a name: base64 of any text has capitals. */
const CAPITAL = /[A-Z]/;

/** Shorter stretches of base64 are not decoded. */
export const SHORTEST_RUN = 16;

/**
 * Whether a text could be changed by looking for formats of secrets in it, or in what its base64 says: never false where
 * it would be. Nearly all texts of a state are beyond suspicion, and few go further than the two expressions.
 */
export function isSuspicious(text: string): boolean {
  return BEGINNINGS.test(text) || (text.length >= SHORTEST_RUN && CAPITAL.test(text) && saysText(text));
}

/** Whether any stretch of base64 may say a text. Where a stretch is cut, the next one cannot end before its length later. */
function saysText(text: string): boolean {
  for (let last = SHORTEST_RUN - 1; last < text.length;) {
    let first = last;
    while (first > last - SHORTEST_RUN && isBase64(text, first)) first -= 1;
    if (first > last - SHORTEST_RUN) {
      last = first + SHORTEST_RUN;
      continue;
    }
    const start = first + 1;
    const end = endOfRun(text, last);
    if (hasCapital(text, start, end) && mayBeText(text, start)) return true;
    last = end + SHORTEST_RUN;
  }
  return false;
}

/** Of the stretch of base64 that this character is part of. */
function endOfRun(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && isBase64(text, end)) end += 1;
  return end;
}

const BASE64 = Uint8Array.from({ length: 128 }, (_, code) => (/[\w+/-]/.test(String.fromCharCode(code)) ? 1 : 0));

function isBase64(text: string, at: number): boolean {
  return BASE64[text.charCodeAt(at)] === 1;
}

function hasCapital(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= CAPITAL_A && code <= CAPITAL_Z) return true;
  }
  return false;
}

const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;

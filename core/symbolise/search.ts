/** One occurrence of a needle: `[start, end)`. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

interface Anchored {
  readonly needle: string;
  /** Where the anchoring word begins in the needle. */
  readonly offset: number;
  /** Another needle whose anchor has the same hash. */
  readonly next: Anchored | undefined;
}

/**
 * Finds every needle in texts in one pass, however many needles there are: each is anchored at its rarest word, and a
 * text is looked at only where it holds such a word. Words are told by a hash, so that a text is searched without being
 * cut up. Needles match at word boundaries; of overlapping ones the leftmost, then the longest, wins.
 */
export function searchFor(needles: Iterable<string>): (text: string) => readonly Hit[] {
  const anchors = anchorAtRarestWords([...needles]);
  const mayAnchor = new Uint8Array(SLOTS);
  for (const hash of anchors.keys()) mayAnchor[slotOf(hash)] = 1;
  return (text) => {
    let hits: Hit[] | undefined;
    eachWord(text, (hash, from) => {
      if (mayAnchor[slotOf(hash)] === 0) return;
      for (let found = anchors.get(hash); found !== undefined; found = found.next) {
        const start = from - found.offset;
        const end = start + found.needle.length;
        if (start >= 0 && text.startsWith(found.needle, start) && standsAlone(text, start, end))
          (hits ??= []).push({ start, end });
      }
    });
    return hits === undefined ? NONE : withoutOverlaps(hits);
  };
}

const NONE: readonly Hit[] = [];

function anchorAtRarestWords(needles: readonly string[]): ReadonlyMap<number, Anchored> {
  const frequency = new Uint32Array(SLOTS);
  const count = (hash: number) => (frequency[slotOf(hash)] = (frequency[slotOf(hash)] ?? 0) + 1);
  for (const needle of needles) eachWord(needle, count);
  const anchors = new Map<number, Anchored>();
  for (const needle of needles) {
    let [rarest, offset, least] = [0, 0, Infinity];
    eachWord(needle, (hash, start) => {
      const often = frequency[slotOf(hash)] ?? 0;
      if (often < least) [rarest, offset, least] = [hash, start, often];
    });
    if (least < Infinity) anchors.set(rarest, { needle, offset, next: anchors.get(rarest) });
  }
  return anchors;
}

/** All words of some texts, by their hashes. */
export class Words {
  readonly #seen = new Uint8Array(SLOTS);

  add(text: string): void {
    eachWord(text, (hash) => (this.#seen[slotOf(hash)] = 1));
  }

  /** Whether each word of a needle stands in some text: never false where one of the texts holds the needle. */
  mayHold(needle: string): boolean {
    let all = true;
    eachWord(needle, (hash) => (all = this.#seen[slotOf(hash)] === 1));
    return all;
  }
}

/** Calls `visit` with a hash of each word of letters and digits, and where it begins, until it says false. */
function eachWord(text: string, visit: (hash: number, start: number) => unknown): void {
  let [hash, start] = [0, -1];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWordCharacter(code)) {
      if (start < 0) [hash, start] = [0, at];
      hash = (Math.imul(hash, 31) + code) | 0;
    } else if (start >= 0) {
      if (visit(hash, start) === false) return;
      start = -1;
    }
  }
  if (start >= 0) visit(hash, start);
}

const SLOT_BITS = 20;
const SLOTS = 1 << SLOT_BITS;

/** Spreads the hashes of short words, too. */
function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - SLOT_BITS);
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !joins(text, start - 1, start) && !joins(text, end - 1, end);
}

function joins(text: string, left: number, right: number): boolean {
  return isWordCharacter(text.charCodeAt(left)) && isWordCharacter(text.charCodeAt(right));
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function withoutOverlaps(hits: Hit[]): readonly Hit[] {
  if (hits.length < 2) return hits;
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  let end = 0;
  for (const hit of hits)
    if (hit.start >= end) {
      kept.push(hit);
      end = hit.end;
    }
  return kept;
}

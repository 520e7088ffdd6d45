/** One occurrence of a needle: `[start, end)`. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

interface Anchored {
  readonly needle: string;
  /** Where the anchoring word begins in the needle. */
  readonly offset: number;
}

const WORD = /[A-Za-z0-9]+/g;

/**
 * Finds every needle in texts in one pass, however many needles there are: each is anchored at its rarest word, and a
 * text is looked at only where it holds such a word. Needles match at word boundaries; of overlapping ones the
 * leftmost, then the longest, wins.
 */
export function searchFor(needles: Iterable<string>): (text: string) => readonly Hit[] {
  const anchors = anchorAtRarestWords([...needles]);
  return (text) => {
    const hits: Hit[] = [];
    for (const word of text.matchAll(WORD))
      for (const { needle, offset } of anchors.get(word[0]) ?? []) {
        const start = word.index - offset;
        if (start >= 0 && text.startsWith(needle, start) && standsAlone(text, start, start + needle.length))
          hits.push({ start, end: start + needle.length });
      }
    return withoutOverlaps(hits);
  };
}

function anchorAtRarestWords(needles: readonly string[]): ReadonlyMap<string, readonly Anchored[]> {
  const frequency = new Map<string, number>();
  for (const needle of needles)
    for (const [word] of needle.matchAll(WORD)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const anchors = new Map<string, Anchored[]>();
  for (const needle of needles) {
    let rarest: RegExpMatchArray | undefined;
    for (const word of needle.matchAll(WORD))
      if (rarest === undefined || (frequency.get(word[0]) ?? 0) < (frequency.get(rarest[0]) ?? 0)) rarest = word;
    if (rarest === undefined) continue;
    const anchored = { needle, offset: rarest.index ?? 0 };
    const list = anchors.get(rarest[0]);
    if (list === undefined) anchors.set(rarest[0], [anchored]);
    else list.push(anchored);
  }
  return anchors;
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

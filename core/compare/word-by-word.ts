import type { Sides } from "../model/comparison";

const LONGEST = 4096;
const WORDS = /[A-Za-z0-9]+|[^A-Za-z0-9]+/g;

/**
 * Whether two texts are the same word by word, but for each one's own environment's name where the other has its own,
 * or none. Unlike a text from which that name is taken out everywhere, this leaves alone what both have: the `dev` of
 * `curl https://dev.example.com > /dev/null`.
 */
export function sameWordByWord(subject: string, reference: string, spellings: Sides<readonly string[]>): boolean {
  if (Math.max(subject.length, reference.length) > LONGEST) return false;
  const [own, other] = [subject.match(WORDS) ?? [], reference.match(WORDS) ?? []];
  if (Math.abs(own.length - other.length) > 2 * MOST_LEFT_OUT) return false;
  const [isOwn, isTheirs] = [isAmong(spellings.subject), isAmong(spellings.reference)];
  let [at, there] = [0, 0];
  while (at < own.length || there < other.length) {
    const [word, counterpart] = [own[at], other[there]];
    if (word === counterpart || (isOwn(word) && isTheirs(counterpart))) [at, there] = [at + 1, there + 1];
    else if (leavesOut(own, at, isOwn)) at += 2;
    else if (leavesOut(other, there, isTheirs)) there += 2;
    else return false;
  }
  return true;
}

/** How many mentions one side may have more than the other. */
const MOST_LEFT_OUT = 8;

/** Whether a name and its delimiter, in either order, stand here. */
function leavesOut(words: readonly string[], at: number, isName: (word: string | undefined) => boolean): boolean {
  const [first, second] = [words[at], words[at + 1]];
  return (
    second !== undefined &&
    (isName(first) ? /^[-_.:/+ ]$/.test(second) : isName(second) && /^[-_.:/+ ]$/.test(first ?? ""))
  );
}

function isAmong(spellings: readonly string[]): (word: string | undefined) => boolean {
  return (word) => word !== undefined && spellings.includes(word.toLowerCase());
}

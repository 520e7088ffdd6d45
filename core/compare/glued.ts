import { escapePattern } from "../escape-pattern";
import type { Sides } from "../model/comparison";

/** Shorter spellings stand inside ordinary words too often. */
const SHORTEST = 3;
/** What is only left out, and has nothing in its stead, must be a longer one. */
const SHORTEST_LEFT_OUT = 4;
const LONGEST_TEXT = 4096;

/** Whether writing the reference's name where the subject's stands gives the reference's text: `appstage` ↔ `appprod`. */
export function sameWithEnvironmentReplaced(
  subject: string,
  reference: string,
  spellings: Sides<readonly string[]>,
): boolean {
  if (subject.length > LONGEST_TEXT) return false;
  const lower = subject.toLowerCase();
  const found = spellings.subject.filter((word) => word.length >= SHORTEST && lower.includes(word));
  return found.some((own) => spellings.reference.some((other) => replaceWord(subject, own, other) === reference));
}

/** Whether one text is the other with its own environment's name joined to a word of it: `membersstaging` ↔ `members`. */
export function sameWithEnvironmentLeftOut(
  subject: string,
  reference: string,
  spellings: Sides<readonly string[]>,
): boolean {
  if (subject.length === reference.length || Math.max(subject.length, reference.length) > LONGEST_TEXT) return false;
  return subject.length > reference.length
    ? isWithoutWord(subject, reference, spellings.subject)
    : isWithoutWord(reference, subject, spellings.reference);
}

function isWithoutWord(text: string, shorter: string, spellings: readonly string[]): boolean {
  const lower = text.toLowerCase();
  if (shorter === "") return spellings.includes(lower.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, ""));
  return spellings.some((word) => {
    if (word.length < SHORTEST_LEFT_OUT || !lower.includes(word)) return false;
    const [own, edge] = [escapePattern(word), "[A-Za-z0-9]"];
    const joined = new RegExp(`(?<=${edge})${own}(?!${edge})|(?<!${edge})${own}(?=${edge})`, "gi");
    return text.replace(joined, "") === shorter;
  });
}

function replaceWord(text: string, own: string, other: string): string {
  return text.replace(new RegExp(escapePattern(own), "gi"), (found) => inCaseOf(found, other));
}

function inCaseOf(found: string, word: string): string {
  if (found === found.toUpperCase()) return word.toUpperCase();
  if (/^[A-Z]/.test(found)) return word.charAt(0).toUpperCase() + word.slice(1);
  return word;
}

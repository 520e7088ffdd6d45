import type { Sides } from "../model/comparison";

/** Shorter spellings stand inside ordinary words too often. */
const SHORTEST = 3;
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

function replaceWord(text: string, own: string, other: string): string {
  return text.replace(new RegExp(escape(own), "gi"), (found) => inCaseOf(found, other));
}

function inCaseOf(found: string, word: string): string {
  if (found === found.toUpperCase()) return word.toUpperCase();
  if (/^[A-Z]/.test(found)) return word.charAt(0).toUpperCase() + word.slice(1);
  return word;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

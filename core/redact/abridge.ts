import { createHash } from "node:crypto";

/** Characters beyond which no text is compared, kept or shown as a whole: no setting is that long. */
export const LONGEST_KEPT = 4_000_000;
const HEAD = 60_000;

/**
 * The beginning of a text that is too long to keep, with what tells it from another one. A margin is redacted along and
 * cut off again, so that nothing secret can lie across the cut.
 */
export function abridge(text: string, redact: (text: string) => string): string {
  // A slice would hold the whole of its text in memory.
  const head = Array.from(redact(text.slice(0, 2 * HEAD)).slice(0, HEAD)).join("");
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return `${head}… (${text.length} characters, sha256 ${digest})`;
}

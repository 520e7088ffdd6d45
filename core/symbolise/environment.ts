/** Takes the name of one side's environment out of texts. */
export interface EnvironmentWords {
  readonly spellings: readonly string[];
  /** Every mention of the environment becomes `{env}`: `{env}-orders`. */
  readonly mask: (text: string) => string;
  /** Every mention is left out with one delimiter, as production's name often is: `orders`. Alone it stays `{env}`. */
  readonly fold: (text: string) => string;
}

const MARK = "{env}";

/** `spellings` in lower case, the longest first. */
export function environmentWords(spellings: readonly string[]): EnvironmentWords {
  if (spellings.length === 0) return { spellings, mask: (text) => text, fold: (text) => text };
  const anywhere = new RegExp(alternatives(spellings), "i");
  const delimited = new RegExp(`(?<![A-Za-z0-9])(?:${alternatives(spellings)})(?![A-Za-z])`, "gi");
  const camelCase = new RegExp(
    `(?<=[a-z0-9])(?:${alternatives(spellings.map(capitalised))})(?![a-z])` +
      `|(?<![A-Za-z0-9])(?:${alternatives(spellings)})(?=[A-Z])`,
    "g",
  );
  const mask = (text: string): string =>
    anywhere.test(text) ? text.replace(delimited, MARK).replace(camelCase, MARK) : text;
  return { spellings, mask, fold: (text) => foldMarks(mask(text)) };
}

const LEADING = /(?<![A-Za-z0-9\-_.])\{env\}[-_.]/g;
const TRAILING = /[-_./:]\{env\}/g;
const BETWEEN = /\{env\}[-_./]?/g;

function foldMarks(masked: string): string {
  if (masked === MARK || !masked.includes(MARK)) return masked;
  const folded = masked.replace(LEADING, "").replace(TRAILING, "").replace(BETWEEN, "");
  return folded === "" ? MARK : folded;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function alternatives(words: readonly string[]): string {
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
}

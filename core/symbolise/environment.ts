import { escapePattern } from "../escape-pattern";

/** Takes the name of one side's environment out of texts. */
export interface EnvironmentWords {
  readonly spellings: readonly string[];
  /** Every mention of the environment becomes `{env}`: `{env}-orders`. */
  readonly mask: (text: string) => string;
  /** Every mention is left out with one delimiter, as production's name often is: `orders`. Alone it stays `{env}`. */
  readonly fold: (text: string) => string;
  /** Every mention is left out even inside other words: for names in lower case only. */
  readonly unglue: (name: string) => string;
}

const MARK = "{env}";
/** Shorter spellings stand inside ordinary words too often. */
const SHORTEST_GLUED = 3;

/** `spellings` in lower case, the longest first. */
export function environmentWords(spellings: readonly string[]): EnvironmentWords {
  if (spellings.length === 0) return { spellings, mask: (text) => text, fold: (text) => text, unglue: (name) => name };
  const anywhere = new RegExp(alternatives(spellings), "i");
  const delimited = new RegExp(`(?<![A-Za-z0-9])(?:${spellings.map(standingAlone).join("|")})(?![A-Za-z])`, "gi");
  const camelCase = new RegExp(spellings.map(inCamelCase).join("|"), "g");
  const mask = (text: string): string => {
    if (!anywhere.test(text)) return text;
    // Most mentions stand between delimiters; looking behind every character for the others takes ten times as long.
    const masked = text.replace(delimited, MARK);
    return anywhere.test(masked) ? masked.replace(camelCase, MARK) : masked;
  };
  const long = spellings.filter((word) => word.length >= SHORTEST_GLUED);
  const glued = long.length === 0 ? undefined : new RegExp(alternatives(long), "g");
  const unglue = (name: string): string => (glued === undefined ? name : name.replace(glued, ""));
  return { spellings, mask, fold: (text) => foldMarks(mask(text)), unglue };
}

const LEADING = /(?<![A-Za-z0-9\-_.])(?:\{env\}[-_.+])+/g;
const TRAILING = /[-_./:+]\{env\}/g;
const BETWEEN = /\{env\}[-_./+]?/g;
const DELIMITER = /^[-_./+]/;

function foldMarks(masked: string): string {
  const last = masked.lastIndexOf(MARK);
  if (last < 0 || masked === MARK) return masked;
  // Most texts that name their environment begin with it, and name it once.
  if (last === 0) return masked.slice(MARK.length).replace(DELIMITER, "") || MARK;
  const folded = masked.replace(LEADING, "").replace(TRAILING, "").replace(BETWEEN, "");
  return folded === "" ? MARK : folded;
}

/** A single letter is a name only where it is joined to one: `s-orders`, `orders_s`. */
function standingAlone(word: string): string {
  const escaped = alternatives([word]);
  return word.length > 1 ? escaped : `${escaped}(?=[-_])|(?<=[-_])${escaped}`;
}

/** `ordersStagingQueue`, `stagingOrders`; a letter between others, as in an identifier, is no word of its own: `Z0TRX`. */
function inCamelCase(word: string): string {
  const [inside, first] = [alternatives([capitalised(word)]), alternatives([word])];
  return word.length === 1
    ? `(?<=[a-z])${inside}(?=[A-Z][a-z]|[^A-Za-z]|$)`
    : `(?<=[a-z0-9])${inside}(?![a-z])|(?<![A-Za-z0-9])${first}(?=[A-Z])`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function alternatives(words: readonly string[]): string {
  return words.map(escapePattern).join("|");
}

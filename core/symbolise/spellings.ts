import { abbreviatedBy, familyOf } from "./families";

const DELIMITERS = /[-_./\s]+/;

/** What one side of a pair is called: its environment, further spellings of it, its stack. */
export interface Names {
  readonly environment: string;
  readonly aliases: readonly string[];
  readonly stack: string;
}

/**
 * Every spelling, in lower case, in which this side may write its own environment's name. What the other side calls
 * itself by as well names nothing, and is left out.
 */
export function spellings(own: Names, other: Names): readonly string[] {
  const others = allNames(other, own.stack);
  const known = allNames(own, other.stack);
  const mine = [...known, ...(isNamed(known) ? [] : longFor(known))].filter(
    (name) => !others.has(name) && (!/^\d*$/.test(name) || isOwnNumber(name, others)),
  );
  return mine.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Two review deployments are told apart by their numbers; any other number may be a number. */
function isOwnNumber(name: string, others: ReadonlySet<string>): boolean {
  return name.length >= SHORTEST_NUMBER && [...others].some((other) => LONG_NUMBER.test(other));
}

const SHORTEST_NUMBER = 3;
const LONG_NUMBER = /^\d{3,}$/;

function allNames(own: Names, otherStack: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of [own.environment, own.stack, ...own.aliases]) {
    const lower = name.toLowerCase();
    names.add(lower);
    for (const word of [lower, ...lower.split(DELIMITERS)]) for (const spelling of familyOf(word)) names.add(spelling);
  }
  for (const part of ownPart(own.stack.toLowerCase(), otherStack.toLowerCase())) names.add(part);
  names.delete("");
  for (const name of [...names]) for (const spelling of joinedOtherwise(name)) names.add(spelling);
  return names;
}

/** A name of several words where its own delimiter is not allowed: `pr_1873` and `pr1873` of `pr-1873`. */
function joinedOtherwise(name: string): readonly string[] {
  const words = name.split(DELIMITERS);
  return words.length === 1 ? [] : ["-", "_", ""].map((delimiter) => words.join(delimiter));
}

/** Whether one of the names is a usual one: then no other is to be read into an abbreviation. */
function isNamed(names: ReadonlySet<string>): boolean {
  return [...names].some((name) => familyOf(name).length > 0);
}

function longFor(names: ReadonlySet<string>): readonly string[] {
  return [...names].flatMap((name) => name.split(DELIMITERS).flatMap(abbreviatedBy));
}

/** The words in which a stack's name differs from the other's: `eu` of `shop-eu-1` beside `shop-us-1`. */
function ownPart(name: string, other: string): readonly string[] {
  const words = name.split(DELIMITERS);
  const others = other.split(DELIMITERS);
  while (words.length > 0 && words[0] === others[0]) [words, others].forEach((list) => list.shift());
  while (words.length > 0 && words.at(-1) === others.at(-1)) [words, others].forEach((list) => list.pop());
  const joined = words.join("-");
  return joined === "" ? [] : [joined];
}

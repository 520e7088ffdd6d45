import type { PropertyFacts } from "../model/catalogue";
import type { Context } from "./context";

/** Shorter numbers count something often enough that they may be equal to a stack's by chance. */
const SURELY_NO_COUNT = 3;

/**
 * Whether two texts are nothing but the numbers of their stacks: `412` of `pr-412` and `398` of `pr-398`. What counts
 * or measures something is left alone.
 */
export function numbersOfStacks(
  subject: string,
  reference: string,
  { valueClass }: PropertyFacts,
  { symbolised }: Pick<Context, "symbolised">,
): boolean {
  if (!isNumber(subject) || !isNumber(reference)) return false;
  if (valueClass !== "text" && Math.min(subject.length, reference.length) < SURELY_NO_COUNT) return false;
  const own = numbersIn(symbolised.subject.stack.name);
  const at = own.indexOf(Number(subject));
  const theirs = numbersIn(symbolised.reference.stack.name);
  return at >= 0 && own.length === theirs.length && theirs[at] === Number(reference);
}

function isNumber(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}

function numbersIn(name: string): readonly number[] {
  return (name.match(/\d{1,9}/g) ?? []).map(Number);
}

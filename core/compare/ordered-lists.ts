import type { Value } from "../model/value";
import type { Context } from "./context";
import { added, type Draft, elementAt, NOTHING, removed, type Site } from "./draft";

/** Longer lists of different length are compared position by position. */
const LONGEST = 400;

/** Compares two sequences: position by position, or around what they have in common where one is longer. */
export function compareOrdered(
  subject: readonly Value[],
  reference: readonly Value[],
  site: Site,
  context: Context,
): readonly Draft[] {
  if (subject.length === reference.length || Math.max(subject.length, reference.length) > LONGEST)
    return compareRun(subject, reference, 0, 0, site, context);
  const own = subject.map((value) => context.texts.subject.value(value));
  const others = reference.map((value) => context.texts.reference.value(value));
  const drafts: Draft[] = [];
  let [from, fromOther] = [0, 0];
  for (const [at, other] of [...inCommon(own, others), [own.length, others.length] as const]) {
    drafts.push(
      ...compareRun(subject.slice(from, at), reference.slice(fromOther, other), from, fromOther, site, context),
    );
    [from, fromOther] = [at + 1, other + 1];
  }
  return drafts;
}

function compareRun(
  subject: readonly Value[],
  reference: readonly Value[],
  offset: number,
  otherOffset: number,
  site: Site,
  context: Context,
): readonly Draft[] {
  if (subject.length === 0 && reference.length === 0) return NOTHING;
  const drafts: Draft[] = [];
  subject.forEach((value, at) => {
    const here = elementAt(site, offset + at, value);
    const other = reference[at];
    if (other === undefined) drafts.push(added(value, here));
    else if (value !== other) drafts.push(...context.compare(value, other, here));
  });
  reference.slice(subject.length).forEach((value, at) => {
    drafts.push(removed(value, elementAt(site, otherOffset + subject.length + at, value)));
  });
  return drafts;
}

/** The same from either side: of several possibilities the one that the longer list gives. */
function inCommon(own: readonly string[], others: readonly string[]): readonly (readonly [number, number])[] {
  if (own.length >= others.length) return commonSubsequence(own, others);
  return commonSubsequence(others, own).map(([other, at]) => [at, other] as const);
}

/** Positions, in both, of a longest common subsequence. */
function commonSubsequence(own: readonly string[], others: readonly string[]): readonly (readonly [number, number])[] {
  const width = others.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = own.length - 1; row >= 0; row -= 1)
    for (let column = others.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        own[row] === others[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const common: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < own.length && column < others.length;)
    if (own[row] === others[column]) common.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  return common;
}

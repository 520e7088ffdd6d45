import type { Ledger } from "./ledger";
import { sameContent } from "./by-similarity";
import { groupFree } from "./unique";

type Side = "subject" | "reference";
type Couple = readonly [subject: number, reference: number];

/** Larger families are aligned by name alone. */
const LARGEST = 64;

/**
 * Joins resources that are only counted (`subnet-0`, `subnet-1`) where the two sides count differently: each with the
 * one at its place, unless those with the same number are more alike.
 */
export function joinFamilies(ledger: Ledger): void {
  const subjects = groupFree(ledger, "subject", (side, index) => familyOf(ledger, side, index));
  const families = groupFree(ledger, "reference", (side, index) => familyOf(ledger, side, index));
  for (const family of [...families.keys()].sort()) {
    const [own, references] = [subjects.get(family) ?? [], families.get(family) ?? []];
    if (own.length !== references.length || own.length < 2 || own.length > LARGEST) continue;
    const [counted, countedThere] = [inOrder(ledger, "subject", own), inOrder(ledger, "reference", references)];
    if (counted.every((member, at) => member.number === countedThere[at]?.number)) continue;
    const byPlace = counted.flatMap(({ index }, at) => pairOf(index, countedThere[at]?.index));
    const byNumber = counted.flatMap(({ index, number }) =>
      pairOf(index, countedThere.find((other) => other.number === number)?.index),
    );
    if (alike(ledger, byPlace) < alike(ledger, byNumber)) continue;
    for (const [subject, reference] of byPlace) ledger.join(subject, reference, "name", 0.9);
  }
}

const LAST_NUMBER = /\d+(?=\D*$)/;

function familyOf({ sides }: Ledger, side: Side, index: number): string | undefined {
  const { names, types } = sides[side];
  const name = names[index] ?? "";
  let end = name.length;
  while (end > 0 && !isDigit(name, end - 1)) end -= 1;
  if (end === 0) return undefined;
  let start = end;
  while (isDigit(name, start - 1)) start -= 1;
  return `${types[index] ?? ""}|${name.slice(0, start)}#${name.slice(end)}`;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

interface Member {
  readonly index: number;
  readonly number: number;
}

function inOrder({ sides }: Ledger, side: Side, indices: readonly number[]): readonly Member[] {
  const numberOf = (index: number) => Number(LAST_NUMBER.exec(sides[side].names[index] ?? "")?.[0]);
  return indices.map((index) => ({ index, number: numberOf(index) })).sort((a, b) => a.number - b.number);
}

function pairOf(subject: number, reference: number | undefined): readonly Couple[] {
  return reference === undefined ? [] : [[subject, reference]];
}

/** How alike the pairs are on average; nothing in common where there is none. */
function alike(ledger: Ledger, couples: readonly Couple[]): number {
  const sum = couples.reduce((total, [subject, reference]) => total + sameContent(ledger, subject, reference), 0);
  return couples.length === 0 ? 0 : sum / couples.length;
}

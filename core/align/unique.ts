import type { AlignmentStep } from "../vocabulary";
import type { Ledger } from "./ledger";

/** What a resource of one side is known by in one step; undefined where the step says nothing of it. */
export type KeyOf = (side: "subject" | "reference", index: number) => string | undefined;

/** Joins what is free on both sides and the only one there under its key, where that is `plausible`. */
export function joinUnique(
  ledger: Ledger,
  keyOf: KeyOf,
  via: AlignmentStep,
  confidence: number,
  plausible: (subject: number, reference: number) => boolean = () => true,
): void {
  const subjects = groupFree(ledger, "subject", keyOf);
  const couples = [...groupFree(ledger, "reference", keyOf)].flatMap(([key, references]) => {
    const [reference, anotherReference] = references;
    const [subject, anotherSubject] = subjects.get(key) ?? [];
    if (subject === undefined || reference === undefined) return [];
    return anotherSubject === undefined && anotherReference === undefined ? [{ subject, reference }] : [];
  });
  // What is plausible is settled before any is joined: a pair makes its neighbours look otherwise, and order means nothing.
  for (const { subject, reference } of couples.filter((one) => plausible(one.subject, one.reference)))
    ledger.join(subject, reference, via, confidence);
}

export function groupFree(ledger: Ledger, side: "subject" | "reference", keyOf: KeyOf): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const index of ledger.free(side)) {
    const key = keyOf(side, index);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return groups;
}

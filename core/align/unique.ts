import type { Sides } from "../model/comparison";
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
  if (ledger.isComplete) return;
  const subjects = onlyFree(ledger, "subject", keyOf);
  const couples: Sides<number>[] = [];
  for (const [key, reference] of onlyFree(ledger, "reference", keyOf)) {
    const subject = subjects.get(key) ?? SEVERAL;
    if (subject !== SEVERAL && reference !== SEVERAL) couples.push({ subject, reference });
  }
  // What is plausible is settled before any is joined: a pair makes its neighbours look otherwise, and order means nothing.
  for (const { subject, reference } of couples.filter((one) => plausible(one.subject, one.reference)))
    ledger.join(subject, reference, via, confidence);
}

/** Stands for an index where there are more than one. */
const SEVERAL = -1;

/** The free resource that has each key; `SEVERAL` where there are more. */
function onlyFree(ledger: Ledger, side: "subject" | "reference", keyOf: KeyOf): ReadonlyMap<string, number> {
  const only = new Map<string, number>();
  for (const index of ledger.free(side)) {
    const key = keyOf(side, index);
    if (key !== undefined) only.set(key, only.get(key) === undefined ? index : SEVERAL);
  }
  return only;
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

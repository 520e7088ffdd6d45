import type { Ledger } from "./ledger";

/** Parents whose children were found to be counterparts are counterparts: a renamed component is known by what it holds. */
export function joinParents(ledger: Ledger): void {
  const votes = new Map<string, { subject: number; reference: number; count: number }>();
  for (const pair of ledger.joined) {
    const subject = ledger.sides.subject.parents[pair.subject] ?? -1;
    const reference = ledger.sides.reference.parents[pair.reference] ?? -1;
    if (subject < 0 || reference < 0) continue;
    if (!ledger.isFree("subject", subject) || !ledger.isFree("reference", reference)) continue;
    if (ledger.sides.subject.types[subject] !== ledger.sides.reference.types[reference]) continue;
    const key = `${subject}|${reference}`;
    const vote = votes.get(key);
    if (vote === undefined) votes.set(key, { subject, reference, count: 1 });
    else vote.count += 1;
  }
  const ordered = [...votes.values()].sort(
    (a, b) => b.count - a.count || a.subject - b.subject || a.reference - b.reference,
  );
  for (const { subject, reference } of ordered) ledger.join(subject, reference, "similarity", 0.9);
}

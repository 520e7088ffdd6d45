import type { Ledger } from "./ledger";

interface Vote {
  readonly subject: number;
  readonly reference: number;
  count: number;
}

/**
 * What counterparts belong to are counterparts: a renamed component is known by what it holds, a default provider by
 * what it manages, whatever its version.
 */
export function joinParents(ledger: Ledger): void {
  const votes = new Map<string, Vote>();
  for (const pair of ledger.joined) {
    vote(ledger, votes, ledger.sides.subject.parents[pair.subject], ledger.sides.reference.parents[pair.reference]);
    vote(ledger, votes, ledger.sides.subject.providers[pair.subject], ledger.sides.reference.providers[pair.reference]);
  }
  const rank = ({ subject, reference }: Vote) => ledger.rank(subject, reference);
  const ordered = [...votes.values()].sort((a, b) => b.count - a.count || (rank(a) < rank(b) ? -1 : 1));
  for (const { subject, reference } of ordered) ledger.join(subject, reference, "similarity", 0.9);
}

function vote(ledger: Ledger, votes: Map<string, Vote>, subject = -1, reference = -1): void {
  if (subject < 0 || reference < 0) return;
  if (!ledger.isFree("subject", subject) || !ledger.isFree("reference", reference)) return;
  if (ledger.sides.subject.types[subject] !== ledger.sides.reference.types[reference]) return;
  const key = `${subject}|${reference}`;
  const known = votes.get(key);
  if (known === undefined) votes.set(key, { subject, reference, count: 1 });
  else known.count += 1;
}

import type { Sides } from "../model/comparison";
import { parseUrn } from "../model/urn";
import type { Ledger } from "./ledger";
import { groupFree } from "./unique";

type Side = keyof Sides<unknown>;

/** Where the URN is the former one, the resource is surely the same, but may have been changed since. */
const CONFIDENCE = 0.99;

/**
 * What one side's program has renamed, or put under another parent, under the URN that the other side still has: the
 * program says so by `aliases`, and the engine keeps them. A URN that two claim, or that stands twice, is nobody's.
 */
export function joinAliases(ledger: Ledger): void {
  const claims = new Claims();
  claimFormer(ledger, "subject", "reference", (own, other) => claims.add(own, other));
  claimFormer(ledger, "reference", "subject", (own, other) => claims.add(other, own));
  for (const { subject, reference } of claims.undisputed()) ledger.join(subject, reference, "urn", CONFIDENCE);
}

type Claim = (own: number, other: number) => void;

function claimFormer(ledger: Ledger, side: Side, otherSide: Side, claim: Claim): void {
  const renamed = ledger.free(side).filter((index) => (ledger.sides[side].resources[index]?.aliases.length ?? 0) > 0);
  if (renamed.length === 0) return;
  const byUrn = groupFree(ledger, otherSide, (_, index) =>
    withoutStack(ledger.sides[otherSide].resources[index]?.urn ?? ""),
  );
  for (const index of renamed) {
    const { aliases = [] } = ledger.sides[side].resources[index] ?? {};
    for (const key of new Set(aliases.map(withoutStack))) for (const other of byUrn.get(key) ?? []) claim(index, other);
  }
}

/** As the URN of the same resource in the other stack reads, whatever the project is called there. */
function withoutStack(urn: string): string {
  const parts = parseUrn(urn);
  return parts === undefined ? urn : `${parts.qualifiedType}::${parts.name}`;
}

class Claims {
  private readonly bySubject = new Map<number, Set<number>>();
  private readonly byReference = new Map<number, Set<number>>();

  add(subject: number, reference: number): void {
    this.bySubject.set(subject, (this.bySubject.get(subject) ?? new Set()).add(reference));
    this.byReference.set(reference, (this.byReference.get(reference) ?? new Set()).add(subject));
  }

  /** Pairs that claim nobody else. */
  undisputed(): readonly Sides<number>[] {
    return [...this.bySubject].flatMap(([subject, references]) => {
      const [reference, ...others] = references;
      const isSole = reference !== undefined && others.length === 0 && this.byReference.get(reference)?.size === 1;
      return isSole ? [{ subject, reference }] : [];
    });
  }
}

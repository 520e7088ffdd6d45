import type { Sides } from "../model/comparison";
import type { Ledger } from "./ledger";

/** `match:` in parity.yaml: `type::name` of either side, told by hand. */
export function joinMatches(ledger: Ledger, match: readonly Sides<string>[]): void {
  if (match.length === 0) return;
  const indices = { subject: indexByName(ledger, "subject"), reference: indexByName(ledger, "reference") };
  for (const { subject, reference } of match) {
    const [own, other] = [indices.subject.get(subject), indices.reference.get(reference)];
    if (own !== undefined && other !== undefined) ledger.join(own, other, "match", 1);
  }
}

function indexByName(ledger: Ledger, side: "subject" | "reference"): ReadonlyMap<string, number> {
  const { resources, types, names } = ledger.sides[side];
  const byName = new Map<string, number>();
  resources.forEach((_, index) => {
    byName.set(`${types[index] ?? ""}::${names[index] ?? ""}`, index);
  });
  resources.forEach(({ urn, type, name }, index) => {
    byName.set(`${type}::${name}`, index);
    byName.set(urn, index);
  });
  return byName;
}

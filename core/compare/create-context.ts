import type { Ledger } from "../align/ledger";
import type { Catalogue } from "../model/catalogue";
import type { Pair } from "../model/comparison";
import type { SymbolisedPair } from "../symbolise/symbolise";
import { ownRanges } from "./bases";
import type { Context } from "./context";
import { rangeMap } from "./ranges";
import { sideTexts } from "./side-texts";
import { compareValues } from "./values";

type Side = "subject" | "reference";

/** Everything that the comparison of values may ask, once it is known who is whose counterpart. */
export function createContext(
  ledger: Ledger,
  symbolised: SymbolisedPair,
  catalogue: Catalogue,
  pairs: readonly Pair[],
  onSecret: () => void,
): Context {
  const labels = { subject: labelsOf(ledger, "subject"), reference: labelsOf(ledger, "reference") };
  const context: Context = {
    catalogue,
    symbolised,
    labels,
    labelOfUrn: { subject: byUrn(ledger, "subject", labels), reference: byUrn(ledger, "reference", labels) },
    resourceOfUrn: { subject: resources(ledger, "subject"), reference: resources(ledger, "reference") },
    texts: {
      subject: sideTexts(symbolised.subject, labels.subject),
      reference: sideTexts(symbolised.reference, labels.reference),
    },
    ranges: rangeMap(pairs.flatMap((pair) => ownRanges(pair.subject, pair.reference))),
    compare: (own, other, site) => compareValues(own, other, site, context),
    places: symbolised.places,
    onSecret,
  };
  return context;
}

/** Counterparts have one label; what has none is like nothing on the other side. */
function labelsOf(ledger: Ledger, side: Side): Context["labels"][Side] {
  return (index) => (ledger.isFree(side, index) ? `?${side}${index}` : ledger.label(side, index));
}

function byUrn(ledger: Ledger, side: Side, labels: Context["labels"]): (urn: string) => string {
  const indices = new Map(ledger.sides[side].resources.map(({ urn }, index) => [urn, index] as const));
  return (urn) => {
    const index = indices.get(urn);
    return index === undefined ? urn : labels[side](index);
  };
}

function resources(ledger: Ledger, side: Side): Context["resourceOfUrn"][Side] {
  const byUrn = new Map(ledger.sides[side].resources.map((resource) => [resource.urn, resource] as const));
  return (urn) => byUrn.get(urn);
}

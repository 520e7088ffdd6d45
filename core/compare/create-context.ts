import type { Ledger } from "../align/ledger";
import type { Catalogue } from "../model/catalogue";
import type { Pair, Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
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
    counterpartOf: { subject: counterpartIn(ledger, "subject"), reference: counterpartIn(ledger, "reference") },
    labelOfUrn: { subject: byUrn(ledger, "subject", labels), reference: byUrn(ledger, "reference", labels) },
    counterpartsOf: (urn, side = "reference") => counterparts(ledger, urn, side),
    resourceAt: { subject: resourceIn(ledger, "subject"), reference: resourceIn(ledger, "reference") },
    hasChildren: { subject: childrenIn(ledger, "subject"), reference: childrenIn(ledger, "reference") },
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
  return (urn) => {
    const index = ledger.sides[side].indexOf(urn);
    return index === undefined ? urn : labels[side](index);
  };
}

function resourceIn(ledger: Ledger, side: Side): Context["resourceAt"][Side] {
  const { resources, indexOf } = ledger.sides[side];
  return (urn) => resources[indexOf(urn) ?? -1];
}

function childrenIn(ledger: Ledger, side: Side): Context["hasChildren"][Side] {
  let parents: ReadonlySet<string | undefined> | undefined;
  return (urn) => (parents ??= new Set(ledger.sides[side].resources.map(({ parent }) => parent))).has(urn);
}

function counterpartIn(ledger: Ledger, side: Side): Context["counterpartOf"][Side] {
  const { resources } = ledger.sides[side === "subject" ? "reference" : "subject"];
  return (index) => resources[ledger.counterpart(side, index) ?? -1];
}

function counterparts(ledger: Ledger, urn: string, side: Side): Sides<Resource> | undefined {
  const index = ledger.sides[side].indexOf(urn);
  if (index === undefined) return undefined;
  const [own, other] = [ledger.sides[side].resources[index], counterpartIn(ledger, side)(index)];
  if (own === undefined || other === undefined) return undefined;
  return side === "subject" ? { subject: own, reference: other } : { subject: other, reference: own };
}

import { align } from "../align/align";
import type { Ledger } from "../align/ledger";
import type { Comparison, Divergence, Pair, Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { symbolise } from "../symbolise/symbolise";
import { ownRanges } from "./bases";
import type { Context } from "./context";
import { divergences } from "./divergences";
import type { CompareOptions } from "./options";
import { rangeMap } from "./ranges";
import { sideTexts } from "./side-texts";
import { compareValues } from "./values";

/** Symbolises, aligns and compares two stacks. Pure, deterministic, near-linear in the number of properties. */
export function compare(subject: Stack, reference: Stack, options: CompareOptions): Comparison {
  const stacks = { subject, reference };
  const symbolised = symbolise(stacks, options.environments);
  const ledger = align(symbolised, options.catalogue, options.match);
  const pairs = pairsOf(ledger);
  let secrets = 0;
  const context = createContext(ledger, symbolised, options, pairs, () => (secrets += 1));
  const found: readonly Divergence[] = divergences(ledger, pairs, context, options);
  return {
    subject,
    reference,
    pairs,
    equivalences: symbolised.places.map((place) => ({ ...place, occurrences: 0 })),
    divergences: found,
    secrets,
    remarks: [],
  };
}

function createContext(
  ledger: Ledger,
  symbolised: Context["symbolised"],
  { catalogue }: CompareOptions,
  pairs: readonly Pair[],
  onSecret: () => void,
): Context {
  const labels = {
    subject: (index: number) => labelOf(ledger, "subject", index),
    reference: (index: number) => labelOf(ledger, "reference", index),
  };
  const context: Context = {
    catalogue,
    symbolised,
    labels,
    texts: {
      subject: sideTexts(symbolised.subject, labels.subject),
      reference: sideTexts(symbolised.reference, labels.reference),
    },
    ranges: rangeMap(pairs.flatMap((pair) => ownRanges(pair.subject, pair.reference))),
    compare: (own, other, site) => compareValues(own, other, site, context),
    onSecret,
  };
  return context;
}

function labelOf(ledger: Ledger, side: keyof Sides<Resource>, index: number): string {
  return ledger.isFree(side, index) ? `?${side}${index}` : ledger.label(side, index);
}

/** In the subject's order; what was only read is no part of either stack. */
function pairsOf(ledger: Ledger): readonly Pair[] {
  const { subject, reference } = ledger.sides;
  const owned = subject.symbolised.stack.resources.length;
  return [...ledger.joined]
    .filter((joined) => joined.subject < owned)
    .sort((a, b) => a.subject - b.subject)
    .flatMap(({ subject: own, reference: other, via, confidence }) => {
      const [resource, counterpart] = [subject.resources[own], reference.resources[other]];
      return resource === undefined || counterpart === undefined
        ? []
        : [{ subject: resource, reference: counterpart, via, confidence }];
    });
}

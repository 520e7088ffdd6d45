import type { Divergence, Equivalence, Pair, Sides } from "../model/comparison";
import { isAmong } from "../symbolise/declared";
import type { Context } from "./context";
import { collectEvidence, type Evidence } from "./evidence";
import { sameText } from "./texts";

/** What two texts must at least have in common before they are taken for each other. */
const FEWEST_OCCURRENCES = 3;
const FEWEST_TYPES = 2;

export interface Learned {
  readonly equivalences: readonly Equivalence[];
  /** Without what they explain. */
  readonly divergences: readonly Divergence[];
}

/**
 * Two domains or accounts that were given by configuration are each other's counterparts where they stand for each
 * other again and again, in several types, and for nothing else.
 */
export function learnEquivalents(
  divergences: readonly Divergence[],
  pairs: readonly Pair[],
  refused: readonly Sides<string>[],
  context: Context,
): Learned {
  const evidence = collectEvidence(divergences, pairs, context);
  const learned = oneToOne(evidence).filter(
    (one) => one.occurrences >= FEWEST_OCCURRENCES && one.types.size >= FEWEST_TYPES && !isAmong(refused, one),
  );
  if (learned.length === 0) return { equivalences: [], divergences };
  const explained = new Set(
    learned.flatMap((one) => one.divergences).filter((divergence) => sameThen(divergence, learned, context)),
  );
  return {
    equivalences: learned.map((one) => equivalenceOf(one, explained)),
    divergences: divergences.filter((divergence) => !explained.has(divergence)),
  };
}

function equivalenceOf(one: Evidence, explained: ReadonlySet<Divergence>): Equivalence {
  const explains = one.divergences
    .filter((divergence) => explained.has(divergence))
    .flatMap(({ subject, key }) => (subject === undefined || key === undefined ? [] : [{ urn: subject.urn, key }]));
  const { subject, reference, occurrences } = one;
  return { subject, reference, source: "learned", occurrences, explains };
}

function oneToOne(evidence: readonly Evidence[]): readonly Evidence[] {
  const counts = { subject: new Map<string, number>(), reference: new Map<string, number>() };
  for (const one of evidence)
    for (const side of ["subject", "reference"] as const)
      counts[side].set(one[side], (counts[side].get(one[side]) ?? 0) + 1);
  return evidence.filter(
    ({ subject, reference }) => counts.subject.get(subject) === 1 && counts.reference.get(reference) === 1,
  );
}

function sameThen({ values }: Divergence, learned: readonly Sides<string>[], context: Context): boolean {
  const { subject, reference } = values;
  if (typeof subject !== "string" || typeof reference !== "string") return false;
  const translated = learned.reduce((text, pair) => text.replaceAll(pair.subject, pair.reference), subject);
  return sameText(translated, reference, context);
}

import { align } from "../align/align";
import { similarity } from "../align/by-similarity";
import type { Ledger } from "../align/ledger";
import type { Comparison, Divergence, Equivalence, Pair, Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { concealIn, secretsOfCounterparts } from "../redact";
import { withForetoldIds } from "../symbolise/foretold";
import { symbolise, type SymbolisedPair } from "../symbolise/symbolise";
import { createContext } from "./create-context";
import { withLastDefaults } from "./filled-in";
import { findDivergences } from "./find";
import type { CompareOptions } from "./options";
import { withOrigins } from "./origins";
import { remarksOn } from "./remarks";
import { symbolicTexts } from "./symbolic";
import { allIntroduced, withStatuses } from "./statuses";

/** Symbolises, aligns and compares two stacks. Pure, deterministic, near-linear in the number of properties. */
export function compare(given: Stack, reference: Stack, options: CompareOptions): Comparison {
  const subject = withLastDefaults(withForetoldIds({ subject: given, reference }), options.before);
  const now = compareStates(subject, reference, options);
  if (options.neverDeployed === true) return { ...now, divergences: allIntroduced(now.divergences) };
  if (options.before === undefined) return now;
  // Kinds of documents that the last state says nothing of were not missing in it.
  const told = new Set(options.before.resources.map(({ type }) => type));
  const tells = ({ role, type }: Pick<Resource, "role" | "type">) => role !== "evidence" || told.has(type);
  const known = { ...reference, resources: reference.resources.filter(tells) };
  const { divergences } = compareStates(options.before, known, options);
  const isTold = ({ subject: own, reference: other }: Divergence) => [own, other].every((one) => !one || tells(one));
  return { ...now, ...withStatuses(now.divergences, { divergences, tells: isTold }) };
}

/** Once more where the counterparts tell of secrets that their own side did not mark: they may stand in other resources. */
function compareStates(subject: Stack, reference: Stack, options: CompareOptions): Comparison {
  const aligned = alignStates({ subject, reference }, options);
  const told = secretsOfCounterparts(aligned.pairs);
  const concealed = { subject: concealIn(subject, told.subject), reference: concealIn(reference, told.reference) };
  const same = concealed.subject === subject && concealed.reference === reference;
  return compareAligned(concealed, same ? aligned : alignStates(concealed, options), options);
}

interface Aligned {
  readonly symbolised: SymbolisedPair;
  readonly ledger: Ledger;
  readonly pairs: readonly Pair[];
}

function alignStates(stacks: Sides<Stack>, options: CompareOptions): Aligned {
  const symbolised = symbolise(stacks, options.environments, options);
  const ledger = align(symbolised, options.catalogue, options.match);
  return { symbolised, ledger, pairs: pairsOf(ledger) };
}

function compareAligned(
  { subject, reference }: Sides<Stack>,
  { symbolised, ledger, pairs }: Aligned,
  options: CompareOptions,
): Comparison {
  let secrets = 0;
  const context = createContext(ledger, symbolised, options.catalogue, pairs, () => (secrets += 1));
  const { divergences, learned } = findDivergences(ledger, pairs, context, options);
  return {
    subject,
    reference,
    pairs,
    equivalences: [...environmentNames(symbolised, options), ...symbolised.places, ...learned],
    divergences: withOrigins(divergences, subject, reference),
    symbolic: symbolicTexts(context),
    likeness: likenessIn(ledger),
    secrets,
    remarks: remarksOn(subject, reference),
  };
}

/** The two environments' names, where they differ, and how many of the subject's resources hold its own. */
function environmentNames(
  { subject, called }: SymbolisedPair,
  { environments }: CompareOptions,
): readonly Equivalence[] {
  const [own, other] = [environments.subject.environment, environments.reference.environment];
  const { mask } = subject.vocabulary.environment;
  const occurrences = subject.stack.resources.filter(({ name }) => mask(name) !== name).length;
  const said = own === other ? [] : [{ subject: own, reference: other, source: "stack" as const, occurrences }];
  return [...said, ...called.map((pair) => ({ ...pair, source: "stack" as const }))];
}

function likenessIn(ledger: Ledger): NonNullable<Comparison["likeness"]> {
  const { subject, reference } = ledger.sides;
  return ({ urn }, other) => {
    const [own, theirs] = [subject.indexOf(urn), reference.indexOf(other.urn)];
    return own === undefined || theirs === undefined ? 0 : similarity(ledger, own, theirs);
  };
}

/** In the subject's order; what was only read is no part of either stack. */
function pairsOf(ledger: Ledger): readonly Pair[] {
  const { subject, reference } = ledger.sides;
  const owned = subject.symbolised.stack.resources.length;
  const joined = ledger.joined.filter((one) => one.subject < owned).sort((a, b) => a.subject - b.subject);
  const pairs: Pair[] = [];
  for (const { subject: own, reference: other, via, confidence } of joined) {
    const [resource, counterpart] = [subject.resources[own], reference.resources[other]];
    if (resource !== undefined && counterpart !== undefined)
      pairs.push({ subject: resource, reference: counterpart, via, confidence });
  }
  return pairs;
}

import type { Catalogue } from "../model/catalogue";
import type { Sides } from "../model/comparison";
import type { Symbolised } from "../symbolise/symbolise";
import { joinAliases } from "./by-alias";
import { joinParents } from "./by-children";
import { joinFamilies } from "./by-family";
import { joinMatches } from "./by-match";
import { joinNames, joinOnly, joinUrns } from "./by-name";
import { joinSimilar, type Likeness, similarity } from "./by-similarity";
import { Ledger } from "./ledger";
import { type AlignSide, alignSide } from "./side";

/** First only what is very much alike is joined: every pair makes its neighbours better known. */
const LIKENESS: readonly Likeness[] = [
  { least: 0.8, margin: 0.05 },
  { least: 0.65, margin: 0.03 },
  { least: 0.5, margin: 0.01 },
  { least: 0.5, margin: 0 },
];
/** Rounds at one likeness after which what is still free waits for the next. */
const MOST_ROUNDS = 6;
/** The only two of a type under one parent are still two things if they have next to nothing in common. */
const PLAUSIBLE = 0.2;
/** What is only left over, as its siblings were known by their names, has a name that says something as well. */
const PLAUSIBLE_LEFTOVER = 0.5;

/**
 * Finds every resource's counterpart: by hand, by URN, by a former URN, by name, by being the only one, and by likeness,
 * in this order.
 */
export function align(stacks: Sides<Symbolised>, catalogue: Catalogue, match: readonly Sides<string>[]): Ledger {
  const ledger = new Ledger({
    subject: alignSide(stacks.subject, catalogue),
    reference: alignSide(stacks.reference, catalogue),
  });
  joinMatches(ledger, match);
  joinRoots(ledger);
  joinFamilies(ledger);
  joinUrns(ledger);
  joinAliases(ledger);
  const siblings = { subject: hasSiblings(ledger.sides.subject), reference: hasSiblings(ledger.sides.reference) };
  const plausible = (subject: number, reference: number): boolean => {
    const isLeftover = siblings.subject(subject) && siblings.reference(reference);
    return similarity(ledger, subject, reference) >= (isLeftover ? PLAUSIBLE_LEFTOVER : PLAUSIBLE);
  };
  for (const likeness of LIKENESS) joinRounds(ledger, likeness, plausible);
  return ledger;
}

/** Whether a resource has others of its type under its parent. */
function hasSiblings({ types, parents, resources }: AlignSide): (index: number) => boolean {
  const keyOf = (index: number) => `${String(parents[index] ?? -1)}|${types[index] ?? ""}`;
  let known: ReadonlyMap<string, number> | undefined;
  return (index) => {
    // Asked only of what neither a URN nor a name has joined.
    known ??= frequencies(resources.map((_, one) => keyOf(one)));
    return (known.get(keyOf(index)) ?? 0) > 1;
  };
}

function frequencies(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function joinRounds(ledger: Ledger, likeness: Likeness, plausible: (s: number, r: number) => boolean): void {
  for (let round = 0, before = -1; round < MOST_ROUNDS && before !== ledger.joined.length; round += 1) {
    if (ledger.isComplete) return;
    before = ledger.joined.length;
    joinNames(ledger);
    joinParents(ledger);
    joinOnly(ledger, plausible);
    joinSimilar(ledger, likeness);
  }
}

function joinRoots(ledger: Ledger): void {
  const root = (side: "subject" | "reference") =>
    ledger.sides[side].resources.findIndex(({ role }) => role === "stack");
  const [subject, reference] = [root("subject"), root("reference")];
  if (subject >= 0 && reference >= 0) ledger.join(subject, reference, "urn", 1);
}

import type { Sides } from "../model/comparison";
import type { Stack } from "../model/stack";

/** A word that one side's names have where the other side's have another one, or none (`""`). */
export interface NamedApart extends Sides<string> {
  /** How many of the subject's resources are called so. */
  readonly occurrences: number;
}

/** Fewer names, or names of one type alone, may differ by chance. */
const FEWEST = 3;
const FEWEST_TYPES = 2;
/** The share of the names without a counterpart that a word must explain. */
const MOST_OF_THEM = 0.5;

const WORD = /[A-Z]{2,}(?![a-z])|[A-Z]?[a-z0-9]+|[A-Z]/g;
const NAMES = /^[a-z][a-z0-9]{0,15}$/;

interface Named {
  readonly type: string;
  readonly name: string;
}

/**
 * What a stack calls its environment, learned from what most names share: a stack `QA` whose resources say `rc`, or
 * `s-` where production says `p-`. `fold` takes out what is known already.
 */
export function namedApart(stacks: Sides<Stack>, fold: Sides<(name: string) => string>): NamedApart | undefined {
  const names = {
    subject: namesOf(stacks.subject, fold.subject),
    reference: namesOf(stacks.reference, fold.reference),
  };
  const own = withoutThose(names.subject, names.reference);
  const others = withoutThose(names.reference, names.subject);
  if (own.length < FEWEST || others.length < FEWEST) return undefined;
  const votes = countVotes(own, others);
  const best = [...votes.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))[0];
  if (best === undefined || best.count < FEWEST || best.types.size < FEWEST_TYPES) return undefined;
  if (best.count < MOST_OF_THEM * Math.min(own.length, others.length)) return undefined;
  const [subject = "", reference = ""] = best.key.split("\n");
  return wordsOf(names.reference).has(subject) || (reference !== "" && wordsOf(names.subject).has(reference))
    ? undefined
    : { subject, reference, occurrences: best.count };
}

function namesOf({ resources }: Stack, fold: (name: string) => string): readonly Named[] {
  const names: Named[] = [];
  for (const { role, type, name } of resources)
    if (role === "custom" || role === "component") names.push({ type, name: fold(name) });
  return names;
}

function withoutThose(names: readonly Named[], others: readonly Named[]): readonly Named[] {
  const known = new Map<string, Set<string>>();
  for (const { type, name } of others) {
    const namesOfType = known.get(type);
    if (namesOfType === undefined) known.set(type, new Set([name]));
    else namesOfType.add(name);
  }
  return names.filter(({ type, name }) => known.get(type)?.has(name) !== true);
}

function wordsOf(names: readonly Named[]): ReadonlySet<string> {
  return new Set(names.flatMap(({ name }) => (name.match(WORD) ?? []).map((word) => word.toLowerCase())));
}

interface Votes {
  readonly key: string;
  readonly types: Set<string>;
  count: number;
}

function countVotes(own: readonly Named[], others: readonly Named[]): ReadonlyMap<string, Votes> {
  const frames = new Map<string, string | undefined>();
  for (const named of others)
    for (const [frame, word] of framesOf(named)) frames.set(frame, frames.has(frame) ? undefined : word);
  const votes = new Map<string, Votes>();
  for (const named of own) {
    const said = new Set<string>();
    for (const [frame, word] of framesOf(named)) {
      const other = frames.get(frame);
      if (other !== undefined && other !== word && (NAMES.test(word) || word === "")) said.add(`${word}\n${other}`);
    }
    for (const key of said) {
      const known = votes.get(key) ?? { key, types: new Set<string>(), count: 0 };
      known.types.add(named.type);
      known.count += 1;
      votes.set(key, known);
    }
  }
  return votes;
}

/** A name with each of its words left open, and the word; the whole name stands for one in which a word is not there. */
function* framesOf({ type, name }: Named): Iterable<readonly [frame: string, word: string]> {
  yield [`${type}|${name.toLowerCase()}`, ""];
  for (const { 0: word, index } of name.matchAll(WORD)) {
    const [before, after] = [name.slice(0, index).toLowerCase(), name.slice(index + word.length).toLowerCase()];
    if (!NAMES.test(word.toLowerCase())) continue;
    yield [`${type}|${before}#${after}`, word.toLowerCase()];
    yield [
      `${type}|${before === "" ? after.replace(/^[-_.]/, "") : before.replace(/[-_.]$/, "") + after}`,
      word.toLowerCase(),
    ];
  }
}

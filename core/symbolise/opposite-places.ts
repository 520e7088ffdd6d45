import { uniqueBy } from "../group-by";
import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { type PlaceKind, placesOfResource } from "./found-places";

/** Two places in which resources of one type and name lie, and how many do. */
export interface Opposite extends Sides<string> {
  readonly count: number;
}

/** How one side's names are written without what it is called: asked only where several places are to be told apart. */
type FoldOf = (side: keyof Sides<Stack>) => (name: string) => string;

/** Which places stand opposite each other, by the resources that are called alike; the most frequent first. */
export function oppositePlaces(stacks: Sides<Stack>, foldOf: FoldOf): (kind: PlaceKind) => readonly Opposite[] {
  let pairs: readonly Sides<Resource>[] | undefined;
  return (kind) => {
    pairs ??= calledAlike(stacks, foldOf);
    const opposites = new Map<string, Opposite>();
    for (const pair of pairs) {
      const [subject] = placesOfResource(pair.subject)[kind].keys();
      const [reference] = placesOfResource(pair.reference)[kind].keys();
      if (subject === undefined || reference === undefined) continue;
      const key = `${subject}\n${reference}`;
      opposites.set(key, { subject, reference, count: (opposites.get(key)?.count ?? 0) + 1 });
    }
    return [...opposites]
      .sort(([key, a], [other, b]) => b.count - a.count || (key < other ? -1 : 1))
      .map(([, one]) => one);
  };
}

function calledAlike(stacks: Sides<Stack>, foldOf: FoldOf): readonly Sides<Resource>[] {
  const references = uniqueByName(stacks.reference, foldOf("reference"));
  const pairs: Sides<Resource>[] = [];
  for (const [key, subject] of uniqueByName(stacks.subject, foldOf("subject"))) {
    const reference = references.get(key);
    if (reference !== undefined) pairs.push({ subject, reference });
  }
  return pairs;
}

function uniqueByName({ resources }: Stack, fold: (name: string) => string): ReadonlyMap<string, Resource> {
  const customs = resources.filter(({ role }) => role === "custom");
  return uniqueBy(customs, ({ type, name }) => `${type}|${fold(name)}`);
}

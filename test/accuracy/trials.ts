import type { Catalogue } from "../../core/model/catalogue";
import type { Divergence, Sides } from "../../core/model/comparison";
import { formatPath } from "../../core/model/path";
import type { Stack } from "../../core/model/stack";
import { type Injected, injections } from "./inject";
import { compareBare, judgeInjected, placeOf } from "./measure";
import { type Perturbed, reindex, rename, renameAnew, reparent } from "./perturb";
import { random, type Random } from "./random";
import { redeploy } from "./redeploy";

export interface InjectionTrial {
  readonly change: string;
  readonly found: boolean;
  readonly falseAlarms: number;
  /** For people, where something went wrong. */
  readonly place: string;
}

/** Deploys a stack once more, changes one thing at a time, and looks at what is said. */
export function tryInjections(
  stack: Stack,
  catalogue: Catalogue,
  seed: number,
  each: number,
): readonly InjectionTrial[] {
  const chance = random(seed);
  const { stack: reference, counterparts } = redeploy(stack, `${stack.name}2`, chance);
  return tryAgainst({ subject: stack, reference }, counterparts, catalogue, chance, each);
}

/** The same against another environment of the same program, beside all that differs between the two anyway. */
export function tryBeside(
  stacks: Sides<Stack>,
  catalogue: Catalogue,
  seed: number,
  each: number,
): readonly InjectionTrial[] {
  const { pairs } = compareBare(stacks.subject, stacks.reference, catalogue);
  const counterparts = new Map(pairs.map(({ subject, reference }) => [subject.urn, reference.urn] as const));
  return tryAgainst(stacks, counterparts, catalogue, random(seed), each);
}

function tryAgainst(
  { subject, reference }: Sides<Stack>,
  counterparts: ReadonlyMap<string, string>,
  catalogue: Catalogue,
  chance: Random,
  each: number,
): readonly InjectionTrial[] {
  const { divergences } = compareBare(subject, reference, catalogue);
  const known = new Set(divergences.flatMap((one) => [one.id, placeOf(one)]));
  const untouched = injections(subject, catalogue, chance, each).filter(
    (injected) => !divergences.some((one) => isWithin(one, injected.expected) || makesUpFor(injected, one)),
  );
  return untouched.map((injected) => {
    const { found, falseAlarms } = judgeInjected(
      injected,
      compareBare(injected.stack, reference, catalogue),
      counterparts,
      known,
    );
    const place = `${injected.change} ${injected.expected.urn} ${injected.expected.property ?? ""}`;
    return { change: injected.change, found, falseAlarms: falseAlarms.length, place };
  });
}

/** What differs already may be made equal by another change: nothing can be told there. */
function isWithin({ subject, path }: Divergence, { urn, property }: Injected["expected"]): boolean {
  if (subject?.urn !== urn || property === undefined) return false;
  return path === undefined || formatPath(path).startsWith(property) || property.startsWith(formatPath(path));
}

/** One more of what one is missing of is not told from it, where it is like it. */
function makesUpFor({ change, stack, expected }: Injected, { kind, type, path }: Divergence): boolean {
  if (path !== undefined || (kind !== "missing" && kind !== "changed")) return false;
  return change === "extra" && stack.resources.some(({ urn, type: own }) => urn === expected.urn && own === type);
}

export interface AlignmentTrial {
  readonly right: number;
  readonly all: number;
}

/** How the names and places of resources are changed, by what it is called. */
export const PERTURBATIONS: Readonly<Record<string, (stack: Stack, seed: number) => Perturbed>> = {
  "every third renamed": (stack, seed) => rename(stack, random(seed), 3),
  "all renamed": (stack, seed) => rename(stack, random(seed), 1),
  "every third named anew": (stack, seed) => renameAnew(stack, random(seed), 3),
  "all named anew": (stack, seed) => renameAnew(stack, random(seed), 1),
  "every second re-parented": (stack, seed) => reparent(stack, random(seed), 2),
  "re-indexed": (stack) => reindex(stack),
};

/** Deploys a stack once more under changed names, and counts who found its counterpart. */
export function tryAlignment(
  stack: Stack,
  catalogue: Catalogue,
  perturb: (stack: Stack, seed: number) => Perturbed,
  seed: number,
): AlignmentTrial {
  const again = redeploy(stack, `${stack.name}2`, random(seed));
  const { stack: reference, counterparts } = perturb(again.stack, seed);
  const found = new Map(
    compareBare(stack, reference, catalogue).pairs.map((pair) => [pair.subject.urn, pair.reference.urn] as const),
  );
  const right = stack.resources.filter(
    ({ urn }) => found.get(urn) === counterparts.get(again.counterparts.get(urn) ?? ""),
  );
  return { right: right.length, all: stack.resources.length };
}

import type { Scoped } from "../entries";
import type { Layer, Problem, Steps } from "../layer";
import { list } from "../selection";
import { suggestion } from "../suggest";
import type { AbsentEntry, EnvironmentValues, SubstituteEntry } from "../types";

type ValuesKey = "same" | "different" | "match";

/** Entries whose keys are environments. `known` are all environments there are. */
export function foldValues(
  layers: readonly Layer[],
  key: ValuesKey,
): readonly Scoped<{ readonly values: EnvironmentValues }>[] {
  return layers.flatMap(({ document, place }) =>
    (document[key] ?? []).map(({ project, reason: _, ...values }, at) => ({
      values: textsOf(values),
      project: project === undefined ? undefined : list(project),
      place: place([key, at]),
    })),
  );
}

function textsOf(values: Readonly<Record<string, unknown>>): EnvironmentValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
  );
}

export function foldAbsent(layers: readonly Layer[]): readonly Scoped<AbsentEntry>[] {
  return layers.flatMap(({ document, place }) =>
    (document.absent ?? []).flatMap(({ project, name, reason, ...sides }, at) =>
      Object.entries(globsOf(sides)).map(([environment, on]) => ({
        environment,
        on: name !== undefined && isGlob(name) ? on.map((type) => `${type}::${name}`) : on,
        name: name === undefined || isGlob(name) ? on.join(", ") : name,
        reason,
        project: project === undefined ? undefined : list(project),
        place: place(["absent", at]),
      })),
    ),
  );
}

/** A group's name says what it is; with wildcards it says which names its types must have. */
function isGlob(name: string): boolean {
  return /[*?[{]/.test(name);
}

export function foldSubstitutes(layers: readonly Layer[]): readonly Scoped<SubstituteEntry>[] {
  return layers.flatMap(({ document, place }) =>
    (document.substitutes ?? []).map(({ project, name, reason, compare, ...sides }, at) => ({
      name,
      reason,
      compare: compare ?? {},
      sides: globsOf(sides),
      project: project === undefined ? undefined : list(project),
      place: place(["substitutes", at]),
    })),
  );
}

function globsOf(sides: Readonly<Record<string, string | string[] | undefined>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(sides).flatMap(([name, globs]) => (globs === undefined ? [] : [[name, list(globs)] as const])),
  );
}

const KEYS = ["same", "different", "match", "absent", "substitutes"] as const;
const OWN_KEYS = ["project", "reason", "name", "compare"];

/** Every key of these entries must be an environment, and enough of them be there. */
export function sideProblems(layers: readonly Layer[], known: readonly string[]): readonly Problem[] {
  return layers.flatMap(({ document, position }) =>
    KEYS.flatMap((key) =>
      (document[key] ?? []).flatMap((entry, at) => {
        const names = Object.keys(entry).filter((name) => !OWN_KEYS.includes(name));
        return [...unknownNames(names, known, position, [key, at]), ...tooFew(key, names, position([key, at]))];
      }),
    ),
  );
}

function unknownNames(names: readonly string[], known: readonly string[], position: Layer["position"], at: Steps) {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      place: position([...at, name]),
      message: `${JSON.stringify(name)} is no environment${suggestion(name, [...known, ...OWN_KEYS])}`,
    }));
}

function tooFew(key: (typeof KEYS)[number], names: readonly string[], place: string): readonly Problem[] {
  const needed = key === "absent" ? 1 : 2;
  if (names.length >= needed) return [];
  const what = needed === 1 ? "the environment that lacks it" : "two environments";
  return [{ place, message: `an entry of ${key} names ${what}` }];
}

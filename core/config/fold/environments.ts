import { daysOf } from "../durations";
import type { Environment } from "../entries";
import type { Layer, Problem } from "../layer";
import type { EnvironmentEntry } from "../schema/document";
import { list } from "../selection";
import { suggestion } from "../suggest";

/** All environments; a file's entry adds to the one of the same name that it extends, key by key. */
export function foldEnvironments(layers: readonly Layer[]): readonly Environment[] {
  const entries = new Map<string, { readonly entry: EnvironmentEntry; readonly place: string }>();
  for (const { document, place } of layers)
    for (const [name, entry] of Object.entries(document.environments ?? {}))
      entries.set(name, { entry: { ...entries.get(name)?.entry, ...entry }, place: place(["environments", name]) });
  return [...entries].map(([name, { entry, place }]) => toEnvironment(name, entry, place));
}

function toEnvironment(name: string, entry: EnvironmentEntry, place: string): Environment {
  return {
    name,
    place,
    stacks: list(entry.stacks),
    reference: entry.reference,
    against: entry.against ?? "all",
    gate: entry.gate,
    aliases: entry.aliases === undefined ? [] : list(entry.aliases),
    level: entry.level,
    lifetimeDays: daysOf(entry.lifetime),
    ownerTag: entry.ownerTag,
    maxReferenceAgeDays: daysOf(entry.maxReferenceAge),
    maxDeploymentAgeDays: daysOf(entry.maxDeploymentAge),
    enforce: entry.enforce,
    undetermined: entry.undetermined,
    leadDays: daysOf(entry.lead),
    maxStaleDays: daysOf(entry.maxStale),
    onReferenceAbsent: entry.onReferenceAbsent,
    judgeDuringUp: entry.judgeDuringUp,
    backend: entry.backend,
  };
}

/** What the environments say of each other must hold together. */
export function environmentProblems(
  layers: readonly Layer[],
  environments: readonly Environment[],
): readonly Problem[] {
  const names = environments.map(({ name }) => name);
  return environments.flatMap((environment) => [
    ...(["reference", "gate"] as const).flatMap((key) =>
      targetProblem(key, environment, names, at(layers, environment, key)),
    ),
    ...duringUpProblem(environment, environments, at(layers, environment, "judgeDuringUp")),
  ]);
}

/** Where the innermost file says this of an environment. */
function at(layers: readonly Layer[], { name, place }: Environment, key: keyof EnvironmentEntry): string {
  const layer = layers.findLast(({ document }) => document.environments?.[name]?.[key] !== undefined);
  return layer?.position(["environments", name, key]) ?? place;
}

function targetProblem(
  key: "reference" | "gate",
  environment: Environment,
  names: readonly string[],
  place: string,
): readonly Problem[] {
  const { name } = environment;
  const other = environment[key];
  if (other === undefined) return [];
  if (other === name) return [{ place, message: `environment ${quote(name)} cannot be its own ${key}` }];
  if (names.includes(other)) return [];
  return [{ place, message: `${key} ${quote(other)} of ${quote(name)} is no environment${suggestion(other, names)}` }];
}

function duringUpProblem(
  { name, judgeDuringUp }: Environment,
  environments: readonly Environment[],
  place: string,
): readonly Problem[] {
  const isReference = environments.some(({ reference }) => reference === name);
  if (judgeDuringUp !== true || !isReference) return [];
  return [{ place, message: `judgeDuringUp is refused for ${quote(name)}, which is another's reference` }];
}

const quote = (name: string) => JSON.stringify(name);

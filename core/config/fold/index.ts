import type { CatalogueRule } from "../../model/catalogue";
import { GUESSED_ENVIRONMENTS } from "../guess";
import type { Layer, Problem } from "../layer";
import { list } from "../selection";
import { suggestion } from "../suggest";
import type { ConfigOrigin, ParityConfig } from "../types";
import { foldDefaults } from "./defaults";
import { environmentProblems, foldEnvironments } from "./environments";
import { foldTolerances, foldWaivers, ruleWarnings, waiverProblems } from "./rules";
import { foldAbsent, foldSubstitutes, foldValues, sideProblems } from "./sides";
import { foldEvidence, foldExempt, foldReference } from "./sources";

export interface Folded {
  readonly config: ParityConfig;
  /** All mistakes; where there is one, the configuration must not be used. */
  readonly problems: readonly Problem[];
}

/** Makes one configuration of all layers, and finds what does not hold together. Pure. */
export function fold(layers: readonly Layer[], origin: ConfigOrigin, guessed: boolean): Folded {
  const declared = foldEnvironments(layers);
  const environments = declared.length > 0 ? declared : GUESSED_ENVIRONMENTS;
  const names = environments.map(({ name }) => name);
  const tolerances = foldTolerances(layers);
  const waivers = foldWaivers(layers);
  const problems = [
    ...environmentProblems(layers, declared),
    ...(declared.length > 0 ? sideProblems(layers, names) : []),
    ...overrideProblems(layers, names),
    ...waiverProblems(waivers),
  ];
  const config: ParityConfig = {
    origin,
    guessed,
    environments,
    reference: foldReference(layers),
    exempt: foldExempt(layers),
    entries: {
      same: foldValues(layers, "same"),
      different: foldValues(layers, "different"),
      match: foldValues(layers, "match"),
      absent: foldAbsent(layers),
      substitutes: foldSubstitutes(layers),
      shared: foldShared(layers),
      tolerances,
      waivers,
      evidence: foldEvidence(layers),
    },
    defaults: foldDefaults(layers),
    override: layers.flatMap(({ document }) => list(document.override?.environments ?? [])),
    programDir: programDir(layers),
    policies: layers.flatMap(({ document, absolute }) => (document.policies ?? []).map(absolute)),
    catalogue: layers.flatMap(catalogueRules),
    warnings: ruleWarnings(tolerances, names).map(({ place, message }) => `${place}: ${message}`),
  };
  return { config, problems };
}

function foldShared(layers: readonly Layer[]): ParityConfig["entries"]["shared"] {
  return layers.flatMap(({ document, place }) =>
    (document.shared ?? []).map(({ value, project }, at) => ({
      value,
      project: project === undefined ? undefined : list(project),
      place: place(["shared", at]),
    })),
  );
}

function programDir(layers: readonly Layer[]): string | undefined {
  const layer = layers.findLast(({ document }) => document.programDir !== undefined);
  return layer?.absolute(layer.document.programDir ?? ".");
}

function overrideProblems(layers: readonly Layer[], names: readonly string[]): readonly Problem[] {
  return layers.flatMap(({ document, position }) =>
    list(document.override?.environments ?? [])
      .filter((name) => !names.includes(name))
      .map((name) => ({
        place: position(["override", "environments"]),
        message: `override names ${JSON.stringify(name)}, which is no environment${suggestion(name, names)}`,
      })),
  );
}

function catalogueRules({ document, position }: Layer): readonly CatalogueRule[] {
  return (document.catalogue ?? []).map((rule, at) => ({ ...rule, place: position(["catalogue", at]) }));
}

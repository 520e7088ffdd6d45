import type { Catalogue } from "../model/catalogue";
import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Symbolised } from "../symbolise/symbolise";
import { type Referrer, referrersIn } from "./referrers";

/** One stack as the alignment sees it: columns by the index of the resource. */
export interface AlignSide {
  readonly symbolised: Symbolised;
  /** With what was only read behind: it is aligned too, as values come from it. */
  readonly resources: readonly Resource[];
  /** The type as the newest provider calls it. */
  readonly types: readonly string[];
  /** The name without its environment; of a default provider without its version. */
  readonly names: readonly string[];
  /** Index of the parent; -1 where there is none, or it is not in the stack. */
  readonly parents: readonly number[];
  /** Index of the provider that manages it; -1 likewise. */
  readonly providers: readonly number[];
  /** Index by URN; undefined for what is not in the stack. */
  readonly indexOf: (urn: string) => number | undefined;
  /** Who refers to the resource at an index. */
  readonly referrers: (index: number) => readonly Referrer[];
}

export type AlignSides = Sides<AlignSide>;

export function alignSide(symbolised: Symbolised, catalogue: Catalogue): AlignSide {
  const { resources } = symbolised;
  const byUrn = new Map(resources.map((resource, index) => [resource.urn, index] as const));
  const types = resources.map((resource) => catalogue.type(resource.type).canonical);
  return {
    symbolised,
    resources,
    types,
    names: resources.map((resource) => symbolicName(resource, symbolised)),
    parents: resources.map(({ parent }) => byUrn.get(parent ?? "") ?? -1),
    providers: resources.map(({ provider }) => byUrn.get(provider ?? "") ?? -1),
    indexOf: (urn) => byUrn.get(urn),
    referrers: referrersIn(symbolised, types, byUrn),
  };
}

const DEFAULT_PROVIDER = /^default(?:_\d+)+.*$/;

function symbolicName({ name, role }: Resource, { vocabulary }: Symbolised): string {
  if (role === "stack") return "stack";
  if (role === "provider" && DEFAULT_PROVIDER.test(name)) return "default";
  return vocabulary.settle(name);
}

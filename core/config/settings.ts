import type { ProvenanceFacts } from "../history";
import type { Catalogue } from "../model/catalogue";
import type { Stack } from "../model/stack";
import type { PairSettings } from "../walk";
import type { ResolvedPair } from "./types";

/** What only the caller of a walk has. */
export interface WalkKnowledge {
  readonly catalogue: Catalogue;
  /** Last state of the stack that is judged (of a gate: of production); undefined where it was never deployed. */
  readonly before: Stack | undefined;
  /** Beyond the pair's own limits: how commits stand to each other, when divergences began. */
  readonly provenance?: ProvenanceFacts;
}

/** A pair's settings as the walk takes them. */
export function completeSettings(pair: ResolvedPair, known: WalkKnowledge): PairSettings {
  const { compare, judge } = pair.settings;
  const { catalogue, before } = known;
  if (!pair.gate) return { compare: { ...compare, catalogue, before }, judge: { ...judge, catalogue, before } };
  const own = { catalogue, before: undefined };
  return { compare: { ...compare, ...own }, judge: { ...judge, ...own, gate: { before } } };
}

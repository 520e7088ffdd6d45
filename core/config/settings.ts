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
  /** True where it is known that the stack that is judged has no last state. */
  readonly neverDeployed?: boolean;
  /** Since when divergences last, where a history can tell; see JudgeOptions. */
  readonly past?: PairSettings["judge"]["past"];
  /** Beyond the pair's own limits: how commits stand to each other, when divergences began. */
  readonly provenance?: ProvenanceFacts;
}

/** A pair's settings as the walk takes them. */
export function completeSettings(pair: ResolvedPair, known: WalkKnowledge): PairSettings {
  const { compare, judge } = pair.settings;
  const { catalogue, before, neverDeployed = false, past } = known;
  if (!pair.gate)
    return {
      compare: { ...compare, catalogue, before, neverDeployed },
      judge: { ...judge, catalogue, before, ...(past !== undefined && { past }) },
      provenance: { ...limitsOf(pair), ...known.provenance },
    };
  const own = { catalogue, before: undefined };
  return { compare: { ...compare, ...own }, judge: { ...judge, ...own, gate: { before } } };
}

function limitsOf(pair: ResolvedPair): ProvenanceFacts {
  const { lifetimeDays, maxAgeDays, maxReferenceAgeDays, maxDeploymentAgeDays, ownerTag } = pair;
  return { lifetimeDays, maxAgeDays, maxReferenceAgeDays, maxDeploymentAgeDays, ownerTag };
}

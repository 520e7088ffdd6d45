import type { PropertyFacts } from "../model/catalogue";
import type { Draft } from "./draft";

/** What names something is noise where both sides have it; whether there is such a thing at all is not. */
export function isNoise(facts: PropertyFacts, kind: Draft["kind"]): boolean {
  return facts.noise && (kind === "changed" || facts.valueClass !== "identity");
}

/** A map or list that is called like a name is still no name: only what is noise for another reason is left out whole. */
export function isNoiseThroughout(facts: PropertyFacts): boolean {
  return facts.noise && facts.valueClass !== "identity";
}

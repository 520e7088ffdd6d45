import type { PropertyFacts } from "../model/catalogue";
import type { Draft } from "./draft";

/** What names something is noise where both sides have it; whether there is such a thing at all is not. */
export function isNoise(facts: PropertyFacts, kind: Draft["kind"]): boolean {
  return facts.noise && (kind === "changed" || facts.valueClass !== "identity");
}

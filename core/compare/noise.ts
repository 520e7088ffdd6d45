import type { PropertyFacts } from "../model/catalogue";
import type { Value } from "../model/value";
import type { Draft } from "./draft";

/** What names something is noise where both sides have it; whether there is such a thing at all is not. */
export function isNoise(facts: PropertyFacts, kind: Draft["kind"]): boolean {
  return facts.noise && (kind === "changed" || !isNamed(facts));
}

/** The same of two values: what is on or off names nothing, whatever it is called, nor does `none` or `*` beside a name. */
export function isNoiseBetween(facts: PropertyFacts, subject: Value, reference: Value): boolean {
  if (!isNoise(facts, "changed") || !isNamed(facts)) return isNoise(facts, "changed");
  return kindOfName(subject) === kindOfName(reference);
}

/** A map or list that is called like a name is still no name: only what is noise for another reason is left out whole. */
export function isNoiseThroughout(facts: PropertyFacts): boolean {
  return facts.noise && !isNamed(facts);
}

/** A name and a credential are each environment's own, and both must have one. */
function isNamed({ valueClass }: PropertyFacts): boolean {
  return valueClass === "identity" || valueClass === "secret";
}

function kindOfName(value: Value): "nothing" | "anything" | "name" {
  if (value === false || value === "") return "nothing";
  if (typeof value !== "string") return "name";
  if (value === "*") return "anything";
  return /^(?:off|none|no|disabled|false)$/i.test(value) ? "nothing" : "name";
}

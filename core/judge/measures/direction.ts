import type { Direction } from "../../model/catalogue";
import type { Divergence } from "../../model/comparison";
import type { Value } from "../../model/value";
import { fails, when, type Decision, type Measured } from "./decision";
import { numberOf } from "./numbers";

export type Strength = "weaker" | "stronger" | "unordered";

/** Weaker or stronger, by the catalogue's direction of this property. */
export function direction(wanted: "weaker" | "stronger", { divergence }: Measured): Decision {
  const found = strength(divergence);
  if (found === "unordered") return fails(`nothing says which of these two is ${wanted}`);
  return when(found === wanted, `${found} than the reference, only ${wanted} is allowed`);
}

/** Which side of the reference the subject stands on. What is not there is weaker than what is. */
export function strength({ kind, values, facts }: Divergence): Strength {
  if (kind === "missing") return "weaker";
  if (kind === "extra") return "stronger";
  if (facts.direction === undefined) return ofCounts(kind, values, facts.valueClass);
  const subject = values.subject ?? facts.defaultValue;
  const reference = values.reference ?? facts.defaultValue;
  if (subject === undefined) return absent(facts.direction, "weaker");
  if (reference === undefined) return absent(facts.direction, "stronger");
  return compared(rank(subject, facts.direction), rank(reference, facts.direction));
}

/** Replicas and sizes need no catalogue: fewer is weaker. */
function ofCounts(kind: Divergence["kind"], values: Divergence["values"], valueClass: string): Strength {
  if (kind !== "changed" || (valueClass !== "count" && valueClass !== "capacity")) return "unordered";
  return compared(numberOf(values.subject), numberOf(values.reference));
}

/** Where being there is the strong end, absence is weak; where it is the weak end, the other way round. */
function absent(given: Direction, whenStrong: "weaker" | "stronger"): Strength {
  if ("ladder" in given) return "unordered";
  const opposite = whenStrong === "weaker" ? "stronger" : "weaker";
  return given.weaker === "lower" || given.weaker === "false" ? whenStrong : opposite;
}

function compared(subject: number | undefined, reference: number | undefined): Strength {
  if (subject === undefined || reference === undefined || subject === reference) return "unordered";
  return subject < reference ? "weaker" : "stronger";
}

/** Position from weak to strong. */
function rank(value: Value, given: Direction): number | undefined {
  if ("ladder" in given) {
    const at = typeof value === "string" ? given.ladder.indexOf(value) : -1;
    return at === -1 ? undefined : at;
  }
  if (given.weaker === "lower") return numberOf(value);
  if (given.weaker === "higher") return negative(numberOf(value));
  const on = truth(value);
  if (on === undefined) return undefined;
  return on === (given.weaker === "false") ? 1 : 0;
}

const negative = (number: number | undefined) => (number === undefined ? undefined : -number);

function truth(value: Value): boolean | undefined {
  if (typeof value === "boolean") return value;
  const words: Readonly<Record<string, boolean>> = { true: true, false: false, enabled: true, disabled: false };
  return typeof value === "string" && Object.hasOwn(words, value.toLowerCase())
    ? words[value.toLowerCase()]
    : undefined;
}

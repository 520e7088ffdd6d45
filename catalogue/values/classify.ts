import type { PropertyFacts } from "../../core/model/catalogue";
import type { Value } from "../../core/model/value";
import { DEFAULT_RULE } from "../engine/merge";
import type { Reading } from "./readings";
import { readText } from "./readings";

/**
 * What the two values say of themselves, where the rules know nothing better than "a text": an image, a size, a
 * schedule. Both sides must say the same, or one of them must be absent.
 */
export function classifyByValue(
  facts: PropertyFacts,
  subject: Value | undefined,
  reference: Value | undefined,
): PropertyFacts {
  const reading = agreed(subject, reference);
  if (facts.noise) return reading?.valueClass === "toggle" && facts.valueClass === "identity" ? notName(facts) : facts;
  return reading !== undefined && says(reading, facts) ? withReading(facts, reading) : facts;
}

/** What is on or off names nothing, whatever it is called. */
function notName(facts: PropertyFacts): PropertyFacts {
  return { ...facts, noise: false, valueClass: "toggle" };
}

/** A name that reads as a text or a version does not hold against a value that is on or off. */
function says(reading: Reading, { valueClass, document }: PropertyFacts): boolean {
  if (reading === ON_OR_OFF) return !["toggle", "flag"].includes(valueClass);
  if (reading.valueClass === "toggle") return !["toggle", "flag", "secret", "enumeration"].includes(valueClass);
  if (reading === COUNT && valueClass === "toggle") return true;
  if (KINDS.has(reading.name) && valueClass === "enumeration") return true;
  return valueClass === "text" && document === undefined;
}

function agreed(subject: Value | undefined, reference: Value | undefined): Reading | undefined {
  if (subject === undefined) return readValue(reference);
  const read = readValue(subject);
  return reference === undefined || readValue(reference)?.name === read?.name ? read : undefined;
}

const ON_OR_OFF: Reading = { name: "switch", valueClass: "toggle" };
/** These say more than that a property holds one of a few words. */
const KINDS: ReadonlySet<string> = new Set(["size", "storage-type", "system"]);
const COUNT: Reading = { name: "count", valueClass: "count" };

function readValue(value: Value | undefined): Reading | undefined {
  if (typeof value === "boolean") return ON_OR_OFF;
  if (typeof value === "number") return COUNT;
  return typeof value === "string" ? readText(value) : undefined;
}

function withReading(facts: PropertyFacts, reading: Reading): PropertyFacts {
  return {
    ...facts,
    policy: ownerBy(reading, facts),
    valueClass: reading.valueClass,
    secret: facts.secret || reading.secret === true,
    document: reading.document ?? facts.document,
    rule: facts.rule === DEFAULT_RULE || reading.policy !== undefined ? `values/${reading.name}` : facts.rule,
  };
}

/** A switch is no version, whatever its name; and what no rule gives to another policy, the value may. */
function ownerBy(reading: Reading, { policy, valueClass }: PropertyFacts): PropertyFacts["policy"] {
  if (reading.valueClass === "toggle" && (valueClass === "version" || valueClass === "image"))
    return "configuration-parity";
  return policy === "configuration-parity" ? (reading.policy ?? policy) : policy;
}

import { isList, isMap, type Value } from "../../model/value";
import { reportedValue } from "../../report/value";
import { fails, HOLDS, when, type Decision, type Measured } from "./decision";

/** Whether the subject has only (or at least) what the reference has: elements of lists, keys of maps. */
export function contents(wanted: "subset" | "superset", { divergence: { kind, values } }: Measured): Decision {
  const fewer = kind === "missing" || kind === "removed";
  const more = kind === "extra" || kind === "added";
  if (fewer || more)
    return when(fewer === (wanted === "subset"), fewer ? "the reference has this, and it is not here" : "only here");
  const [subject, reference] = [elements(values.subject), elements(values.reference)];
  if (subject === undefined || reference === undefined) return fails("these are no two lists or maps");
  const [small, large] = wanted === "subset" ? [subject, reference] : [reference, subject];
  const beyond = [...small].filter((element) => !large.has(element));
  return when(beyond.length === 0, `${beyond.length} ${wanted === "subset" ? "not in the reference" : "not here"}`);
}

function elements(value: Value | undefined): ReadonlySet<string> | undefined {
  if (isList(value)) return new Set(value.map((element) => canonical(reportedValue(element))));
  if (isMap(value)) return new Set(Object.entries(value).map((entry) => canonical(reportedValue(entry))));
  return undefined;
}

/** Both values are there, whatever they are. */
export function presentOnBoth({ divergence: { kind, values } }: Measured): Decision {
  const both = kind === "changed" && values.subject !== undefined && values.reference !== undefined;
  return both ? HOLDS : fails("it must be there on both sides");
}

/** Ordered pairs [subject, reference] that are accepted. */
export function oneOf(
  pairs: readonly (readonly [subject: unknown, reference: unknown])[],
  { divergence: { values } }: Measured,
): Decision {
  const found = canonical([reportedValue(values.subject), reportedValue(values.reference)]);
  return when(
    pairs.some((pair) => canonical(pair) === found),
    "not among the accepted pairs",
  );
}

/** The same text for the same data, whatever the order of its keys; `3` and `"3"` are the same, as in the comparison. */
export function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join()}]`;
  if (typeof data === "number" || typeof data === "boolean") return JSON.stringify(String(data));
  if (typeof data !== "object" || data === null) return JSON.stringify(data);
  const entries = Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join()}}`;
}

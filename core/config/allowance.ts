import type { Allow } from "../judge/allow";
import { days, seconds } from "./durations";
import type { AllowEntry, ToleranceEntry } from "./schema/document";

type One = Exclude<AllowEntry, readonly unknown[]>;
type Measures = Exclude<One, string>;

/** What a tolerance allows, if anything: its `allow`, or what `allowAhead` covers. `place` is where it stands. */
export function allowanceOf({ allow, allowAhead }: AllowKeys, place: string): Allow | undefined {
  const parts = [
    ...(allow === undefined ? [] : [allowance(allow, place)]),
    ...(allowAhead === undefined ? [] : [{ kind: "ahead", days: days(allowAhead) } as const]),
  ];
  return parts.length === 0 ? undefined : joined("some", parts);
}

type AllowKeys = Pick<ToleranceEntry, "allow" | "allowAhead">;

/** An `allow` as the judge reads it; `place` is where it stands. */
function allowance(entry: AllowEntry, place: string): Allow {
  const single = (one: One): Allow => (typeof one === "string" ? { kind: one } : joined("every", measures(one, place)));
  return Array.isArray(entry) ? joined("some", entry.map(single)) : single(entry);
}

function joined(kind: "every" | "some", parts: readonly Allow[]): Allow {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind, of: parts };
}

function measures({ ratio, size, version, duration, oneOf, pattern, cel }: Measures, place: string): readonly Allow[] {
  const found: (Allow | undefined)[] = [
    ratio && { kind: "ratio", min: ratio.min, max: ratio.max },
    size && { kind: "size", bounds: { family: "same", stepsDown: 0, stepsUp: 0, ...defined(size) } },
    version && { kind: "version", bounds: { lead: version.lead ?? "none", lag: version.lag ?? "none" } },
    duration && { kind: "duration", bounds: durationBounds(duration) },
    oneOf && { kind: "oneOf", values: oneOf },
    pattern === undefined ? undefined : { kind: "pattern", ...patternSides(pattern) },
    cel === undefined ? undefined : { kind: "cel", expression: cel, place },
  ];
  return found.filter((part) => part !== undefined);
}

function defined<T extends object>(entry: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const out: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in entry) {
    const value = entry[key];
    if (isDefined(value)) out[key] = value;
  }
  return out;
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}

function durationBounds({ min, max, ratio }: NonNullable<Measures["duration"]>) {
  return {
    min: min === undefined ? undefined : seconds(min),
    max: max === undefined ? undefined : seconds(max),
    ratio: ratio && { min: ratio.min, max: ratio.max },
  };
}

function patternSides(pattern: NonNullable<Measures["pattern"]>) {
  if (typeof pattern === "string") return { subject: pattern, reference: pattern };
  return { subject: pattern.subject, reference: pattern.reference };
}

import { Asset, isList, isMap, ResourceReference, Secret, Special, Unknown, type Value } from "../model/value";
import type { ReportedValue } from "./types";

/** A model value as the report shows it; what may not or cannot be shown becomes a mark in square brackets. */
export function reportedValue(value: Value | undefined): ReportedValue {
  if (value === undefined) return null;
  if (value instanceof Secret) return "[secret]";
  if (value instanceof Unknown) return "[unknown]";
  if (value instanceof Asset) return `[${value.kind} ${value.hash?.slice(0, 12) ?? "of unknown content"}]`;
  if (value instanceof ResourceReference) return value.urn;
  if (isList(value)) return value.map(reportedValue);
  if (isMap(value)) return reportedMap(Object.entries(value));
  if (value instanceof Special) return `[${value.special}]`;
  return value;
}

/** Keys come from states: `__proto__` must become a key and nothing else. */
function reportedMap(entries: readonly (readonly [string, Value])[]): ReportedValue {
  return Object.fromEntries(entries.map(([key, value]) => [key, reportedValue(value)]));
}

import type { Finding } from "../../core/model/finding";
import { isList } from "../../core/model/value";
import { reportedValue } from "../../core/report/value";

/** What covers today's values, and as little else as can be said in one line. */
export type LearnedAllow =
  | "any"
  | "subset"
  | "superset"
  | { readonly ratio: { readonly min: number; readonly max: number } }
  | { readonly oneOf: readonly (readonly [unknown, unknown])[] };

const FEW_PAIRS = 4;
const SHORT = 160;

/** A few short values as they are; of lists, that one has only what the other has; of many numbers, their bounds. */
export function learnAllow(findings: readonly Finding[]): LearnedAllow {
  const pairs = findings.map(({ values }) => [reportedValue(values.subject), reportedValue(values.reference)] as const);
  const distinct = [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
  if (distinct.length <= FEW_PAIRS && JSON.stringify(distinct).length <= SHORT) return { oneOf: distinct };
  return contained(findings) ?? bounds(distinct) ?? { oneOf: distinct };
}

function contained(findings: readonly Finding[]): "subset" | "superset" | undefined {
  if (findings.every(hasLess)) return "subset";
  return findings.every((finding) => hasLess(mirrored(finding))) ? "superset" : undefined;
}

type Contents = Pick<Finding, "kind" | "values">;

function hasLess({ kind, values: { subject, reference } }: Contents): boolean {
  if (kind === "removed") return true;
  if (kind !== "changed" || !isList(subject) || !isList(reference)) return false;
  const there = new Set(reference.map((element) => JSON.stringify(reportedValue(element))));
  return subject.every((element) => there.has(JSON.stringify(reportedValue(element))));
}

function mirrored({ kind, values }: Contents): Contents {
  return {
    kind: kind === "added" ? "removed" : kind === "removed" ? "added" : kind,
    values: { subject: values.reference, reference: values.subject },
  };
}

function bounds(pairs: readonly (readonly [unknown, unknown])[]): LearnedAllow | undefined {
  const ratios = pairs.map(([subject, reference]) => numberOf(subject) / numberOf(reference));
  if (!ratios.every(Number.isFinite)) return undefined;
  return { ratio: { min: rounded(Math.min(...ratios), Math.floor), max: rounded(Math.max(...ratios), Math.ceil) } };
}

function numberOf(value: unknown): number {
  return typeof value === "number" || (typeof value === "string" && /^\d+(\.\d+)?$/.test(value)) ? Number(value) : NaN;
}

function rounded(ratio: number, towards: (number: number) => number): number {
  return towards(ratio * 100) / 100;
}

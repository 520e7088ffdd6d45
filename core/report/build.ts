import type { Walked } from "../walk";
import type { Report } from "./types";

/** Turns what was found and judged into the report. The clock and the tool's version are given. */
export function buildReport(walked: Walked, at: Date, toolVersion: string): Report {
  const { subject, reference, pairs } = walked.comparison;
  return {
    schema: "parity-report/1",
    generatedAt: at.toISOString(),
    tool: { version: toolVersion },
    config: { preset: "strict" },
    subject: { name: subject.name, resources: subject.resources.length, source: subject.source },
    reference: { name: reference.name, resources: reference.resources.length, source: reference.source },
    score: 1,
    dimensions: [],
    pairs: pairs.map((pair) => ({
      subject: pair.subject.urn,
      reference: pair.reference.urn,
      via: pair.via,
      confidence: pair.confidence,
    })),
    equivalences: [],
    divergences: [],
    waivers: [],
    overrides: [],
  };
}

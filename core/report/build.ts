import type { Comparison } from "../model/comparison";
import type { Finding } from "../model/finding";
import type { Stack } from "../model/stack";
import type { ParityPolicy } from "../policy";
import type { Walked } from "../walk";
import { reportedDivergence } from "./divergence";
import { inOrder } from "./order";
import { dimensions, score } from "./score";
import type { Report, ReportedStack } from "./types";

/** What the report says beyond the walk itself. */
export interface ReportContext {
  readonly at: Date;
  readonly toolVersion: string;
  readonly config: Report["config"];
  readonly environments: Report["environments"];
  /** They know how to mend. */
  readonly policies: readonly ParityPolicy[];
  readonly waivers: Report["waivers"];
  readonly overrides: Report["overrides"];
  readonly remarks?: readonly string[];
  /** Of the subject's program, below the repository's root. */
  readonly programFolder?: string | undefined;
}

/** Turns what was found and judged into the report. Pure: the clock and the tool's version are given. */
export function buildReport({ comparison, findings, fixed }: Walked, context: ReportContext): Report {
  const { subject, reference } = comparison;
  const mends = new Map(context.policies.map((policy) => [policy.name, policy]));
  const comparable = comparableResources(reference, findings);
  const remarks = [...comparison.remarks, ...(context.remarks ?? [])];
  return {
    schema: "parity-report/1",
    generatedAt: context.at.toISOString(),
    tool: { version: context.toolVersion },
    config: context.config,
    subject: {
      ...reportedStack(subject),
      ...(context.programFolder !== undefined && { programFolder: context.programFolder }),
    },
    reference: reportedStack(reference),
    ...(context.environments !== undefined && { environments: context.environments }),
    score: score(findings, comparable),
    dimensions: dimensions(findings, comparable),
    pairs: reportedPairs(comparison),
    equivalences: comparison.equivalences,
    divergences: inOrder(
      findings.map((finding) => reportedDivergence(finding, mends.get(finding.policy)?.mend(finding))),
    ),
    waivers: context.waivers,
    overrides: context.overrides,
    secrets: comparison.secrets,
    ...(remarks.length > 0 && { remarks }),
    ...(comparison.fixed !== undefined && {
      fixed: fixed.map((finding) => reportedDivergence({ ...finding, status: "fixed" }, undefined)),
    }),
  };
}

/** The reference's resources, less those of which something could not be known: what is not known is no parity. */
function comparableResources(reference: Stack, findings: readonly Finding[]): number {
  const unknown = new Set(
    findings.flatMap(({ verdict, reference: resource }) =>
      verdict === "undetermined" && resource !== undefined ? [resource.urn] : [],
    ),
  );
  return reference.resources.length - unknown.size;
}

function reportedStack({ name, project, resources, capturedAt, recordedAt, source }: Stack): ReportedStack {
  return {
    name,
    project,
    resources: resources.length,
    ...(capturedAt !== undefined && { capturedAt }),
    ...(recordedAt !== undefined && { recordedAt }),
    source,
  };
}

function reportedPairs({ pairs }: Comparison): Report["pairs"] {
  return pairs.map(({ subject, reference, via, confidence }) => ({
    subject: subject.urn,
    reference: reference.urn,
    via,
    confidence,
  }));
}

import { relative } from "node:path";
import {
  adHocPair,
  completeSettings,
  type WalkKnowledge,
  type ParityConfig,
  type ResolvedPair,
  type StackIdentity,
} from "../../core/config";
import { idleRules } from "../../core/judge/idle-rules";
import { reportedWaivers } from "../../core/judge/waiver-states";
import type { Catalogue } from "../../core/model/catalogue";
import type { Sides } from "../../core/model/comparison";
import { isFromBackend, type Stack } from "../../core/model/stack";
import type { ParityPolicy } from "../../core/policy";
import { buildReport } from "../../core/report/build";
import type { Report } from "../../core/report/types";
import { walk, type Walked } from "../../core/walk";
import type { Past } from "../../policies/past/past";
import { judgeWithPast } from "../../policies/past/walk-with-past";
import { withEvidence, withLastEvidence } from "../../sources/evidence";
import { folderInRepository } from "../../sources/program/in-repository";
import { provenanceOf } from "./knowledge";
import { idleText } from "../tolerance/idle-hints";
import { loosened, rejudged } from "./loosened";
import type { PastDocument } from "./past-documents";
import type { ProgramOf } from "./program-of";
import { withPast } from "./trend";
import { withConfiguration } from "./configuration";

/** What all pairs of one audit share. */
export interface Audit {
  readonly config: ParityConfig;
  /** parity.yaml as it was before the change that is looked at; undefined where nobody asks. */
  readonly configBefore: ParityConfig | undefined;
  /** parity.yaml under another preset; undefined where nobody asks. */
  readonly configAlso: ParityConfig | undefined;
  /** What `parity history` and `parity blame` wrote, where it was named. */
  readonly documents: readonly PastDocument[];
  readonly catalogue: Catalogue;
  readonly policies: readonly ParityPolicy[];
  /** Policies to report; empty: all. */
  readonly only: readonly string[];
  readonly now: Date;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly toolVersion: string;
  readonly programOf: ProgramOf;
  /** Rejects with a ParityError where a history cannot be had. */
  readonly past: (pair: ResolvedPair) => Promise<Past>;
}

export function identityOf({
  organization,
  project,
  name,
}: Pick<Stack, "organization" | "project" | "name">): StackIdentity {
  return { organization, project, stack: name };
}

/** Two stacks that were read become a report. Throws ReadError where required evidence is not there. */
export async function judgePair(
  audit: Audit,
  pair: ResolvedPair,
  stacks: Sides<Stack>,
  before: Stack | undefined,
): Promise<Report> {
  const provenance = await provenanceOf(audit, pair, stacks);
  const known = { before, provenance, ...(isFromBackend(stacks.subject) && { past: { began: new Map() } }) };
  const judged = withPast(await judgeBy(audit, pair, stacks, known), audit.documents);
  const { configBefore, configAlso } = audit;
  const under = (config: ParityConfig) =>
    judgeBy(audit, adHocPair(config, identityOf(stacks.subject), identityOf(stacks.reference)), stacks, known);
  return {
    ...judged,
    ...(configBefore !== undefined && { loosened: loosened(judged, await under(configBefore)) }),
    ...(configAlso !== undefined && {
      also: { preset: configAlso.origin.preset, changes: rejudged(judged, await under(configAlso)) },
    }),
  };
}

async function judgeBy(
  audit: Audit,
  pair: ResolvedPair,
  stacks: Sides<Stack>,
  known: Omit<WalkKnowledge, "catalogue">,
): Promise<Report> {
  const { catalogue, policies, now } = audit;
  const configured = withConfiguration(stacks, audit.programOf);
  const { subject, reference, remarks } = withEvidence(configured, pair.evidence, now);
  const before = known.before && withLastEvidence(known.before, subject, now);
  const settings = completeSettings(pair, { catalogue, ...known, before });
  const first = walk(subject, reference, settings, policies, now);
  const told =
    known.past === undefined
      ? { walked: first, remarks: [] }
      : await judgeWithPast(first, settings, policies, () => audit.past(pair), now);
  const { walked } = told;
  const idle = idleRules(walked.comparison, settings.judge).map((rule) => idleText(rule, walked.comparison));
  return report(audit, pair, walked, [...remarks, ...told.remarks, ...idle]);
}

/** The report of a pair whose reference is not there: nothing is compared, and a remark says so. */
export function unreferencedReport(audit: Audit, pair: ResolvedPair, stacks: Sides<Stack>, why: string): Report {
  const comparison = { ...stacks, pairs: [], equivalences: [], divergences: [], secrets: 0, remarks: [] };
  const empty = report(audit, pair, { comparison, findings: [], fixed: [] }, [`nothing was compared: ${why}`]);
  return { ...empty, score: 0, dimensions: [], notCompared: { why, level: pair.onReferenceAbsent } };
}

function report(audit: Audit, pair: ResolvedPair, walked: Walked, remarks: readonly string[]): Report {
  const { only, policies, now: at, toolVersion } = audit;
  const reported = ({ policy }: { readonly policy: string }) => only.length === 0 || only.includes(policy);
  return buildReport(
    { ...walked, findings: walked.findings.filter(reported), fixed: walked.fixed.filter(reported) },
    {
      at,
      toolVersion,
      config: placed(pair.config, audit.cwd),
      environments: pair.environments,
      policies,
      waivers: reportedWaivers(pair.settings.judge.waivers, walked.findings, at),
      overrides: [],
      remarks,
      programFolder: folderOf(walked.comparison.subject.project, audit),
    },
  );
}

/** Where the subject's program stands, so that annotations find its lines. */
function folderOf(project: string, { programOf }: Audit): string | undefined {
  const program = programOf(project);
  return program === undefined ? undefined : folderInRepository(program);
}

/** The file as seen from where the command was called: a report is read elsewhere too. */
function placed(config: Report["config"], cwd: string): Report["config"] {
  if (config.file === undefined) return config;
  const near = relative(cwd, config.file);
  return { ...config, file: near.startsWith("..") ? config.file : near };
}

import { relative } from "node:path";
import {
  adHocPair,
  completeSettings,
  type ParityConfig,
  type ResolvedPair,
  type StackIdentity,
} from "../../core/config";
import { idleRules } from "../../core/judge/idle-rules";
import { reportedWaivers } from "../../core/judge/waiver-states";
import type { Catalogue } from "../../core/model/catalogue";
import type { Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import type { ParityPolicy } from "../../core/policy";
import { buildReport } from "../../core/report/build";
import type { Report } from "../../core/report/types";
import { walk, type Walked } from "../../core/walk";
import { withEvidence } from "../../sources/evidence";
import { findProgram } from "../../sources/program";
import { folderInRepository } from "../../sources/program/in-repository";
import { loosened } from "./loosened";
import type { PastDocument } from "./past-documents";
import { withPast } from "./trend";
import { withConfiguration } from "./configuration";

/** What all pairs of one audit share. */
export interface Audit {
  readonly config: ParityConfig;
  /** parity.yaml as it was before the change that is looked at; undefined where nobody asks. */
  readonly configBefore: ParityConfig | undefined;
  readonly past: readonly PastDocument[];
  readonly catalogue: Catalogue;
  readonly policies: readonly ParityPolicy[];
  /** Policies to report; empty: all. */
  readonly only: readonly string[];
  readonly now: Date;
  readonly cwd: string;
  readonly toolVersion: string;
}

export function identityOf({ organization, project, name }: Stack): StackIdentity {
  return { organization, project, stack: name };
}

/** Two stacks that were read become a report. Throws ReadError where required evidence is not there. */
export function judgePair(audit: Audit, pair: ResolvedPair, stacks: Sides<Stack>, before: Stack | undefined): Report {
  const judged = withPast(judgeBy(audit, pair, stacks, before), audit.past);
  if (audit.configBefore === undefined) return judged;
  const former = adHocPair(audit.configBefore, identityOf(stacks.subject), identityOf(stacks.reference));
  return { ...judged, loosened: loosened(judged, judgeBy(audit, former, stacks, before)) };
}

function judgeBy(audit: Audit, pair: ResolvedPair, stacks: Sides<Stack>, before: Stack | undefined): Report {
  const configured = withConfiguration(stacks, audit.config, audit.cwd);
  const { subject, reference, remarks } = withEvidence(configured, pair.evidence, audit.now);
  const settings = completeSettings(pair, { catalogue: audit.catalogue, before });
  const walked = walk(subject, reference, settings, audit.policies, audit.now);
  const idle = idleRules(walked.comparison, settings.judge).map((rule) => `the rule at ${rule} matches nothing here`);
  return report(audit, pair, walked, [...remarks, ...idle]);
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
function folderOf(project: string, { config, cwd }: Audit): string | undefined {
  const program = config.programDir ?? findProgram(project, cwd);
  return program === undefined ? undefined : folderInRepository(program);
}

/** The file as seen from where the command was called: a report is read elsewhere too. */
function placed(config: Report["config"], cwd: string): Report["config"] {
  if (config.file === undefined) return config;
  const near = relative(cwd, config.file);
  return { ...config, file: near.startsWith("..") ? config.file : near };
}

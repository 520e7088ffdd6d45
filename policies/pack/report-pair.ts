import { relative } from "node:path";
import { completeSettings, type ConfigOrigin } from "../../core/config";
import { reportedWaivers } from "../../core/judge/waiver-states";
import type { Catalogue } from "../../core/model/catalogue";
import type { Stack } from "../../core/model/stack";
import type { ParityPolicy } from "../../core/policy";
import { buildReport } from "../../core/report/build";
import type { Report, ReportedOverride } from "../../core/report/types";
import { walk } from "../../core/walk";
import { withEvidence } from "../../sources/evidence";
import { packageVersion } from "../../sources/package";
import { folderInRepository } from "../../sources/program/in-repository";
import { withConfiguration } from "./configuration";
import type { StackFacts } from "./messages";
import type { PreparedPair } from "./preparation";

/** What all pairs of one run share. */
export interface RunFacts {
  readonly facts: StackFacts;
  readonly catalogue: Catalogue;
  readonly policies: readonly ParityPolicy[];
  readonly program: string | undefined;
  /** The previewed stack's last state. */
  readonly before: Stack | undefined;
  /** Paths are shown as seen from here. */
  readonly calledFrom: string;
  readonly now: Date;
}

/** The one walk, for a preview against a reference that was read; of a gate, mirrored. */
export function reportPair(
  run: RunFacts,
  { pair, relation }: PreparedPair,
  previewed: Stack,
  other: Stack,
  overrides: readonly ReportedOverride[],
): Report {
  const { facts, program, policies, now } = run;
  const configured = withConfiguration(
    { subject: previewed, reference: other },
    { facts, program, reference: pair.reference },
  );
  const sides = pair.gate ? { subject: configured.reference, reference: configured.subject } : configured;
  const documents = pair.gate ? { subject: pair.evidence.reference, reference: pair.evidence.subject } : pair.evidence;
  const evidenced = withEvidence(sides, documents, now);
  const provenance = pair.gate ? {} : { relation };
  const settings = completeSettings(pair, { catalogue: run.catalogue, before: run.before, provenance });
  const walked = walk(evidenced.subject, evidenced.reference, settings, policies, now);
  return buildReport(walked, {
    at: now,
    toolVersion: packageVersion(),
    config: placed(pair.config, run.calledFrom),
    environments: pair.environments,
    policies,
    waivers: reportedWaivers(pair.settings.judge.waivers, walked.findings, now),
    overrides,
    remarks: [...configured.remarks, ...evidenced.remarks],
    programFolder: program === undefined ? undefined : folderInRepository(program),
  });
}

function placed(config: ConfigOrigin, calledFrom: string): ConfigOrigin {
  if (config.file === undefined) return config;
  const near = relative(calledFrom, config.file);
  return { ...config, file: near.startsWith("..") ? config.file : near };
}

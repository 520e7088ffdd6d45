import { relative } from "node:path";
import { completeSettings, type ConfigOrigin, type ParityConfig } from "../../core/config";
import { reportedWaivers } from "../../core/judge/waiver-states";
import type { Catalogue } from "../../core/model/catalogue";
import type { Stack } from "../../core/model/stack";
import type { ParityPolicy } from "../../core/policy";
import { buildReport } from "../../core/report/build";
import type { Report, ReportedOverride } from "../../core/report/types";
import { walk } from "../../core/walk";
import { withEvidence, withLastEvidence } from "../../sources/evidence";
import { backendOf } from "../../sources/history";
import { packageVersion } from "../../sources/package";
import { folderInRepository } from "../../sources/program/in-repository";
import { openPast, type Past } from "../past/past";
import { judgeWithPast } from "../past/walk-with-past";
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
  /** True where it is known that there is none. */
  readonly neverDeployed: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The whole of parity.yaml: a past state is judged by it, too. */
  readonly parity: ParityConfig;
  /** Paths are shown as seen from here. */
  readonly calledFrom: string;
  readonly now: Date;
}

/** The one walk, for a preview against a reference that was read; of a gate, mirrored. */
export async function reportPair(
  run: RunFacts,
  { pair, relation, stackTags }: PreparedPair,
  previewed: Stack,
  other: Stack,
  overrides: readonly ReportedOverride[],
): Promise<Report> {
  const { facts, program, policies, now } = run;
  const configured = withConfiguration(
    { subject: previewed, reference: other },
    { facts, program, reference: pair.reference },
  );
  const sides = pair.gate ? { subject: configured.reference, reference: configured.subject } : configured;
  const documents = pair.gate ? { subject: pair.evidence.reference, reference: pair.evidence.subject } : pair.evidence;
  const evidenced = withEvidence(sides, documents, now);
  const { catalogue, neverDeployed } = run;
  const before = run.before && withLastEvidence(run.before, evidenced[pair.gate ? "reference" : "subject"], now);
  const provenance = pair.gate ? {} : { relation, stackTags };
  const settings = completeSettings(pair, { catalogue, before, neverDeployed, provenance });
  const first = walk(evidenced.subject, evidenced.reference, settings, policies, now);
  const open = () => pastOf(pair, run);
  const { walked, remarks } = await judgeWithPast(first, settings, policies, open, now);
  return buildReport(walked, {
    at: now,
    toolVersion: packageVersion(),
    config: placed(pair.config, run.calledFrom),
    environments: pair.environments,
    policies,
    waivers: reportedWaivers(pair.settings.judge.waivers, walked.findings, now),
    overrides,
    remarks: [...configured.remarks, ...evidenced.remarks, ...remarks],
    programFolder: program === undefined ? undefined : folderInRepository(program),
  });
}

/** The history of both stacks, from the backend that the previewed one is in. */
async function pastOf(
  { subject, reference }: PreparedPair["pair"],
  { facts, program, env, parity: config }: RunFacts,
): Promise<Past> {
  const cli = { cwd: program ?? process.cwd(), env };
  const { organization } = facts;
  const named = { subject: { organization, ...subject }, reference: { organization, ...reference } };
  return openPast({ config, ...named, backend: await backendOf(cli), useCache: true }, cli);
}

function placed(config: ConfigOrigin, calledFrom: string): ConfigOrigin {
  if (config.file === undefined) return config;
  const near = relative(calledFrom, config.file);
  return { ...config, file: near.startsWith("..") ? config.file : near };
}

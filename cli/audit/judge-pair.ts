import { completeSettings, type ParityConfig, type ResolvedPair, type StackIdentity } from "../../core/config";
import { pairsFor } from "../../core/config/pairs";
import type { Catalogue } from "../../core/model/catalogue";
import type { Stack } from "../../core/model/stack";
import type { ParityPolicy } from "../../core/policy";
import { buildReport } from "../../core/report/build";
import type { Report } from "../../core/report/types";
import { walk } from "../../core/walk";
import { interimPair } from "./interim";
import { version } from "../version";

/** What all pairs of one audit share. */
export interface Audit {
  readonly catalogue: Catalogue;
  readonly policies: readonly ParityPolicy[];
  /** Policies to report; empty: all. */
  readonly only: readonly string[];
  readonly now: Date;
}

/** The pair as parity.yaml knows it, or as two stacks of which it says nothing. */
export function pairOf(config: ParityConfig | undefined, subject: Stack, reference: Stack): ResolvedPair {
  const sides = { subject: identityOf(subject), reference: identityOf(reference) };
  if (config === undefined) return interimPair(config, sides.subject, sides.reference);
  const known = pairsFor(config, sides.subject, [sides.subject, sides.reference]);
  const named = known.find(
    (pair) => !pair.gate && pair.reference.project === reference.project && pair.reference.stack === reference.name,
  );
  return named ?? interimPair(config, sides.subject, sides.reference);
}

export function identityOf({ organization, project, name }: Stack): StackIdentity {
  return { organization, project, stack: name };
}

/** Two stacks that were read become a report. */
export function judgePair(
  audit: Audit,
  pair: ResolvedPair,
  subject: Stack,
  reference: Stack,
  before: Stack | undefined,
): Report {
  const settings = completeSettings(pair, { catalogue: audit.catalogue, before });
  const walked = walk(subject, reference, settings, audit.policies, audit.now);
  const { only } = audit;
  const findings = only.length === 0 ? walked.findings : walked.findings.filter(({ policy }) => only.includes(policy));
  return buildReport(
    { ...walked, findings },
    {
      at: audit.now,
      toolVersion: version(),
      config: pair.config,
      environments: pair.environments,
      policies: audit.policies,
      waivers: [],
      overrides: [],
    },
  );
}

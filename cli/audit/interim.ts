import type { ParityConfig, ResolvedPair, StackIdentity } from "../../core/config";
import { adHocPair } from "../../core/config/pairs";

/** Stands in for the pair of two named stacks until parity.yaml can be read. */
export function interimPair(
  config: ParityConfig | undefined,
  subject: StackIdentity,
  reference: StackIdentity,
): ResolvedPair {
  if (config !== undefined) return adHocPair(config, subject, reference);
  const environments = { subject: subject.stack, reference: reference.stack };
  const shared = { maxStaleDays: 7, onReferenceAbsent: "advisory", level: "mandatory", judgeDuringUp: false } as const;
  return {
    ...shared,
    subject,
    reference,
    alternatives: [],
    environments,
    referenceSources: [],
    overridable: false,
    any: false,
    evidence: { subject: [], reference: [] },
    lifetimeDays: undefined,
    maxAgeDays: {},
    gate: false,
    settings: {
      compare: {
        environments: {
          subject: { environment: subject.stack, aliases: [] },
          reference: { environment: reference.stack, aliases: [] },
        },
        same: [],
        different: [],
        match: [],
        absent: [],
        substitutes: [],
        shareable: [],
      },
      judge: {
        rules: [],
        waivers: [],
        enforce: "all",
        undetermined: "advisory",
        leadDays: 0,
        level: "mandatory",
        project: subject.project,
        environments,
      },
    },
    config: { preset: "strict" },
  };
}

import type { ResourceValidationPolicy } from "@pulumi/policy";
import { configSchema } from "./config-schema";
import type { PackRun } from "./pack-run";
import { reportViolation } from "./violation";

export const RECORD_INPUTS = "record-inputs";

/** The one policy that sees inputs: the engine gives a stack policy outputs only. */
export function recordInputs(run: PackRun): ResourceValidationPolicy {
  return {
    name: RECORD_INPUTS,
    description: "Records what every resource is about to be, for the policies that compare it with the reference.",
    enforcementLevel: "mandatory",
    configSchema: configSchema(),
    validateResource: async ({ urn, props, provider }, report) => {
      for (const violation of await run.record(urn, props, provider?.urn)) reportViolation(report, violation);
    },
  };
}

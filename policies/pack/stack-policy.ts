import type { StackValidationPolicy } from "@pulumi/policy";
import type { ParityPolicy } from "../../core/policy";
import { configSchema } from "./config-schema";
import type { PackRun } from "./pack-run";
import { reportViolation } from "./violation";

/** One parity policy as the engine knows it. It reports its share of the one comparison that all of them judge. */
export function stackPolicy(policy: ParityPolicy, run: PackRun): StackValidationPolicy {
  return {
    name: policy.name,
    description: policy.description,
    enforcementLevel: policy.level,
    configSchema: configSchema(policy),
    validateStack: async ({ resources }, report) => {
      const violations = await run.judge(policy.name, resources);
      for (const violation of violations) reportViolation(report, violation);
    },
  };
}

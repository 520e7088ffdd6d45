import type { StackValidationPolicy } from "@pulumi/policy";
import type { ParityPolicy } from "../../core/policy";
import { CONFIG_SCHEMA } from "./config-schema";
import type { PackRun } from "./pack-run";
import { reportViolation } from "./violation";

/** One parity policy as the engine knows it. It reports its share of the one comparison that all of them judge. */
export function stackPolicy(policy: ParityPolicy, run: PackRun): StackValidationPolicy {
  return {
    name: policy.name,
    description: policy.description,
    enforcementLevel: policy.level,
    configSchema: CONFIG_SCHEMA,
    validateStack: async ({ resources }, report) => {
      const violations = await run.judge(policy.name, resources);
      for (const violation of violations) reportViolation(report, violation);
    },
  };
}

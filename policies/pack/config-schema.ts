import type { PolicyConfigSchema } from "@pulumi/policy";
import { usualKnobs } from "../../core/knobs";
import type { ParityPolicy } from "../../core/policy";

const CONFIG: PolicyConfigSchema["properties"] = {
  config: {
    type: ["string", "object"],
    description: "Path of parity.yaml, or the document itself. Given to one policy, it holds for all.",
  },
};

/** What `--policy-pack-config` and Pulumi Cloud can set of a policy; of `record-inputs`, which is none of ours, `config`. */
export function configSchema(policy?: ParityPolicy): PolicyConfigSchema {
  return { properties: { ...CONFIG, ...(policy && (policy.knobs ?? usualKnobs).schema) } };
}

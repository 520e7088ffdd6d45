import type { PolicyConfigSchema } from "@pulumi/policy";

/** What can be configured by `--policy-pack-config` or in Pulumi Cloud; the same for every policy, read once for all. */
export const CONFIG_SCHEMA: PolicyConfigSchema = {
  properties: {
    config: {
      type: ["string", "object"],
      description: "Path of parity.yaml, or the document itself. Given to one policy, it holds for all.",
    },
  },
};

import { defineRules } from "../../rule";

export const orders = defineRules({
  name: "aws/orders",
  reason: "Lists that AWS holds as sets, or whose elements it tells apart by a key: their order means nothing.",
  rules: [
    {
      name: "sets",
      on: ["aws:*"],
      property: `
        ^autoVerifiedAttributes ^usernameAttributes ^aliasAttributes corsConfiguration.allowHeaders
        corsConfiguration.exposeHeaders corsRules.allowedHeaders corsRules.exposeHeaders ^protocols
        rulesSourceList.targetTypes dataResources.values ^notifications ^connections
        filterCriteria.filters stepScalingPolicyConfiguration.stepAdjustments`,
      list: "set",
    },
    {
      name: "listener-conditions",
      on: ["aws:lb/listenerRule:ListenerRule"],
      property: ["^conditions", "conditions.values"],
      list: "set",
    },
    { name: "patterns", on: ["aws:*"], property: "eventPattern.* filterPolicy.* filters.pattern.*", list: "set" },
    { name: "log-types", on: ["aws:opensearch/domain:*"], property: ["^logPublishingOptions"], list: ["logType"] },
    { name: "plan-rules", on: ["aws:backup/plan:*"], property: ["^rules"], list: ["ruleName"] },
    { name: "tagged-kinds", on: ["aws:ec2/*"], property: ["^tagSpecifications"], list: ["resourceType"] },
    { name: "priorities", on: ["aws:ecr/lifecyclePolicy:*"], property: ["policy.rules"], list: ["rulePriority"] },
    { name: "entries", on: ["aws:ec2/managedPrefixList:*"], property: ["^entries"], list: ["cidr"] },
  ],
});

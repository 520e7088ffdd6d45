import { defineRules } from "../../rule";

export const blocksOfTheRest = defineRules({
  name: "aws/blocks-of-the-rest",
  reason:
    "Blocks and odd names of balancers, distributions, messages and tools, whose own words say little: what they are in says the rest.",
  rules: [
    {
      name: "write-only",
      property: ["*TokenWo", "*ValueWo", "*HecToken"],
      policy: "security",
      kind: "secret",
      secret: true,
      noise: false,
    },
    {
      name: "balancer-health",
      on: ["aws:lb/*"],
      property: "*TargetFailovers targetFailovers.* *TargetGroupHealth targetGroupHealth.* *AnomalyMitigation",
      policy: "resilience",
      kind: "enumeration",
      noise: false,
      fallback: true,
    },
    {
      name: "balancer-settings",
      on: ["aws:lb/*"],
      property: ["^clientKeepAlive", "^connectionTermination", "^targetHealthStates", "targetHealthStates.*"],
      policy: "configuration",
      kind: "duration",
      noise: false,
      fallback: true,
    },
    {
      name: "balancer-network",
      on: ["aws:lb/*"],
      property: ["^ipamPools", "^enforceSecurityGroup*", "^proxyProtocolV2"],
      policy: "network",
      kind: "enumeration",
      noise: false,
      fallback: true,
    },
    {
      name: "distribution-blocks",
      on: ["aws:cloudfront/*"],
      property: `
        ^customErrorResponses *CacheBehaviors ^origins ^originShield origins.originShield originGroups.members
        forwardedValues.* *SmoothStreaming ^staging parametersInCacheKey* parametersInCacheKeyAndForwardedToOrigin.*`,
      policy: "configuration",
      kind: "text",
      noise: false,
      fallback: true,
    },
    {
      name: "distribution-restrictions",
      on: ["aws:cloudfront/*"],
      property: ["^restrictions"],
      policy: "security",
      kind: "text",
      noise: false,
      fallback: true,
    },
    {
      name: "gateway-blocks",
      on: ["aws:apigateway/*", "aws:apigatewayv2/*"],
      property: ["*PercentTraffic", "*CacheNamespace", "*RequestModels", "*ResponseModels"],
      policy: "configuration",
      kind: "text",
      noise: false,
      fallback: true,
    },
    {
      name: "messages",
      on: ["aws:sns/*", "aws:sqs/*"],
      property: ["^contentBasedDeduplication", "^endpointAutoConfirms", "^fifoQueue"],
      policy: "configuration",
      kind: "toggle",
      noise: false,
    },
    {
      name: "operations",
      on: ["aws:cloudwatch/*", "aws:scheduler/*"],
      property: `
        *ActionAfterCompletion *InputTransformer *LowSampleCountPercentiles *MetricTransformation *PeriodEnds
        redshiftTarget.* orderedPlacementStrategies`,
      policy: "configuration",
      kind: "text",
      noise: false,
      fallback: true,
    },
    {
      name: "registry",
      on: ["aws:ecr/*", "aws:codeartifact/*"],
      property: ["^repository"],
      policy: "configuration",
      kind: "reference",
      noise: false,
      fallback: true,
    },
  ],
});

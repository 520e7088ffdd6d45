import type { Identity } from "./identity";

/** What runs code, who may, and what watches it, by the middle part of a type token. */
export const COMPUTE: Readonly<Record<string, Identity>> = {
  "appautoscaling/policy": {
    id: "{name}",
    arn: "autoscaling:{region}:{account}:scalingPolicy:{uuid}:resource/{resourceId}:policyName/{name}",
  },
  "appautoscaling/target": {
    id: "{resourceId}",
    arn: "application-autoscaling:{region}:{account}:scalable-target/{hex:12}",
  },
  "cloudwatch/logGroup": {
    id: "{name}",
    arn: "logs:{region}:{account}:log-group:{name}",
    replaces: ["name", "kmsKeyId"],
  },
  "cloudwatch/metricAlarm": { id: "{name}", arn: "cloudwatch:{region}:{account}:alarm:{name}" },
  "ecr/repository": {
    id: "{name}",
    arn: "ecr:{region}:{account}:repository/{name}",
    outputs: { repositoryUrl: "{account}.dkr.ecr.{region}.amazonaws.com/{name}", registryId: "{account}" },
  },
  "ecs/cluster": { id: "arn:aws:ecs:{region}:{account}:cluster/{name}", arn: "ecs:{region}:{account}:cluster/{name}" },
  "ecs/service": {
    id: "arn:aws:ecs:{region}:{account}:service/{clusterName}/{name}",
    arn: "ecs:{region}:{account}:service/{clusterName}/{name}",
    outputs: { platformVersion: "1.4.0" },
    replaces: ["name", "cluster", "launchType"],
  },
  "ecs/taskDefinition": {
    id: "{family}",
    arn: "ecs:{region}:{account}:task-definition/{family}:1",
    outputs: { arnWithoutRevision: "arn:aws:ecs:{region}:{account}:task-definition/{family}", revision: 1 },
    autoname: "family",
    replaces: [
      "family",
      "containerDefinitions",
      "cpu",
      "memory",
      "executionRoleArn",
      "taskRoleArn",
      "volumes",
      "runtimePlatform",
    ],
  },
  "iam/policy": {
    id: "arn:aws:iam::{account}:policy/{name}",
    arn: "iam::{account}:policy/{name}",
    outputs: { policyId: "ANPA{upper:17}" },
  },
  "iam/role": {
    id: "{name}",
    arn: "iam::{account}:role/{name}",
    outputs: { uniqueId: "AROA{upper:17}", createDate: "2026-01-12T08:30:00Z" },
    replaces: ["name"],
  },
  "iam/rolePolicy": { id: "{role}:{name}" },
  "iam/rolePolicyAttachment": { id: "{role}-{digits:20}", replaces: ["role", "policyArn"] },
  "lambda/eventSourceMapping": {
    id: "{uuid}",
    arn: "lambda:{region}:{account}:event-source-mapping:{id}",
    outputs: { uuid: "{uuid}", state: "Enabled" },
  },
  "lambda/function": {
    id: "{name}",
    arn: "lambda:{region}:{account}:function:{name}",
    outputs: {
      invokeArn:
        "arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/arn:aws:lambda:{region}:{account}:function:{name}/invocations",
      qualifiedArn: "arn:aws:lambda:{region}:{account}:function:{name}:$LATEST",
      version: "$LATEST",
      lastModified: "2026-01-12T08:30:00.000+0000",
    },
    replaces: ["name", "packageType"],
  },
  "lambda/layerVersion": {
    id: "arn:aws:lambda:{region}:{account}:layer:{layerName}:1",
    arn: "lambda:{region}:{account}:layer:{layerName}:1",
    outputs: {
      layerArn: "arn:aws:lambda:{region}:{account}:layer:{layerName}",
      version: "1",
      createdDate: "2026-01-12T08:30:00.000+0000",
    },
    replaces: ["layerName", "code", "compatibleRuntimes"],
  },
  "lambda/permission": { id: "{statementId}", autoname: "statementId" },
};

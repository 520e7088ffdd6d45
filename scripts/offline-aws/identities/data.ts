import type { Identity } from "./identity";

/** Stores, queues, keys and settings, by the middle part of a type token. */
export const DATA: Readonly<Record<string, Identity>> = {
  "appconfig/application": { id: "{base36:7}", arn: "appconfig:{region}:{account}:application/{id}" },
  "appconfig/configurationProfile": {
    id: "{base36:7}:{applicationId}",
    arn: "appconfig:{region}:{account}:application/{applicationId}/configurationprofile/{base36:7}",
    outputs: { configurationProfileId: "{base36:7}" },
    replaces: ["applicationId", "locationUri", "type"],
  },
  "appconfig/deployment": {
    id: "{applicationId}/{environmentId}/1",
    arn: "appconfig:{region}:{account}:application/{applicationId}/environment/{environmentId}/deployment/1",
    outputs: { deploymentNumber: 1, state: "COMPLETE" },
  },
  "appconfig/deploymentStrategy": { id: "{base36:7}", arn: "appconfig:{region}:{account}:deploymentstrategy/{id}" },
  "appconfig/environment": {
    id: "{base36:7}:{applicationId}",
    arn: "appconfig:{region}:{account}:application/{applicationId}/environment/{base36:7}",
    outputs: { environmentId: "{base36:7}", state: "READY_FOR_DEPLOYMENT" },
    replaces: ["applicationId"],
  },
  "appconfig/hostedConfigurationVersion": {
    id: "{applicationId}/{configurationProfileId}/1",
    arn: "appconfig:{region}:{account}:application/{applicationId}/configurationprofile/{configurationProfileId}/hostedconfigurationversion/1",
    outputs: { versionNumber: 1 },
    replaces: ["applicationId", "configurationProfileId", "content", "contentType"],
  },
  "dynamodb/table": { id: "{name}", arn: "dynamodb:{region}:{account}:table/{name}" },
  "elasticache/parameterGroup": { id: "{name}", arn: "elasticache:{region}:{account}:parametergroup:{name}" },
  "elasticache/replicationGroup": {
    id: "{replicationGroupId}",
    arn: "elasticache:{region}:{account}:replicationgroup:{replicationGroupId}",
    outputs: {
      primaryEndpointAddress: "master.{replicationGroupId}.{accountHash}.{regionCode}.cache.amazonaws.com",
      readerEndpointAddress: "replica.{replicationGroupId}.{accountHash}.{regionCode}.cache.amazonaws.com",
      engineVersionActual: "{engineVersion}.1",
      port: 6379,
    },
    autoname: "replicationGroupId",
  },
  "elasticache/subnetGroup": { id: "{name}", arn: "elasticache:{region}:{account}:subnetgroup:{name}" },
  "kms/alias": {
    id: "{name}",
    arn: "kms:{region}:{account}:{name}",
    outputs: { targetKeyArn: "arn:aws:kms:{region}:{account}:key/{targetKeyId}" },
  },
  "kms/key": { id: "{uuid}", arn: "kms:{region}:{account}:key/{id}", outputs: { keyId: "{uuid}" } },
  "rds/instance": {
    id: "db-{upper:26}",
    arn: "rds:{region}:{account}:db:{identifier}",
    outputs: {
      address: "{identifier}.{accountHash}.{region}.rds.amazonaws.com",
      endpoint: "{identifier}.{accountHash}.{region}.rds.amazonaws.com:{port}",
      hostedZoneId: "Z29XKXDKYMONMX",
      resourceId: "db-{upper:26}",
      engineVersionActual: "{engineVersion}",
      status: "available",
      port: 5432,
    },
    autoname: "identifier",
    replaces: ["identifier", "engine", "dbSubnetGroupName", "username", "kmsKeyId", "storageEncrypted"],
  },
  "rds/parameterGroup": { id: "{name}", arn: "rds:{region}:{account}:pg:{name}", replaces: ["name", "family"] },
  "rds/subnetGroup": { id: "{name}", arn: "rds:{region}:{account}:subgrp:{name}", replaces: ["name"] },
  "s3/bucket": {
    id: "{bucket}",
    arn: "s3:::{bucket}",
    outputs: {
      bucketDomainName: "{bucket}.s3.amazonaws.com",
      bucketRegionalDomainName: "{bucket}.s3.{region}.amazonaws.com",
      bucketRegion: "{region}",
      hostedZoneId: "Z1BKCTXD74EZPE",
    },
    autoname: "bucket",
    replaces: ["bucket"],
  },
  "secretsmanager/secret": {
    id: "arn:aws:secretsmanager:{region}:{account}:secret:{name}-{mixed:6}",
    arn: "secretsmanager:{region}:{account}:secret:{name}-{mixed:6}",
    replaces: ["name"],
  },
  "secretsmanager/secretVersion": {
    id: "{secretId}|{uuid}",
    outputs: { versionId: "{uuid}", arn: "{secretId}", secretArn: "{secretId}" },
    replaces: ["secretId", "secretString"],
  },
  "sns/topic": {
    id: "arn:aws:sns:{region}:{account}:{name}",
    arn: "sns:{region}:{account}:{name}",
    outputs: { owner: "{account}" },
    replaces: ["name"],
  },
  "sns/topicSubscription": { id: "{topic}:{uuid}", arn: "sns:{region}:{account}:{digits:6}:{uuid}" },
  "sqs/queue": {
    id: "https://sqs.{region}.amazonaws.com/{account}/{name}",
    arn: "sqs:{region}:{account}:{name}",
    outputs: { url: "https://sqs.{region}.amazonaws.com/{account}/{name}" },
    replaces: ["name", "fifoQueue"],
  },
  "ssm/parameter": {
    id: "{name}",
    arn: "ssm:{region}:{account}:parameter{name}",
    outputs: { version: 1 },
    replaces: ["name", "type"],
  },
};

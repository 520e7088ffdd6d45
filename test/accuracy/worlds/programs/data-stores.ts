import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Aurora, Redis, OpenSearch and Kafka; one-letter prefixes, region codes in the stack's name, provider 6. */
export const dataStores = world({
  name: "data-stores",
  subject: {
    project: "datastores",
    stack: "acme-stg-euw1",
    account: "730184625591",
    region: "eu-west-1",
    providers: { aws: "6.52.0", random: "4.16.3" },
    defaultTags: { env: "stg", team: "data" },
    values: {
      p: "s",
      env: "stg",
      vpc: "vpc-0aa17cc3e0f1d2b59",
      cidr: "10.64.0.0/16",
      subnets: ["subnet-0f8d10c2b7a3e4951", "subnet-01c4e7f9d2b8a6350"],
      engine: "15.8",
      klass: "db.t4g.medium",
      instances: 1,
      backup: 3,
      protect: false,
      redis: "cache.t4g.small",
      redisNodes: 1,
      maxConn: "200",
      osVersion: "OpenSearch_2.13",
      os: "t3.medium.search",
      osCount: 1,
      zone: false,
      kafka: "3.6.0",
      brokers: 2,
      slow: "500",
      multi: false,
    },
  },
  reference: {
    project: "datastores",
    stack: "acme-prd-euw1",
    account: "119283746550",
    region: "eu-west-1",
    providers: { aws: "6.52.0", random: "4.16.3" },
    defaultTags: { env: "prd", team: "data" },
    values: {
      p: "p",
      env: "prd",
      vpc: "vpc-0d93b0a1f84c7e266",
      cidr: "10.65.0.0/16",
      subnets: ["subnet-0b6a93d1c8e2f7045", "subnet-09e3a1b5f7c2d8464"],
      engine: "15.8",
      klass: "db.r6g.xlarge",
      instances: 2,
      backup: 14,
      protect: true,
      redis: "cache.r6g.large",
      redisNodes: 2,
      maxConn: "1000",
      osVersion: "OpenSearch_2.11",
      os: "r6g.large.search",
      osCount: 3,
      zone: true,
      kafka: "3.6.0",
      brokers: 3,
      slow: "500",
      multi: true,
    },
  },
  program(app, v) {
    const sg = app.resource("aws:ec2/securityGroup:SecurityGroup", `${v.p}-data`, {
      vpcId: v.vpc,
      name: `${v.p}-data`,
      description: "data stores",
      tags: { Name: `${v.p}-data` },
    });
    for (const [name, port] of [
      ["pg", 5432],
      ["redis", 6379],
      ["kafka", 9094],
    ] as const) {
      app.resource("aws:ec2/securityGroupRule:SecurityGroupRule", `${v.p}-data-${name}`, {
        type: "ingress",
        securityGroupId: sg.id,
        protocol: "tcp",
        fromPort: port,
        toPort: port,
        cidrBlocks: [v.cidr],
      });
    }
    const group = app.resource("aws:rds/subnetGroup:SubnetGroup", `${v.p}-aurora`, { subnetIds: v.subnets });
    const params = app.resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", `${v.p}-aurora-pg15`, {
      family: "aurora-postgresql15",
      parameters: [
        { name: "log_min_duration_statement", value: v.slow, applyMethod: "immediate" },
        { name: "max_connections", value: v.maxConn, applyMethod: "pending-reboot" },
      ],
    });
    const password = app.resource("random:index/randomPassword:RandomPassword", `${v.p}-aurora`, { length: 32 });
    const key = app.resource("aws:kms/key:Key", `${v.p}-data`, {
      description: `data stores of ${v.env}`,
      deletionWindowInDays: 30,
    });
    const aurora = app.resource("aws:rds/cluster:Cluster", `${v.p}-aurora`, {
      clusterIdentifier: `${v.p}-aurora-euw1`,
      engine: "aurora-postgresql",
      engineVersion: v.engine,
      databaseName: "core",
      masterUsername: "root",
      masterPassword: secret(password.get("result")),
      dbSubnetGroupName: group.get("name"),
      vpcSecurityGroupIds: [sg.id],
      dbClusterParameterGroupName: params.get("name"),
      backupRetentionPeriod: v.backup,
      deletionProtection: v.protect,
      storageEncrypted: true,
      kmsKeyId: key.get("arn"),
      skipFinalSnapshot: !v.protect,
      finalSnapshotIdentifier: v.protect ? `${v.p}-aurora-final` : undefined,
    });
    for (let index = 0; index < v.instances; index += 1) {
      app.resource("aws:rds/clusterInstance:ClusterInstance", `${v.p}-aurora-${index}`, {
        clusterIdentifier: aurora.id,
        instanceClass: v.klass,
        engine: "aurora-postgresql",
        performanceInsightsEnabled: true,
      });
    }
    const cacheGroup = app.resource("aws:elasticache/subnetGroup:SubnetGroup", `${v.p}-redis`, {
      subnetIds: v.subnets,
    });
    const redis = app.resource("aws:elasticache/replicationGroup:ReplicationGroup", `${v.p}-redis`, {
      description: `redis ${v.env}`,
      engine: "redis",
      engineVersion: "7.1",
      nodeType: v.redis,
      numCacheClusters: v.redisNodes,
      automaticFailoverEnabled: v.multi,
      transitEncryptionEnabled: true,
      subnetGroupName: cacheGroup.get("name"),
      securityGroupIds: [sg.id],
    });
    const search = app.resource("aws:opensearch/domain:Domain", `${v.p}-search`, {
      domainName: `${v.p}-search`,
      engineVersion: v.osVersion,
      clusterConfig: { instanceType: v.os, instanceCount: v.osCount, zoneAwarenessEnabled: v.zone },
      ebsOptions: { ebsEnabled: true, volumeSize: 100 },
      vpcOptions: { subnetIds: v.subnets, securityGroupIds: [sg.id] },
      accessPolicies: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: "*" },
            Action: "es:*",
            Resource: `arn:aws:es:eu-west-1:${app.place.account}:domain/${v.p}-search/*`,
          },
        ],
      }),
    });
    const kafka = app.resource("aws:msk/cluster:Cluster", `${v.p}-events`, {
      clusterName: `${v.p}-events-euw1`,
      kafkaVersion: v.kafka,
      numberOfBrokerNodes: v.brokers,
      brokerNodeGroupInfo: {
        instanceType: "kafka.m5.large",
        clientSubnets: v.subnets,
        securityGroups: [sg.id],
        storageInfo: { ebsStorageInfo: { volumeSize: 500 } },
      },
    });
    app.resource("aws:ssm/parameter:Parameter", `${v.p}-dsn`, {
      name: `/${v.env}/core/dsn`,
      type: "String",
      value: text`host=${aurora.get("endpoint")} port=5432 dbname=core sslmode=require`,
    });
    app.resource("aws:ssm/parameter:Parameter", `${v.p}-redis-url`, {
      name: `/${v.env}/core/redis`,
      type: "String",
      value: text`rediss://${redis.get("primaryEndpointAddress")}:6379/0`,
    });
    app.resource("aws:ssm/parameter:Parameter", `${v.p}-kafka`, {
      name: `/${v.env}/core/kafka`,
      type: "String",
      value: kafka.get("bootstrapBrokersTls"),
    });
    app.resource("aws:ssm/parameter:Parameter", `${v.p}-search`, {
      name: `/${v.env}/core/search`,
      type: "String",
      value: text`https://${search.get("endpoint")}`,
    });
  },
  differences: [
    difference(
      "changed",
      "aws:rds/clusterParameterGroup:ClusterParameterGroup::*",
      "parameters[1].value",
      "Fewer connections.",
    ),
    difference("changed", "aws:rds/cluster:Cluster::*", "backupRetentionPeriod", "Three days instead of fourteen."),
    difference("changed", "aws:rds/cluster:Cluster::*", "deletionProtection", "Not protected."),
    difference("changed", "aws:rds/cluster:Cluster::*", "skipFinalSnapshot", "No snapshot at the end."),
    difference("removed", "aws:rds/cluster:Cluster::*", "finalSnapshotIdentifier", "No snapshot at the end."),
    difference("changed", "aws:rds/clusterInstance:ClusterInstance::*", null, "One instance instead of two."),
    difference("changed", "aws:rds/clusterInstance:ClusterInstance::*", "instanceClass", "A smaller, burstable class."),
    difference("changed", "aws:elasticache/replicationGroup:ReplicationGroup::*", "nodeType", "A smaller node."),
    difference(
      "changed",
      "aws:elasticache/replicationGroup:ReplicationGroup::*",
      "numCacheClusters",
      "One node instead of two.",
    ),
    difference(
      "changed",
      "aws:elasticache/replicationGroup:ReplicationGroup::*",
      "automaticFailoverEnabled",
      "No failover.",
    ),
    difference("changed", "aws:opensearch/domain:Domain::*", "engineVersion", "A version ahead."),
    difference("changed", "aws:opensearch/domain:Domain::*", "clusterConfig.instanceType", "Smaller nodes."),
    difference(
      "changed",
      "aws:opensearch/domain:Domain::*",
      "clusterConfig.instanceCount",
      "One node instead of three.",
    ),
    difference("changed", "aws:opensearch/domain:Domain::*", "clusterConfig.zoneAwarenessEnabled", "One zone."),
    difference("changed", "aws:msk/cluster:Cluster::*", "numberOfBrokerNodes", "Two brokers instead of three."),
  ],
});

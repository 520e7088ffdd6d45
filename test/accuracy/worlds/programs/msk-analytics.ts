import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Kafka into OpenSearch through MSK Connect; short codes for line, environment and region in every name, one account each. */
export const mskAnalytics = world({
  name: "msk-analytics",
  subject: {
    project: "clickstream",
    stack: "stg",
    account: "730335481209",
    region: "ap-southeast-2",
    providers: { aws: "6.58.0", random: "4.16.6" },
    defaultTags: { "cost-centre": "growth", "deploy-env": "stg", "managed-by": "pulumi" },
    values: {
      e: "stg",
      brokers: 2,
      broker: "kafka.t3.small",
      disk: 100,
      kafka: "3.6.0",
      minIsr: 1,
      autoCreate: true,
      search: { type: "t3.small.search", count: 1, volume: 20, masters: false, zones: 1 },
      workers: { min: 1, max: 1, mcu: 1 },
      tasks: "1",
      flush: "5000",
      retain: 3,
      subnets: ["subnet-0a61d2f1c0b79e3d4", "subnet-05e0cc7d81a3fb296"],
      vpc: "vpc-0c84be19fd3027a55",
      cidr: "10.41.0.0/16",
      plugin: "3f1f0c5e",
      sso: "arn:aws:iam::730335481209:role/aws-reserved/sso.amazonaws.com/ap-southeast-2/AWSReservedSSO_Analyst_3f0c9b71d2ae4456",
    },
  },
  reference: {
    project: "clickstream",
    stack: "prd",
    account: "058264196672",
    region: "ap-southeast-2",
    providers: { aws: "6.58.0", random: "4.16.6" },
    defaultTags: { "cost-centre": "growth", "deploy-env": "prd", "managed-by": "pulumi" },
    values: {
      e: "prd",
      brokers: 3,
      broker: "kafka.m7g.large",
      disk: 1000,
      kafka: "3.6.0",
      minIsr: 2,
      autoCreate: false,
      search: { type: "r6g.large.search", count: 3, volume: 200, masters: true, zones: 3 },
      workers: { min: 2, max: 6, mcu: 2 },
      tasks: "6",
      flush: "5000",
      retain: 30,
      subnets: ["subnet-0f9d2e5b7c13a8460", "subnet-0b47ce90a21fd8835"],
      vpc: "vpc-09f1e7b2c6d4a3810",
      cidr: "10.40.0.0/16",
      plugin: "3f1f0c5e",
      sso: "arn:aws:iam::058264196672:role/aws-reserved/sso.amazonaws.com/ap-southeast-2/AWSReservedSSO_Analyst_91ab07ce35fd2280",
    },
  },
  program(app, v) {
    const n = (name: string) => `gw-${v.e}-apse2-${name}`;
    const { account, region } = app.place;
    const key = app.resource(
      "aws:kms/key:Key",
      n("stream-key"),
      {
        description: `clickstream ${v.e}`,
        enableKeyRotation: true,
        policy: json({
          Version: "2012-10-17",
          Id: "key-default-1",
          Statement: [
            {
              Sid: "Enable IAM User Permissions",
              Effect: "Allow",
              Principal: { AWS: `arn:aws:iam::${account}:root` },
              Action: "kms:*",
              Resource: "*",
            },
          ],
        }),
      },
      {
        defaults: {
          bypassPolicyLockoutSafetyCheck: false,
          customerMasterKeySpec: "SYMMETRIC_DEFAULT",
          isEnabled: true,
          keyUsage: "ENCRYPT_DECRYPT",
        },
        state: { protect: true },
      },
    );
    const sg = app.resource(
      "aws:ec2/securityGroup:SecurityGroup",
      n("kafka"),
      { name: n("kafka"), vpcId: v.vpc, description: `Kafka ${v.e}` },
      {
        defaults: { revokeRulesOnDelete: false },
        outputs: { ownerId: account, egress: [], ingress: [], namePrefix: "" },
      },
    );
    for (const [label, port] of [
      ["tls", 9094],
      ["scram", 9096],
      ["iam", 9098],
    ] as const)
      app.resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", n(`kafka-${label}`), {
        securityGroupId: sg.id,
        cidrIpv4: v.cidr,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
      });
    const logs = app.resource(
      "aws:cloudwatch/logGroup:LogGroup",
      n("broker-logs"),
      { name: `/gw/${v.e}/msk/brokers`, retentionInDays: v.retain, kmsKeyId: key.get("arn") },
      { defaults: { logGroupClass: "STANDARD", skipDestroy: false } },
    );
    const configuration = app.resource(
      "aws:msk/configuration:Configuration",
      n("config"),
      {
        name: n("config"),
        kafkaVersions: [v.kafka],
        serverProperties: [
          `auto.create.topics.enable=${String(v.autoCreate)}`,
          `default.replication.factor=${String(v.brokers)}`,
          `min.insync.replicas=${String(v.minIsr)}`,
          "num.io.threads=8",
          "log.retention.hours=72",
          "",
        ].join("\n"),
      },
      { outputs: { latestRevision: 4 } },
    );
    const cluster = app.resource("aws:msk/cluster:Cluster", n("events"), {
      clusterName: n("events"),
      kafkaVersion: v.kafka,
      numberOfBrokerNodes: v.brokers,
      enhancedMonitoring: "PER_TOPIC_PER_BROKER",
      brokerNodeGroupInfo: {
        clientSubnets: v.subnets,
        instanceType: v.broker,
        securityGroups: [sg.id],
        storageInfo: { ebsStorageInfo: { volumeSize: v.disk } },
        azDistribution: "DEFAULT",
      },
      clientAuthentication: { sasl: { iam: true, scram: true }, unauthenticated: false },
      configurationInfo: { arn: configuration.get("arn"), revision: configuration.get("latestRevision") },
      encryptionInfo: {
        encryptionAtRestKmsKeyArn: key.get("arn"),
        encryptionInTransit: { clientBroker: "TLS", inCluster: true },
      },
      loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logs.get("name") } } },
      openMonitoring: {
        prometheus: { jmxExporter: { enabledInBroker: true }, nodeExporter: { enabledInBroker: true } },
      },
    });
    const password = app.resource(
      "random:index/randomPassword:RandomPassword",
      n("scram"),
      { length: 32, special: false },
      { state: { additionalSecretOutputs: ["bcryptHash", "result"] } },
    );
    const scram = app.resource(
      "aws:secretsmanager/secret:Secret",
      n("scram"),
      { name: `AmazonMSK_${n("connect")}`, kmsKeyId: key.get("arn"), recoveryWindowInDays: 0 },
      { defaults: { forceOverwriteReplicaSecret: false } },
    );
    app.resource(
      "aws:secretsmanager/secretVersion:SecretVersion",
      n("scram"),
      {
        secretId: scram.id,
        secretString: secret(json({ username: `connect-${v.e}`, password: password.get("result") })),
      },
      { state: { additionalSecretOutputs: ["secretString"] } },
    );
    app.resource("aws:msk/scramSecretAssociation:ScramSecretAssociation", n("scram"), {
      clusterArn: cluster.get("arn"),
      secretArnLists: [scram.get("arn")],
    });
    const domain = app.resource("aws:opensearch/domain:Domain", n("search"), {
      domainName: `gw-${v.e}-search`,
      engineVersion: "OpenSearch_2.13",
      clusterConfig: {
        instanceType: v.search.type,
        instanceCount: v.search.count,
        ...(v.search.masters
          ? { dedicatedMasterEnabled: true, dedicatedMasterCount: 3, dedicatedMasterType: "m6g.large.search" }
          : {}),
        ...(v.search.zones > 1
          ? { zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: v.search.zones } }
          : {}),
      },
      ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: v.search.volume, throughput: 125 },
      encryptAtRest: { enabled: true, kmsKeyId: key.get("arn") },
      nodeToNodeEncryption: { enabled: true },
      domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
      vpcOptions: { subnetIds: v.subnets.slice(0, Math.min(v.search.zones, 2)), securityGroupIds: [sg.id] },
      advancedOptions: {
        "rest.action.multi.allow_explicit_index": "true",
        "indices.query.bool.max_clause_count": "1024",
      },
      accessPolicies: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: [v.sso, `arn:aws:iam::${account}:root`] },
            Action: "es:ESHttp*",
            Resource: `arn:aws:es:${region}:${account}:domain/gw-${v.e}-search/*`,
          },
        ],
      }),
    });
    const plugins = app.resource("aws:s3/bucketV2:BucketV2", n("plugins"), { bucket: n("plugins") });
    const jar = app.resource("aws:s3/bucketObjectv2:BucketObjectv2", n("sink"), {
      bucket: plugins.id,
      key: `opensearch-sink-${v.plugin}.zip`,
      source: {
        "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
        hash: "5b0b34c9a8b2d5db1f5b7f6b29c6dd4a2f0e4c7718c2dd80a0fe66ad1a2b3c4d",
        path: "./plugins/opensearch-sink.zip",
      },
    });
    const plugin = app.resource(
      "aws:mskconnect/customPlugin:CustomPlugin",
      n("sink"),
      {
        name: n("sink"),
        contentType: "ZIP",
        location: { s3: { bucketArn: plugins.get("arn"), fileKey: jar.get("key") } },
      },
      { outputs: { latestRevision: 1 } },
    );
    const role = app.resource(
      "aws:iam/role:Role",
      n("connect"),
      {
        name: n("connect"),
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "kafkaconnect.amazonaws.com" },
              Action: "sts:AssumeRole",
              Condition: { StringEquals: { "aws:SourceAccount": account } },
            },
          ],
        }),
      },
      {
        defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
        outputs: { namePrefix: "", inlinePolicies: [] },
      },
    );
    app.resource("aws:iam/rolePolicy:RolePolicy", n("connect"), {
      name: "kafka",
      role: role.id,
      policy: text`{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ["kafka-cluster:Connect", "kafka-cluster:ReadData", "kafka-cluster:DescribeGroup"],
            "Resource": [
                "${cluster.get("arn")}",
                "arn:aws:kafka:${region}:${account}:topic/${n("events")}/*",
                "arn:aws:kafka:${region}:${account}:group/${n("events")}/*/connect-*"
            ]
        },
        { "Effect": "Allow", "Action": "es:ESHttp*", "Resource": "${domain.get("arn")}/*" }
    ]
}`,
    });
    app.resource("aws:mskconnect/connector:Connector", n("sink"), {
      name: n("sink"),
      kafkaconnectVersion: "2.7.1",
      capacity: {
        autoscaling: {
          mcuCount: v.workers.mcu,
          minWorkerCount: v.workers.min,
          maxWorkerCount: v.workers.max,
          scaleInPolicy: { cpuUtilizationPercentage: 20 },
          scaleOutPolicy: { cpuUtilizationPercentage: 75 },
        },
      },
      connectorConfiguration: {
        "connector.class": "io.aiven.kafka.connect.opensearch.OpensearchSinkConnector",
        "connection.url": text`https://${domain.get("endpoint")}:443`,
        "tasks.max": v.tasks,
        topics: `gw.${v.e}.pageviews,gw.${v.e}.orders`,
        "flush.timeout.ms": v.flush,
        "errors.deadletterqueue.topic.name": `gw.${v.e}.dlq`,
        "key.ignore": "true",
      },
      kafkaCluster: {
        apacheKafkaCluster: {
          bootstrapServers: cluster.get("bootstrapBrokersTls"),
          vpc: { securityGroups: [sg.id], subnets: v.subnets },
        },
      },
      kafkaClusterClientAuthentication: { authenticationType: "IAM" },
      kafkaClusterEncryptionInTransit: { encryptionType: "TLS" },
      plugins: [{ customPlugin: { arn: plugin.get("arn"), revision: plugin.get("latestRevision") } }],
      serviceExecutionRoleArn: role.get("arn"),
      logDelivery: { workerLogDelivery: { cloudwatchLogs: { enabled: true, logGroup: logs.get("name") } } },
    });
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", n("lag"), {
      name: `[${v.e.toUpperCase()}] clickstream consumer lag`,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 3,
      metricName: "MaxOffsetLag",
      namespace: "AWS/Kafka",
      period: 60,
      statistic: "Maximum",
      threshold: 10000,
      dimensions: {
        "Cluster Name": cluster.get("clusterName"),
        "Consumer Group": `connect-${n("sink")}`,
        Topic: `gw.${v.e}.orders`,
      },
    });
  },
  differences: [
    difference("changed", "aws:cloudwatch/logGroup:LogGroup::*", "retentionInDays", "Kept for three days, not thirty."),
    difference(
      "changed",
      "aws:msk/configuration:Configuration::*",
      "serverProperties",
      "Topics appear by themselves; two replicas, one in sync.",
    ),
    difference("changed", "aws:msk/cluster:Cluster::*", "numberOfBrokerNodes", "Two brokers instead of three."),
    difference(
      "changed",
      "aws:msk/cluster:Cluster::*",
      "brokerNodeGroupInfo.instanceType",
      "A burstable, smaller broker.",
    ),
    difference(
      "changed",
      "aws:msk/cluster:Cluster::*",
      "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize",
      "A tenth of the disk.",
    ),
    difference(
      "changed",
      "aws:opensearch/domain:Domain::*",
      "clusterConfig.instanceType",
      "A burstable, smaller node.",
    ),
    difference(
      "changed",
      "aws:opensearch/domain:Domain::*",
      "clusterConfig.instanceCount",
      "One node instead of three.",
    ),
    difference(
      "removed",
      "aws:opensearch/domain:Domain::*",
      "clusterConfig.dedicatedMasterEnabled",
      "No dedicated masters.",
    ),
    difference(
      "removed",
      "aws:opensearch/domain:Domain::*",
      "clusterConfig.dedicatedMasterCount",
      "No dedicated masters.",
    ),
    difference(
      "removed",
      "aws:opensearch/domain:Domain::*",
      "clusterConfig.dedicatedMasterType",
      "No dedicated masters.",
    ),
    difference("removed", "aws:opensearch/domain:Domain::*", "clusterConfig.zoneAwarenessEnabled", "One zone."),
    difference(
      "removed",
      "aws:opensearch/domain:Domain::*",
      "clusterConfig.zoneAwarenessConfig.availabilityZoneCount",
      "One zone.",
    ),
    difference("changed", "aws:opensearch/domain:Domain::*", "ebsOptions.volumeSize", "A tenth of the disk."),
    difference("removed", "aws:opensearch/domain:Domain::*", "vpcOptions.subnetIds[1]", "One zone: one subnet."),
    difference("changed", "aws:mskconnect/connector:Connector::*", "capacity.autoscaling.mcuCount", "Half a worker."),
    difference(
      "changed",
      "aws:mskconnect/connector:Connector::*",
      "capacity.autoscaling.minWorkerCount",
      "One worker, not two.",
    ),
    difference(
      "changed",
      "aws:mskconnect/connector:Connector::*",
      "capacity.autoscaling.maxWorkerCount",
      "One worker at most, not six.",
    ),
    difference(
      "changed",
      "aws:mskconnect/connector:Connector::*",
      'connectorConfiguration["tasks.max"]',
      "One task, not six.",
    ),
  ],
});

import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const MAPPINGS = (schema: string, tables: readonly string[]) =>
  json({
    rules: [
      ...tables.map((table, index) => ({
        "rule-type": "selection",
        "rule-id": String(index + 1),
        "rule-name": `include-${table}`,
        "object-locator": { "schema-name": schema, "table-name": table },
        "rule-action": "include",
        filters: [],
      })),
      {
        "rule-type": "transformation",
        "rule-id": "90",
        "rule-name": "lower",
        "rule-target": "table",
        "object-locator": { "schema-name": schema, "table-name": "%" },
        "rule-action": "convert-lowercase",
      },
    ],
  });

/** Changes of a database carried into a lake: table mappings and task settings as JSON, a lake's policy, an engine's events; `PRE`/`LIVE` before every name. */
export const migrateDms = world({
  name: "migrate-dms",
  subject: {
    project: "cdc",
    stack: "pre",
    account: "273849506172",
    region: "sa-east-1",
    providers: { aws: "6.54.0", postgresql: "3.12.0" },
    values: {
      P: "PRE",
      p: "pre",
      type: "dms.t3.medium",
      disk: 50,
      multi: false,
      tables: ["orders", "payments"],
      lob: 32,
      threads: 2,
      kind: "full-load",
      host: "erp-pre.cabureterp.internal.br",
      log: "LOGGER_SEVERITY_DEBUG",
      days: 30,
      pw: "pre",
      format: "parquet",
      interval: 60,
      vpc: "vpc-0d3c2b1a098f7e6d5",
      subnets: ["subnet-0f0e0d0c0b0a09080", "subnet-01020304050607080"],
      sg: "sg-0aaabbbcccdddeee0",
    },
  },
  reference: {
    project: "cdc",
    stack: "live",
    account: "918374650213",
    region: "sa-east-1",
    providers: { aws: "6.54.0", postgresql: "3.12.0" },
    values: {
      P: "LIVE",
      p: "live",
      type: "dms.r6i.xlarge",
      disk: 500,
      multi: true,
      tables: ["orders", "payments", "invoices"],
      lob: 32,
      threads: 16,
      kind: "full-load-and-cdc",
      host: "erp.cabureterp.internal.br",
      log: "LOGGER_SEVERITY_DEFAULT",
      days: 365,
      pw: "live",
      format: "parquet",
      interval: 60,
      vpc: "vpc-05d6e7f8a9b0c1d2e",
      subnets: ["subnet-0a1a2a3a4a5a6a7a8", "subnet-0b1b2b3b4b5b6b7b8"],
      sg: "sg-0fffeeedddcccbbb1",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const n = (name: string) => `${v.P}-CDC-${name}`;
    const group = app.resource("aws:dms/replicationSubnetGroup:ReplicationSubnetGroup", n("NET"), {
      replicationSubnetGroupId: n("NET").toLowerCase(),
      replicationSubnetGroupDescription: `CDC ${v.P}`,
      subnetIds: v.subnets,
    });
    const instance = app.resource("aws:dms/replicationInstance:ReplicationInstance", n("RI"), {
      replicationInstanceId: n("RI").toLowerCase(),
      replicationInstanceClass: v.type,
      allocatedStorage: v.disk,
      engineVersion: "3.5.3",
      multiAz: v.multi,
      publiclyAccessible: false,
      replicationSubnetGroupId: group.id,
      vpcSecurityGroupIds: [v.sg],
      preferredMaintenanceWindow: "sun:05:00-sun:06:00",
    });
    const lake = app.resource("aws:s3/bucketV2:BucketV2", n("LAKE"), { bucket: `caburet-${v.p}-cdc-lake` });
    app.resource("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", n("LAKE"), {
      bucket: lake.id,
      rules: [{ id: "expire", status: "Enabled", filter: { prefix: "cdc/" }, expiration: { days: v.days } }],
    });
    const role = app.resource("aws:iam/role:Role", n("ROLE"), {
      name: n("ROLE"),
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: ["dms.amazonaws.com", "dms.sa-east-1.amazonaws.com"] },
            Action: "sts:AssumeRole",
          },
        ],
      }),
      inlinePolicies: [
        {
          name: "lake",
          policy: json({
            Version: "2012-10-17",
            Statement: [
              { Effect: "Allow", Action: ["s3:PutObject", "s3:DeleteObject"], Resource: [text`${lake.get("arn")}/*`] },
              { Effect: "Allow", Action: "s3:ListBucket", Resource: [lake.get("arn")] },
            ],
          }),
        },
      ],
    });
    const source = app.resource("aws:dms/endpoint:Endpoint", n("SRC"), {
      endpointId: n("SRC").toLowerCase(),
      endpointType: "source",
      engineName: "oracle",
      serverName: v.host,
      port: 1521,
      databaseName: "ERP",
      username: "cdc",
      password: secret(`pw-${v.pw}`),
      sslMode: "none",
      extraConnectionAttributes: `useLogMinerReader=N;useBfile=Y;parallelASMReadThreads=${v.threads};archivedLogDestId=1`,
    });
    const target = app.resource("aws:dms/s3Endpoint:S3Endpoint", n("DST"), {
      endpointId: n("DST").toLowerCase(),
      endpointType: "target",
      bucketName: lake.get("bucket"),
      bucketFolder: "cdc",
      serviceAccessRoleArn: role.get("arn"),
      dataFormat: v.format,
      cdcMaxBatchInterval: v.interval,
      timestampColumnName: "dms_ts",
      datePartitionEnabled: true,
    });
    app.resource("aws:dms/replicationTask:ReplicationTask", n("TASK"), {
      replicationTaskId: n("TASK").toLowerCase(),
      migrationType: v.kind,
      replicationInstanceArn: instance.get("replicationInstanceArn"),
      sourceEndpointArn: source.get("endpointArn"),
      targetEndpointArn: target.get("endpointArn"),
      tableMappings: MAPPINGS("ERP", v.tables),
      replicationTaskSettings: json({
        TargetMetadata: { SupportLobs: true, LobMaxSize: v.lob, ParallelLoadThreads: v.threads },
        FullLoadSettings: { TargetTablePrepMode: "DROP_AND_CREATE", MaxFullLoadSubTasks: 8 },
        Logging: {
          EnableLogging: true,
          LogComponents: [
            { Id: "SOURCE_CAPTURE", Severity: v.log },
            { Id: "TARGET_APPLY", Severity: v.log },
          ],
        },
        ControlTablesSettings: { ControlSchema: `dms_${v.p}`, HistoryTimeslotInMinutes: 5 },
      }),
      startReplicationTask: true,
    });
    const topic = app.resource("aws:sns/topic:Topic", n("EVENTS"), { name: n("EVENTS") });
    app.resource("aws:dms/eventSubscription:EventSubscription", n("EVENTS"), {
      name: n("EVENTS").toLowerCase(),
      enabled: true,
      eventCategories: ["failure", "state change"],
      sourceType: "replication-task",
      sourceIds: [n("TASK").toLowerCase()],
      snsTopicArn: topic.get("arn"),
    });
    const catalogue = app.resource("aws:glue/catalogDatabase:CatalogDatabase", n("DB"), {
      name: `cdc_${v.p}`,
      locationUri: text`s3://${lake.get("bucket")}/cdc`,
    });
    app.resource("aws:athena/workgroup:Workgroup", n("WG"), {
      name: n("WG"),
      configuration: {
        enforceWorkgroupConfiguration: true,
        bytesScannedCutoffPerQuery: 107374182400,
        resultConfiguration: {
          outputLocation: text`s3://${lake.get("bucket")}/athena/`,
          encryptionConfiguration: { encryptionOption: "SSE_S3" },
        },
      },
    });
    app.resource("aws:quicksight/dataSource:DataSource", n("QS"), {
      dataSourceId: n("QS"),
      name: `CDC (${v.P})`,
      type: "ATHENA",
      awsAccountId: account,
      parameters: { athena: { workGroup: n("WG") } },
      permissions: [
        {
          principal: `arn:aws:quicksight:${region}:${account}:group/default/analysts-${v.p}`,
          actions: ["quicksight:DescribeDataSource", "quicksight:PassDataSource"],
        },
      ],
    });
    app.resource("aws:iam/policy:Policy", n("READ"), {
      name: n("READ"),
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["glue:GetTable*", "glue:GetDatabase*"],
            Resource: [
              `arn:aws:glue:${region}:${account}:catalog`,
              catalogue.get("arn"),
              text`arn:aws:glue:${region}:${account}:table/${catalogue.get("name")}/*`,
            ],
          },
        ],
      }),
    });
  },
  differences: [
    difference(
      "changed",
      "aws:dms/replicationInstance:ReplicationInstance::*",
      "replicationInstanceClass",
      "A smaller, burstable machine.",
    ),
    difference(
      "changed",
      "aws:dms/replicationInstance:ReplicationInstance::*",
      "allocatedStorage",
      "A tenth of the storage.",
    ),
    difference("changed", "aws:dms/replicationInstance:ReplicationInstance::*", "multiAz", "One zone."),
    difference("changed", "aws:s3/bucketLifecycleConfiguration*::*", "rules[0].expiration.days", "Kept for a month."),
    difference("changed", "aws:dms/endpoint:Endpoint::*", "extraConnectionAttributes", "Two threads, not sixteen."),
    difference("changed", "aws:dms/replicationTask:ReplicationTask::*", "migrationType", "Once, and no changes after."),
    difference(
      "removed",
      "aws:dms/replicationTask:ReplicationTask::*",
      "tableMappings.rules[*]",
      "Invoices are not carried over.",
    ),
    difference(
      "changed",
      "aws:dms/replicationTask:ReplicationTask::*",
      "replicationTaskSettings.TargetMetadata.ParallelLoadThreads",
      "Two threads, not sixteen.",
    ),
    difference(
      "changed",
      "aws:dms/replicationTask:ReplicationTask::*",
      "replicationTaskSettings.Logging.LogComponents[*]",
      "Says more.",
      2,
    ),
  ],
});

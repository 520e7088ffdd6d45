import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Kinesis to S3 to Athena; organisation, environment and region code in every name. */
export const streamIngest = world({
  name: "stream-ingest",
  subject: {
    project: "ingest",
    stack: "us-qa",
    account: "283746501928",
    region: "us-east-1",
    providers: { aws: "6.45.0" },
    values: {
      e: "qa",
      shards: 1,
      buffer: 60,
      format: "GZIP",
      hours: 24,
      consumers: ["fraud", "audit"],
      limit: "10737418240",
      partition: "year/month/day",
      glue: "4.0",
    },
  },
  reference: {
    project: "ingest",
    stack: "us-prod",
    account: "283746501928",
    region: "us-east-1",
    providers: { aws: "6.45.0" },
    values: {
      e: "prod",
      shards: 8,
      buffer: 300,
      format: "GZIP",
      hours: 168,
      consumers: ["fraud", "audit", "ledger"],
      limit: "1099511627776",
      partition: "year/month/day",
      glue: "3.0",
    },
  },
  program(app, v) {
    const n = (name: string) => `bolt-${v.e}-use1-${name}`;
    const lake = app.resource("aws:s3/bucketV2:BucketV2", n("lake"), { bucket: n("lake") });
    const results = app.resource("aws:s3/bucketV2:BucketV2", n("athena"), { bucket: n("athena") });
    app.resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", n("lake"), {
      bucket: lake.id,
      rules: [
        {
          id: "raw",
          status: "Enabled",
          filter: { prefix: "raw/" },
          transitions: [{ days: 30, storageClass: "INTELLIGENT_TIERING" }],
        },
      ],
    });
    const stream = app.resource("aws:kinesis/stream:Stream", n("events"), {
      name: n("events"),
      shardCount: v.shards,
      retentionPeriod: v.hours,
      encryptionType: "KMS",
      kmsKeyId: "alias/aws/kinesis",
    });
    const role = app.resource("aws:iam/role:Role", n("firehose"), {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "firehose.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "sts:ExternalId": app.place.account } },
          },
        ],
      }),
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", n("firehose"), {
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["s3:PutObject", "s3:GetBucketLocation"],
            Resource: [lake.get("arn"), text`${lake.get("arn")}/raw/*`],
          },
          { Effect: "Allow", Action: ["kinesis:GetRecords", "kinesis:DescribeStream"], Resource: stream.get("arn") },
        ],
      }),
    });
    app.resource("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", n("raw"), {
      name: n("raw"),
      destination: "extended_s3",
      kinesisSourceConfiguration: { kinesisStreamArn: stream.get("arn"), roleArn: role.get("arn") },
      extendedS3Configuration: {
        bucketArn: lake.get("arn"),
        roleArn: role.get("arn"),
        prefix: `raw/${v.partition}/`,
        bufferingInterval: v.buffer,
        compressionFormat: v.format,
        cloudwatchLoggingOptions: {
          enabled: true,
          logGroupName: `/aws/kinesisfirehose/${n("raw")}`,
          logStreamName: "S3Delivery",
        },
      },
    });
    const db = app.resource("aws:glue/catalogDatabase:CatalogDatabase", n("events"), { name: `bolt_${v.e}_events` });
    app.resource("aws:glue/job:Job", n("compact"), {
      name: n("compact"),
      roleArn: role.get("arn"),
      glueVersion: v.glue,
      command: { scriptLocation: text`s3://${lake.id}/scripts/compact.py`, pythonVersion: "3" },
      defaultArguments: {
        "--database": db.get("name"),
        "--TempDir": text`s3://${lake.id}/tmp/`,
        "--enable-metrics": "true",
        "--env": v.e,
      },
      numberOfWorkers: 2,
      workerType: "G.1X",
    });
    app.resource("aws:athena/workgroup:Workgroup", n("analysts"), {
      name: n("analysts"),
      configuration: {
        bytesScannedCutoffPerQuery: v.limit,
        resultConfiguration: { outputLocation: text`s3://${results.id}/out/` },
      },
    });
    for (const consumer of v.consumers)
      app.resource("aws:kinesis/streamConsumer:StreamConsumer", n(consumer), {
        name: n(consumer),
        streamArn: stream.get("arn"),
      });
  },
  differences: [
    difference("changed", "aws:kinesis/stream:Stream::*", "shardCount", "One shard instead of eight."),
    difference("changed", "aws:kinesis/stream:Stream::*", "retentionPeriod", "A day instead of a week."),
    difference(
      "changed",
      "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream::*",
      "extendedS3Configuration.bufferingInterval",
      "Files five times as often.",
    ),
    difference("changed", "aws:glue/job:Job::*", "glueVersion", "A major ahead."),
    difference(
      "changed",
      "aws:athena/workgroup:Workgroup::*",
      "configuration.bytesScannedCutoffPerQuery",
      "A lower limit.",
    ),
    difference("missing", "aws:kinesis/streamConsumer:StreamConsumer::*ledger", null, "One consumer less."),
  ],
});

import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Staging is a major version of the provider ahead: buckets have another type, each resource says its region, some properties moved. */
export const bridgeSeven = world({
  name: "bridge-seven",
  subject: {
    project: "invoices",
    stack: "stage",
    account: "510029384756",
    region: "eu-west-2",
    providers: { aws: "7.8.0", "docker-build": "0.0.14" },
    values: { env: "stage", seven: true, arch: "arm64", memory: 512, days: 30, sns: "alerts-stage@fjordbooks.no" },
  },
  reference: {
    project: "invoices",
    stack: "production",
    account: "602837465910",
    region: "eu-west-2",
    providers: { aws: "6.83.0", "docker-build": "0.0.14" },
    values: { env: "production", seven: false, arch: "arm64", memory: 1024, days: 365, sns: "alerts@fjordbooks.no" },
  },
  program(app, v) {
    const { account } = app.place;
    const region = app.place.region;
    const n = (name: string) => `invoices-${name}-${v.env}`;
    const type = (six: string, seven: string) => (v.seven ? seven : six);
    const bucket = app.resource(type("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"), n("pdf"), {
      bucket: `fjord-${n("pdf")}`,
    });
    app.resource(
      type("aws:s3/bucketVersioningV2:BucketVersioningV2", "aws:s3/bucketVersioning:BucketVersioning"),
      n("pdf"),
      {
        bucket: bucket.id,
        versioningConfiguration: { status: "Enabled" },
      },
    );
    app.resource(
      type(
        "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      ),
      n("pdf"),
      {
        bucket: bucket.id,
        rules: [{ id: "expire", status: "Enabled", expiration: { days: v.days }, filter: { prefix: "drafts/" } }],
      },
    );
    app.resource(
      type(
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      ),
      n("pdf"),
      {
        bucket: bucket.id,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
      },
    );
    const repository = app.resource("aws:ecr/repository:Repository", n("render"), {
      name: n("render"),
      imageScanningConfiguration: { scanOnPush: true },
    });
    const image = app.resource(
      "docker-build:index:Image",
      n("render"),
      {
        context: { location: "../render" },
        dockerfile: { location: "../render/Dockerfile" },
        platforms: ["linux/arm64"],
        push: true,
        buildOnPreview: false,
        tags: [text`${repository.get("repositoryUrl")}:latest`],
        cacheFrom: [{ registry: { ref: text`${repository.get("repositoryUrl")}:cache` } }],
        cacheTo: [
          {
            registry: { ref: text`${repository.get("repositoryUrl")}:cache`, imageManifest: true, ociMediaTypes: true },
          },
        ],
        registries: [{ address: repository.get("repositoryUrl"), username: "AWS" }],
      },
      {
        outputs: {
          ref: text`${repository.get("repositoryUrl")}:latest@sha256:${v.seven ? "4f1a0c9be2d35768a1f2e3d4c5b6a7988776655443322110ffeeddccbbaa9900" : "b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70819aabbcc"}`,
          contextHash: "61f7aa21c0ffee61f7aa21c0ffee61f7aa21c0ffee61f7aa21c0ffee61f7aa21",
        },
      },
    );
    const role = app.resource("aws:iam/role:Role", n("render"), {
      name: n("render"),
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", n("render"), {
      name: `/aws/lambda/${n("render")}`,
      retentionInDays: 14,
    });
    const fn = app.resource(
      "aws:lambda/function:Function",
      n("render"),
      {
        name: n("render"),
        packageType: "Image",
        imageUri: image.get("ref"),
        architectures: [v.arch],
        memorySize: v.memory,
        timeout: 60,
        role: role.get("arn"),
        ephemeralStorage: { size: 2048 },
        environment: { variables: { BUCKET: bucket.get("bucket"), STAGE: v.env } },
      },
      { dependsOn: [logs] },
    );
    const queue = app.resource("aws:sqs/queue:Queue", n("render"), {
      name: n("render"),
      visibilityTimeoutSeconds: 360,
    });
    app.resource("aws:lambda/eventSourceMapping:EventSourceMapping", n("render"), {
      eventSourceArn: queue.get("arn"),
      functionName: fn.get("arn"),
      batchSize: 5,
      functionResponseTypes: ["ReportBatchItemFailures"],
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", n("render"), {
      name: n("render"),
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["s3:PutObject"], Resource: text`${bucket.get("arn")}/*` },
          {
            Effect: "Allow",
            Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            Resource: queue.get("arn"),
          },
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: text`${logs.get("arn")}:*`,
          },
        ],
      }),
    });
    const topic = app.resource("aws:sns/topic:Topic", n("alarms"), {
      name: n("alarms"),
      policy: json({
        Version: "2008-10-17",
        Id: "__default_policy_ID",
        Statement: [
          {
            Sid: "__default_statement_ID",
            Effect: "Allow",
            Principal: { AWS: "*" },
            Action: ["SNS:Publish"],
            Resource: `arn:aws:sns:${region}:${account}:${n("alarms")}`,
            Condition: { StringEquals: { "AWS:SourceOwner": account } },
          },
        ],
      }),
    });
    app.resource("aws:sns/topicSubscription:TopicSubscription", n("alarms"), {
      topic: topic.get("arn"),
      protocol: "email",
      endpoint: v.sns,
    });
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", n("backlog"), {
      name: n("backlog"),
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      evaluationPeriods: 5,
      threshold: 100,
      metricQueries: [
        {
          id: "visible",
          metric: {
            metricName: "ApproximateNumberOfMessagesVisible",
            namespace: "AWS/SQS",
            period: 60,
            stat: "Maximum",
            dimensions: { QueueName: queue.get("name") },
          },
        },
        { id: "total", expression: "visible", label: `backlog ${v.env}`, returnData: true },
      ],
      alarmActions: [topic.get("arn")],
    });
    const eip = app.resource(
      "aws:ec2/eip:Eip",
      n("egress"),
      v.seven ? { domain: "vpc", tags: { Name: n("egress") } } : { domain: "vpc", tags: { Name: n("egress") } },
    );
    app.resource("aws:ssm/parameter:Parameter", n("egress"), {
      name: `/invoices/${v.env}/egress`,
      type: "String",
      value: text`${eip.get("publicIp")}/32`,
    });
  },
  differences: [
    difference("changed", "pulumi:providers:aws::*", "version", "A major version ahead."),
    difference(
      "changed",
      "aws:s3/bucketLifecycleConfiguration*::*",
      "rules[0].expiration.days",
      "Drafts are kept for a month.",
    ),
    difference("changed", "aws:lambda/function:Function::*", "memorySize", "Half of the memory."),
  ],
});

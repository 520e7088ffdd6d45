import { json, text } from "../engine/wired";
import { world } from "../world";

/** One program in the cloud at large and in the Chinese one: another partition, other host names, other service names; nothing differs. */
export const chinaTwin = world({
  name: "china-twin",
  subject: {
    project: "dealer-portal",
    stack: "cn",
    account: "482610937755",
    region: "cn-north-1",
    providers: { aws: "6.56.1" },
    defaultTags: { project: "dealer-portal", partition: "aws-cn" },
    values: {
      part: "aws-cn",
      dns: "amazonaws.com.cn",
      site: "dealers.kestrelmotors.cn",
      zone: "Z1CN48QPDW7R2L",
      short: "cnn1",
    },
  },
  reference: {
    project: "dealer-portal",
    stack: "row",
    account: "119483720566",
    region: "eu-central-1",
    providers: { aws: "6.56.1" },
    defaultTags: { project: "dealer-portal", partition: "aws" },
    values: {
      part: "aws",
      dns: "amazonaws.com",
      site: "dealers.kestrelmotors.com",
      zone: "Z2RW93MXKE5T1B",
      short: "euc1",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const n = (name: string) => `dealer-${v.short}-${name}`;
    const trust = (service: string) =>
      json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
      });
    const vpc = app.resource("aws:ec2/vpc:Vpc", n("vpc"), {
      cidrBlock: "10.80.0.0/16",
      enableDnsHostnames: true,
      tags: { Name: n("vpc") },
    });
    const subnets = ["a", "b"].map((zone, index) =>
      app.resource("aws:ec2/subnet:Subnet", n(`app-${zone}`), {
        vpcId: vpc.id,
        availabilityZone: `${region}${zone}`,
        cidrBlock: `10.80.${index * 16}.0/20`,
        tags: { Name: n(`app-${zone}`) },
      }),
    );
    app.resource("aws:ec2/vpcEndpoint:VpcEndpoint", n("s3"), {
      vpcId: vpc.id,
      serviceName: v.part === "aws" ? `com.amazonaws.${region}.s3` : `com.amazonaws.${region}.s3`,
      vpcEndpointType: "Gateway",
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: "*",
            Action: "s3:*",
            Resource: [`arn:${v.part}:s3:::${n("docs")}`, `arn:${v.part}:s3:::${n("docs")}/*`],
          },
        ],
      }),
    });
    app.resource("aws:ec2/vpcEndpoint:VpcEndpoint", n("ecr"), {
      vpcId: vpc.id,
      serviceName: v.part === "aws-cn" ? `cn.com.amazonaws.${region}.ecr.dkr` : `com.amazonaws.${region}.ecr.dkr`,
      vpcEndpointType: "Interface",
      subnetIds: subnets.map(({ id }) => id),
      privateDnsEnabled: true,
    });
    const docs = app.resource("aws:s3/bucketV2:BucketV2", n("docs"), { bucket: n("docs"), forceDestroy: false });
    const key = app.resource("aws:kms/key:Key", n("docs"), {
      enableKeyRotation: true,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "root",
            Effect: "Allow",
            Principal: { AWS: `arn:${v.part}:iam::${account}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            Sid: "logs",
            Effect: "Allow",
            Principal: { Service: `logs.${region}.${v.dns}` },
            Action: ["kms:Encrypt", "kms:GenerateDataKey*"],
            Resource: "*",
          },
        ],
      }),
    });
    app.resource(
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
      n("docs"),
      {
        bucket: docs.id,
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.get("arn") },
            bucketKeyEnabled: true,
          },
        ],
      },
    );
    const repo = app.resource("aws:ecr/repository:Repository", n("portal"), {
      name: "dealer/portal",
      imageTagMutability: "IMMUTABLE",
    });
    const execution = app.resource("aws:iam/role:Role", n("execution"), {
      name: n("execution"),
      assumeRolePolicy: trust("ecs-tasks.amazonaws.com"),
    });
    app.resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", n("execution"), {
      role: execution.get("name"),
      policyArn: `arn:${v.part}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy`,
    });
    const host = app.resource("aws:iam/role:Role", n("bastion"), {
      name: n("bastion"),
      assumeRolePolicy: trust(v.part === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"),
    });
    app.resource("aws:iam/instanceProfile:InstanceProfile", n("bastion"), {
      name: n("bastion"),
      role: host.get("name"),
    });
    const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", n("portal"), {
      name: `/dealer/${v.short}/portal`,
      retentionInDays: 30,
      kmsKeyId: key.get("arn"),
    });
    const cluster = app.resource("aws:ecs/cluster:Cluster", n("portal"), { name: n("portal") });
    app.resource("aws:ecs/taskDefinition:TaskDefinition", n("portal"), {
      family: n("portal"),
      cpu: "512",
      memory: "1024",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      executionRoleArn: execution.get("arn"),
      containerDefinitions: json([
        {
          name: "portal",
          image: text`${repo.get("repositoryUrl")}:5.11.0`,
          environment: [
            { name: "S3_ENDPOINT", value: `https://s3.${region}.${v.dns}` },
            { name: "DOCS_URL", value: text`https://${docs.get("bucketRegionalDomainName")}/manuals` },
            { name: "PUBLIC_URL", value: `https://${v.site}` },
            { name: "AWS_STS_REGIONAL_ENDPOINTS", value: "regional" },
          ],
          logConfiguration: {
            logDriver: "awslogs",
            options: { "awslogs-group": logs.get("name"), "awslogs-region": region, "awslogs-stream-prefix": "portal" },
          },
        },
      ]),
    });
    const queue = app.resource("aws:sqs/queue:Queue", n("imports"), {
      name: n("imports"),
      visibilityTimeoutSeconds: 60,
    });
    app.resource("aws:sqs/queuePolicy:QueuePolicy", n("imports"), {
      queueUrl: queue.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "s3.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: `arn:${v.part}:sqs:${region}:${account}:${n("imports")}`,
            Condition: {
              ArnLike: { "aws:SourceArn": docs.get("arn") },
              StringEquals: { "aws:SourceAccount": account },
            },
          },
        ],
      }),
    });
    app.resource("aws:s3/bucketNotification:BucketNotification", n("docs"), {
      bucket: docs.id,
      queues: [{ events: ["s3:ObjectCreated:*"], filterPrefix: "imports/", queueArn: queue.get("arn") }],
    });
    app.resource("aws:iam/policy:Policy", n("deploy"), {
      name: n("deploy"),
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["ecs:UpdateService", "ecs:DescribeServices"],
            Resource: text`arn:${v.part}:ecs:${region}:${account}:service/${cluster.get("name")}/*`,
          },
          { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
          {
            Effect: "Allow",
            Action: "iam:PassRole",
            Resource: execution.get("arn"),
            Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
          },
        ],
      }),
    });
    app.resource("aws:route53/record:Record", n("site"), {
      name: v.site,
      type: "CNAME",
      ttl: 300,
      zoneId: v.zone,
      records: [text`${n("edge")}-1482930576.${region}.elb.${v.dns}`],
    });
  },
  differences: [],
});

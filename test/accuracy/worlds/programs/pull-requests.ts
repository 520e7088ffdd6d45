import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Two pull requests' environments upon one shared load balancer: numbers in names, hosts, tags and priorities; two commits. */
export const pullRequests = world({
  name: "pull-requests",
  subject: {
    project: "storefront-preview",
    stack: "pr-1873",
    account: "366554433221",
    region: "us-east-1",
    providers: { aws: "6.79.1", command: "1.0.2" },
    values: {
      number: 1873,
      branch: "fix/checkout-rounding",
      sha: "9f3b2c1",
      author: "ines",
      database: "preview_pr_1873",
      expires: "2026-03-09",
    },
  },
  reference: {
    project: "storefront-preview",
    stack: "pr-1860",
    account: "366554433221",
    region: "us-east-1",
    providers: { aws: "6.79.1", command: "1.0.2" },
    values: {
      number: 1860,
      branch: "feat/loyalty-points",
      sha: "41aa07d",
      author: "oskar",
      database: "preview_pr_1860",
      expires: "2026-03-05",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const id = `pr-${v.number}`;
    const vpc = app.read("aws:ec2/vpc:Vpc", "shared", "vpc-07b6a5948372615fe", {
      cidrBlock: "10.20.0.0/16",
      tags: { Name: "preview" },
    });
    const lb = app.read(
      "aws:lb/loadBalancer:LoadBalancer",
      "shared",
      `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/preview/50dc6c495c0c9188`,
      {
        arn: `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/preview/50dc6c495c0c9188`,
        dnsName: "preview-1487263549.us-east-1.elb.amazonaws.com",
        zoneId: "Z35SXDOTRQ7X7K",
      },
    );
    const listener = `arn:aws:elasticloadbalancing:${region}:${account}:listener/app/preview/50dc6c495c0c9188/f2f7dc8efc522ab2`;
    const tags = {
      "preview:pr": String(v.number),
      "preview:branch": v.branch,
      "preview:author": v.author,
      "preview:expires": v.expires,
    };
    const host = `${id}.preview.tulipa.store`;
    app.resource("command:local:Command", "database", {
      create: `psql "$ADMIN_URL" -c 'CREATE DATABASE ${v.database} TEMPLATE preview_template'`,
      delete: `psql "$ADMIN_URL" -c 'DROP DATABASE IF EXISTS ${v.database} WITH (FORCE)'`,
      triggers: [v.database],
    });
    const role = app.resource("aws:iam/role:Role", `${id}-task`, {
      name: `preview-${id}-task`,
      permissionsBoundary: `arn:aws:iam::${account}:policy/preview-boundary`,
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      tags,
    });
    const uploads = app.resource("aws:s3/bucketV2:BucketV2", `${id}-uploads`, {
      bucket: `tulipa-preview-uploads-${v.number}`,
      forceDestroy: true,
      tags,
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", `${id}-uploads`, {
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: text`${uploads.get("arn")}/*` },
          { Effect: "Allow", Action: "s3:ListBucket", Resource: uploads.get("arn") },
        ],
      }),
    });
    const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", `${id}-web`, {
      name: `/preview/${v.number}/web`,
      retentionInDays: 3,
      tags,
    });
    const target = app.resource("aws:lb/targetGroup:TargetGroup", `${id}-web`, {
      name: `preview-${v.number}`,
      port: 3000,
      protocol: "HTTP",
      targetType: "ip",
      vpcId: vpc.id,
      deregistrationDelay: 5,
      healthCheck: { path: "/api/health", interval: 10, healthyThreshold: 2 },
      tags,
    });
    const rule = app.resource("aws:lb/listenerRule:ListenerRule", `${id}-web`, {
      listenerArn: listener,
      conditions: [{ hostHeader: { values: [host, `admin.${host}`] } }],
      actions: [{ type: "forward", targetGroupArn: target.get("arn") }],
      tags,
    });
    const task = app.resource("aws:ecs/taskDefinition:TaskDefinition", `${id}-web`, {
      family: `preview-${id}`,
      cpu: "512",
      memory: "1024",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
      executionRoleArn: `arn:aws:iam::${account}:role/preview-execution`,
      taskRoleArn: role.get("arn"),
      containerDefinitions: json([
        {
          name: "web",
          image: `${account}.dkr.ecr.${region}.amazonaws.com/storefront:pr-${v.number}-${v.sha}`,
          portMappings: [{ containerPort: 3000 }],
          environment: [
            { name: "PR_NUMBER", value: String(v.number) },
            { name: "NEXT_PUBLIC_SITE_URL", value: `https://${host}` },
            { name: "DATABASE_NAME", value: v.database },
            { name: "SENTRY_RELEASE", value: v.sha },
            { name: "SENTRY_ENVIRONMENT", value: id },
            { name: "UPLOADS_BUCKET", value: uploads.get("bucket") },
          ],
          secrets: [
            {
              name: "DATABASE_PASSWORD",
              valueFrom: `arn:aws:secretsmanager:${region}:${account}:secret:preview/database-Ab3dE9:password::`,
            },
          ],
          logConfiguration: {
            logDriver: "awslogs",
            options: { "awslogs-group": logs.get("name"), "awslogs-region": region, "awslogs-stream-prefix": "web" },
          },
        },
      ]),
      tags,
    });
    app.resource(
      "aws:ecs/service:Service",
      `${id}-web`,
      {
        name: `preview-${id}`,
        cluster: `arn:aws:ecs:${region}:${account}:cluster/preview`,
        taskDefinition: task.get("arn"),
        desiredCount: 1,
        launchType: "FARGATE",
        networkConfiguration: {
          subnets: ["subnet-0aa11bb22cc33dd44", "subnet-0ee55ff66aa77bb88"],
          securityGroups: ["sg-0123456789abcdef0"],
          assignPublicIp: false,
        },
        loadBalancers: [{ targetGroupArn: target.get("arn"), containerName: "web", containerPort: 3000 }],
        tags,
      },
      { dependsOn: [rule] },
    );
    app.resource("aws:route53/record:Record", `${id}-web`, {
      zoneId: "Z04488271PREVIEWTULIP",
      name: host,
      type: "CNAME",
      ttl: 60,
      records: [lb.get("dnsName")],
    });
    app.resource("aws:scheduler/schedule:Schedule", `${id}-expiry`, {
      name: `preview-${id}-expiry`,
      flexibleTimeWindow: { mode: "OFF" },
      scheduleExpression: `at(${v.expires}T03:00:00)`,
      target: {
        arn: `arn:aws:lambda:${region}:${account}:function:preview-reaper`,
        roleArn: `arn:aws:iam::${account}:role/preview-scheduler`,
        input: json({ stack: id, pr: v.number }),
      },
    });
  },
  differences: [
    {
      ...difference(
        "changed",
        "aws:ecs/taskDefinition:TaskDefinition::*",
        "containerDefinitions[0].image",
        "Another commit's image.",
      ),
      optional: true,
    },
    {
      ...difference(
        "changed",
        "aws:ecs/taskDefinition:TaskDefinition::*",
        "containerDefinitions[0].environment[3].value",
        "Another commit.",
      ),
      optional: true,
    },
    {
      ...difference(
        "changed",
        "aws:scheduler/schedule:Schedule::*",
        "scheduleExpression",
        "Each goes away at its own time.",
      ),
      optional: true,
    },
    {
      ...difference(
        "changed",
        "aws:scheduler/schedule:Schedule::*",
        "target.input.pr",
        "The number of the pull request, as one.",
      ),
      optional: true,
    },
    { ...difference("changed", "*", 'tags["preview:branch"]', "Another branch.", 12), optional: true },
    { ...difference("changed", "*", 'tags["preview:author"]', "Another author.", 12), optional: true },
    { ...difference("changed", "*", 'tags["preview:expires"]', "Each goes away at its own time.", 12), optional: true },
  ],
});

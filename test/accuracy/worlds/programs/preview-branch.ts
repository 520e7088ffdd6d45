import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** A per-branch environment under components, nested; branch number in every name. */
export const previewBranch = world({
  name: "preview-branch",
  subject: {
    project: "chat",
    stack: "pr-412",
    account: "448811223344",
    region: "us-east-1",
    providers: { aws: "6.66.2", awsx: "2.21.0", "docker-build": "0.0.8" },
    values: { env: "pr-412", host: "pr-412.preview.parley.app", tag: "sha-9f1c2e7", count: 1, spot: true, ttl: 1 },
  },
  reference: {
    project: "chat",
    stack: "production",
    account: "993377115588",
    region: "us-east-1",
    providers: { aws: "6.66.2", awsx: "2.21.0", "docker-build": "0.0.8" },
    values: { env: "production", host: "parley.app", tag: "sha-4be07a3", count: 3, spot: false, ttl: 30 },
  },
  program(app, v) {
    const chat = app.component("parley:service:Chat", `chat-${v.env}`);
    const repo = app.resource(
      "aws:ecr/repository:Repository",
      `chat-${v.env}`,
      { name: `chat-${v.env}`, forceDelete: true },
      { parent: chat },
    );
    const image = app.resource(
      "docker-build:index:Image",
      `chat-${v.env}`,
      {
        pushName: text`${repo.get("repositoryUrl")}:${v.tag}`,
        tags: [text`${repo.get("repositoryUrl")}:${v.tag}`],
        push: true,
        platforms: ["linux/arm64"],
        context: { location: "../app" },
        dockerfile: { location: "../app/Dockerfile" },
      },
      { parent: chat },
    );
    const lb = app.component("awsx:lb:ApplicationLoadBalancer", `chat-${v.env}`, { parent: chat });
    const sg = app.resource(
      "aws:ec2/securityGroup:SecurityGroup",
      `chat-${v.env}`,
      {
        vpcId: "vpc-0default00aa11bb22",
        ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["0.0.0.0/0"] }],
      },
      { parent: lb },
    );
    const alb = app.resource(
      "aws:lb/loadBalancer:LoadBalancer",
      `chat-${v.env}`,
      { securityGroups: [sg.id], subnets: ["subnet-0d0d0d0d1e1e1e1e2", "subnet-0f0f0f0f1a1a1a1a2"] },
      { parent: lb },
    );
    const tg = app.resource(
      "aws:lb/targetGroup:TargetGroup",
      `chat-${v.env}`,
      {
        port: 3000,
        protocol: "HTTP",
        targetType: "ip",
        vpcId: "vpc-0default00aa11bb22",
        stickiness: { type: "lb_cookie", enabled: true, cookieDuration: 86400 },
      },
      { parent: lb },
    );
    app.resource(
      "aws:lb/listener:Listener",
      `chat-${v.env}-0`,
      {
        loadBalancerArn: alb.get("arn"),
        port: 80,
        protocol: "HTTP",
        defaultActions: [{ type: "forward", targetGroupArn: tg.get("arn") }],
      },
      { parent: lb },
    );
    const service = app.component("awsx:ecs:FargateService", `chat-${v.env}`, { parent: chat });
    const logs = app.resource(
      "aws:cloudwatch/logGroup:LogGroup",
      `chat-${v.env}`,
      { retentionInDays: v.ttl },
      { parent: service },
    );
    const role = app.resource(
      "aws:iam/role:Role",
      `chat-${v.env}-task`,
      {
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
        }),
      },
      { parent: service },
    );
    const cluster = app.resource("aws:ecs/cluster:Cluster", `chat-${v.env}`, {}, { parent: chat });
    const task = app.resource(
      "aws:ecs/taskDefinition:TaskDefinition",
      `chat-${v.env}`,
      {
        family: `chat-${v.env}-7c1a90be`,
        cpu: "256",
        memory: "512",
        networkMode: "awsvpc",
        taskRoleArn: role.get("arn"),
        executionRoleArn: role.get("arn"),
        containerDefinitions: json([
          {
            name: "chat",
            image: image.get("ref"),
            essential: true,
            environment: [
              { name: "ORIGIN", value: `https://${v.host}` },
              { name: "COOKIE_DOMAIN", value: `.${v.host}` },
              { name: "NODE_ENV", value: "production" },
            ],
            logConfiguration: {
              logDriver: "awslogs",
              options: {
                "awslogs-group": logs.get("name"),
                "awslogs-region": "us-east-1",
                "awslogs-stream-prefix": "chat",
              },
            },
          },
        ]),
      },
      { parent: service },
    );
    app.resource(
      "aws:ecs/service:Service",
      `chat-${v.env}`,
      {
        cluster: cluster.get("arn"),
        taskDefinition: task.get("arn"),
        desiredCount: v.count,
        ...(v.spot
          ? { capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] }
          : { launchType: "FARGATE" }),
        networkConfiguration: {
          subnets: ["subnet-0d0d0d0d1e1e1e1e2", "subnet-0f0f0f0f1a1a1a1a2"],
          securityGroups: [sg.id],
          assignPublicIp: true,
        },
        loadBalancers: [{ targetGroupArn: tg.get("arn"), containerName: "chat", containerPort: 3000 }],
      },
      { parent: service },
    );
    app.resource(
      "aws:route53/record:Record",
      `chat-${v.env}`,
      {
        zoneId: "Z0661239PARLEYAPPZONE",
        name: v.host,
        type: "A",
        aliases: [{ name: alb.get("dnsName"), zoneId: alb.get("zoneId"), evaluateTargetHealth: true }],
      },
      { parent: chat },
    );
  },
  differences: [
    difference("changed", "aws:cloudwatch/logGroup:LogGroup::*", "retentionInDays", "Logs are kept for a day."),
    difference("changed", "aws:ecs/service:Service::*", "desiredCount", "One task instead of three."),
    difference("added", "aws:ecs/service:Service::*", "capacityProviderStrategies", "Spot capacity in previews."),
    difference("removed", "aws:ecs/service:Service::*", "launchType", "Spot capacity in previews."),
    { ...difference("changed", "docker-build:index:Image::*", "tags[0]", "Another commit's image."), optional: true },
    { ...difference("changed", "docker-build:index:Image::*", "pushName", "Another commit's image."), optional: true },
    {
      ...difference(
        "changed",
        "aws:ecs/taskDefinition:TaskDefinition::*",
        "containerDefinitions[0].image",
        "Another commit's image.",
      ),
      optional: true,
    },
  ],
});

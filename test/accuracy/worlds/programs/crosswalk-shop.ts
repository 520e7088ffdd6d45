import { json, text } from "../engine/wired";
import { difference, world } from "../world";

const SERVICE = "aws:ecs/service:Service::*";
const TASK = "aws:ecs/taskDefinition:TaskDefinition::*";

/** A VPC, a load balancer and Fargate services by awsx; a pattern of the team's own for automatic names. */
export const crosswalkShop = world({
  name: "crosswalk-shop",
  subject: {
    project: "shop",
    stack: "uat",
    account: "441907325518",
    region: "eu-central-1",
    providers: { aws: "7.2.0", awsx: "3.0.0", random: "4.18.0", "docker-build": "0.0.12" },
    values: {
      env: "uat",
      zones: ["eu-central-1a", "eu-central-1b"],
      cidr: "10.21.0.0/16",
      nat: 1,
      tag: "sha-4e1f0aa",
      count: 1,
      cpu: "256",
      memory: "512",
      drain: 30,
      idle: 60,
      health: "/health",
      protect: false,
      insights: "disabled",
      retention: 14,
      log: "debug",
      ids: ["f4a9x2", "k2m8qz", "w0r5tb", "p9d3ye", "b6n1uc", "t7h4gs"],
    },
  },
  reference: {
    project: "shop",
    stack: "live",
    account: "708812346690",
    region: "eu-central-1",
    providers: { aws: "7.2.0", awsx: "3.0.0", random: "4.18.0", "docker-build": "0.0.12" },
    values: {
      env: "live",
      zones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
      cidr: "10.31.0.0/16",
      nat: 3,
      tag: "sha-b80c2d1",
      count: 4,
      cpu: "1024",
      memory: "2048",
      drain: 120,
      idle: 60,
      health: "/health",
      protect: true,
      insights: "enabled",
      retention: 365,
      log: "info",
      ids: ["z8c1vv", "a3j7wl", "q5e9kd", "m0s6xo", "h2g4rp", "y1f8ni"],
    },
  },
  program(app, v) {
    const name = (of: string, at: number) => `shop-${v.env}-${of}-${v.ids[at] ?? ""}`;
    const network = app.component("awsx:ec2:Vpc", "shop");
    const vpc = app.resource(
      "aws:ec2/vpc:Vpc",
      "shop",
      { cidrBlock: v.cidr, enableDnsHostnames: true, tags: { Name: "shop" } },
      { parent: network },
    );
    const [first = "10", second = "0"] = v.cidr.split(".");
    const publics = v.zones.map((availabilityZone, at) => {
      const inside = { parent: vpc };
      const subnet = app.resource(
        "aws:ec2/subnet:Subnet",
        `shop-public-${String(at + 1)}`,
        {
          vpcId: vpc.id,
          cidrBlock: `${first}.${second}.${String(at * 16)}.0/20`,
          availabilityZone,
          mapPublicIpOnLaunch: true,
          tags: { Name: `shop-public-${String(at + 1)}`, SubnetType: "Public" },
        },
        inside,
      );
      if (at < v.nat) {
        const eip = app.resource("aws:ec2/eip:Eip", `shop-${String(at + 1)}`, { domain: "vpc" }, { parent: subnet });
        app.resource(
          "aws:ec2/natGateway:NatGateway",
          `shop-${String(at + 1)}`,
          { subnetId: subnet.id, allocationId: eip.get("allocationId") },
          { parent: subnet },
        );
      }
      return subnet;
    });
    const front = app.component("awsx:lb:ApplicationLoadBalancer", "web");
    const open = app.resource(
      "aws:ec2/securityGroup:SecurityGroup",
      "web",
      {
        name: name("web", 0),
        vpcId: vpc.id,
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
      },
      { parent: front },
    );
    const balancer = app.resource(
      "aws:lb/loadBalancer:LoadBalancer",
      "web",
      {
        name: name("web", 1),
        loadBalancerType: "application",
        subnets: publics.map(({ id }) => id),
        securityGroups: [open.id],
        enableDeletionProtection: v.protect,
        idleTimeout: v.idle,
      },
      { parent: front },
    );
    const target = app.resource(
      "aws:lb/targetGroup:TargetGroup",
      "web",
      {
        name: name("web", 2),
        port: 8080,
        protocol: "HTTP",
        targetType: "ip",
        vpcId: vpc.id,
        deregistrationDelay: v.drain,
        healthCheck: { path: v.health, matcher: "200" },
      },
      { parent: front },
    );
    const repository = app.resource("aws:ecr/repository:Repository", "web", { name: name("web", 3) });
    const image = app.resource("docker-build:index:Image", "web", {
      pushName: text`${repository.get("repositoryUrl")}`,
      tags: [text`${repository.get("repositoryUrl")}:${v.tag}`],
      platforms: ["linux/arm64"],
      push: true,
    });
    const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", "web", {
      name: name("web", 4),
      retentionInDays: v.retention,
    });
    const cluster = app.resource("aws:ecs/cluster:Cluster", "shop", {
      name: name("shop", 5),
      settings: [{ name: "containerInsights", value: v.insights }],
    });
    const service = app.component("awsx:ecs:FargateService", "web");
    const definition = app.component("awsx:ecs:FargateTaskDefinition", "web", { parent: service });
    const role = app.resource(
      "aws:iam/role:Role",
      "web-task",
      {
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
        }),
      },
      { parent: definition },
    );
    const task = app.resource(
      "aws:ecs/taskDefinition:TaskDefinition",
      "web",
      {
        family: `web-${v.env}`,
        cpu: v.cpu,
        memory: v.memory,
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        taskRoleArn: role.get("arn"),
        containerDefinitions: json([
          {
            name: "web",
            image: image.get("ref"),
            essential: true,
            portMappings: [{ containerPort: 8080, protocol: "tcp" }],
            environment: [
              { name: "BASE_URL", value: `https://www.${v.env === "live" ? "" : "uat."}kaffeewerk.de` },
              { name: "LOG_LEVEL", value: v.log },
              { name: "SENTRY_ENVIRONMENT", value: v.env },
              { name: "PORT", value: "8080" },
            ],
            logConfiguration: {
              logDriver: "awslogs",
              options: {
                "awslogs-group": logs.id,
                "awslogs-region": app.place.region,
                "awslogs-stream-prefix": "web",
              },
            },
          },
        ]),
      },
      { parent: definition },
    );
    app.resource(
      "aws:ecs/service:Service",
      "web",
      {
        cluster: cluster.get("arn"),
        desiredCount: v.count,
        launchType: "FARGATE",
        taskDefinition: task.get("arn"),
        networkConfiguration: { subnets: publics.map(({ id }) => id), securityGroups: [open.id], assignPublicIp: true },
        loadBalancers: [{ containerName: "web", containerPort: 8080, targetGroupArn: target.get("arn") }],
      },
      { parent: service, dependsOn: [balancer] },
    );
  },
  differences: [
    difference("missing", "aws:ec2/subnet:Subnet::*", null, "Two zones instead of three."),
    difference("missing", "aws:ec2/eip:Eip::*", null, "One gateway.", 2),
    difference("missing", "aws:ec2/natGateway:NatGateway::*", null, "One gateway.", 2),
    difference("removed", "aws:lb/loadBalancer:LoadBalancer::*", "subnets[*]", "Follows from the missing zone."),
    difference("removed", SERVICE, "networkConfiguration.subnets[*]", "Follows from the missing zone."),
    difference("changed", "aws:lb/loadBalancer:LoadBalancer::*", "enableDeletionProtection", "May be deleted."),
    difference("changed", "aws:lb/targetGroup:TargetGroup::*", "deregistrationDelay", "Drained for less long."),
    difference("changed", "docker-build:index:Image::*", "tags[0]", "Another build."),
    difference("changed", "aws:cloudwatch/logGroup:LogGroup::*", "retentionInDays", "Shorter memory."),
    difference("changed", "aws:ecs/cluster:Cluster::*", "settings[0].value", "No insights."),
    difference("changed", TASK, "cpu", "Less CPU."),
    difference("changed", TASK, "memory", "Less memory."),
    difference("changed", TASK, "containerDefinitions[0].environment[1].value", "More is logged."),
    difference("changed", SERVICE, "desiredCount", "Fewer tasks."),
  ],
});

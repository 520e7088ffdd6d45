import { base64, json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Machines behind an autoscaling group with a script as user data; prefix `s-` and `p-`, one account, one database rewired. */
export const asgWeb = world({
  name: "asg-web",
  subject: {
    project: "web",
    stack: "staging",
    account: "336699001122",
    region: "us-east-1",
    providers: { aws: "5.10.0" },
    values: {
      p: "s",
      env: "staging",
      vpc: "vpc-0f00d1e2a3b4c5d6e",
      subnets: ["subnet-0aa1bb2cc3dd4ee5f", "subnet-0bb2cc3dd4ee5ff60"],
      nginx: "1.25.4",
      min: 1,
      max: 2,
      type: "t3.medium",
      ami: "ami-0123abcd4567ef890",
      ssh: ["10.0.0.0/8", "0.0.0.0/0"],
      pool: 10,
      reports: "primary",
      extraLine: "sysctl -w net.core.somaxconn=1024\n",
    },
  },
  reference: {
    project: "web",
    stack: "production",
    account: "336699001122",
    region: "us-east-1",
    providers: { aws: "5.10.0" },
    values: {
      p: "p",
      env: "production",
      vpc: "vpc-0a9b8c7d6e5f40312",
      subnets: ["subnet-0c1d2e3f405162738", "subnet-0d2e3f40516273849"],
      nginx: "1.24.0",
      min: 4,
      max: 20,
      type: "m5.large",
      ami: "ami-0123abcd4567ef890",
      ssh: ["10.0.0.0/8"],
      pool: 40,
      reports: "replica",
      extraLine: "sysctl -w net.core.somaxconn=1024\n",
    },
  },
  program(app, v) {
    const n = (name: string) => `${v.p}-${name}`;
    const web = app.resource("aws:ec2/securityGroup:SecurityGroup", n("web"), {
      vpcId: v.vpc,
      description: "web",
      ingress: [
        { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/8"] },
        { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: v.ssh },
      ],
      egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
    });
    const data = app.resource("aws:ec2/securityGroup:SecurityGroup", n("data"), {
      vpcId: v.vpc,
      description: "data",
      ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [web.id] }],
    });
    const group = app.resource("aws:rds/subnetGroup:SubnetGroup", n("db"), { subnetIds: v.subnets });
    const primary = app.resource("aws:rds/instance:Instance", n("primary"), {
      engine: "postgres",
      engineVersion: "15.6",
      instanceClass: "db.m6g.large",
      allocatedStorage: 100,
      multiAz: true,
      dbSubnetGroupName: group.get("name"),
      vpcSecurityGroupIds: [data.id],
      identifier: n("primary"),
    });
    const replica = app.resource("aws:rds/instance:Instance", n("replica"), {
      replicateSourceDb: primary.get("identifier"),
      instanceClass: "db.m6g.large",
      vpcSecurityGroupIds: [data.id],
      identifier: n("replica"),
    });
    const role = app.resource("aws:iam/role:Role", n("web"), {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    const profile = app.resource("aws:iam/instanceProfile:InstanceProfile", n("web"), { role: role.get("name") });
    const reports = v.reports === "primary" ? primary : replica;
    const script = text`#!/bin/bash
set -euo pipefail
yum install -y nginx-${v.nginx}
${v.extraLine}cat > /etc/web.env <<EOF
DATABASE_URL=postgres://web@${primary.get("address")}:5432/web?pool=${v.pool}
REPORTS_HOST=${reports.get("address")}
WEB_ENV=${v.env}
EOF
hostnamectl set-hostname ${n("web")}
systemctl enable --now nginx
`;
    const template = app.resource("aws:ec2/launchTemplate:LaunchTemplate", n("web"), {
      imageId: v.ami,
      instanceType: v.type,
      userData: base64(script),
      iamInstanceProfile: { arn: profile.get("arn") },
      vpcSecurityGroupIds: [web.id],
      tagSpecifications: [{ resourceType: "instance", tags: { Name: n("web"), env: v.env } }],
    });
    const tg = app.resource("aws:lb/targetGroup:TargetGroup", n("web"), {
      port: 80,
      protocol: "HTTP",
      vpcId: v.vpc,
      deregistrationDelay: 60,
    });
    const asg = app.resource("aws:autoscaling/group:Group", n("web"), {
      minSize: v.min,
      maxSize: v.max,
      vpcZoneIdentifiers: v.subnets,
      launchTemplate: { id: template.id, version: "$Latest" },
      targetGroupArns: [tg.get("arn")],
      healthCheckType: "ELB",
      tags: [{ key: "Name", value: n("web"), propagateAtLaunch: true }],
    });
    const out = app.resource("aws:autoscaling/policy:Policy", n("web-out"), {
      autoscalingGroupName: asg.get("name"),
      adjustmentType: "ChangeInCapacity",
      scalingAdjustment: 2,
      cooldown: 120,
    });
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", n("web-cpu"), {
      metricName: "CPUUtilization",
      namespace: "AWS/EC2",
      statistic: "Average",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 70,
      period: 60,
      evaluationPeriods: 2,
      dimensions: { AutoScalingGroupName: asg.get("name") },
      alarmActions: [out.get("arn")],
    });
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", n("db-lag"), {
      metricName: "ReplicaLag",
      namespace: "AWS/RDS",
      statistic: "Maximum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 30,
      period: 60,
      evaluationPeriods: 5,
      dimensions: { DBInstanceIdentifier: replica.get("identifier") },
    });
  },
  differences: [
    difference(
      "added",
      "aws:ec2/securityGroup:SecurityGroup::s-web",
      "ingress[1].cidrBlocks[*]",
      "SSH is open to the world in staging.",
    ),
    difference(
      "changed",
      "aws:ec2/launchTemplate:LaunchTemplate::*",
      "userData",
      "Another nginx; another pool size; reports read from the primary.",
    ),
    difference("changed", "aws:ec2/launchTemplate:LaunchTemplate::*", "instanceType", "A smaller, burstable machine."),
    difference("changed", "aws:autoscaling/group:Group::*", "minSize", "One machine instead of four."),
    difference("changed", "aws:autoscaling/group:Group::*", "maxSize", "Two machines at most instead of twenty."),
  ],
});

import { base64, json, text, Wired } from "../engine/wired";
import { difference, world } from "../world";

const ASG = "aws:autoscaling/group:Group::*";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate::*";

/** A fleet of machines that takes network and cluster from two other stacks by stack references. */
export const referringFleet = world({
  name: "referring-fleet",
  subject: {
    project: "fleet",
    stack: "preprod-euw1",
    account: "559013847261",
    region: "eu-west-1",
    providers: { aws: "6.60.0" },
    values: {
      env: "preprod",
      vpc: "vpc-0a11b7c92de4f5063",
      subnets: ["subnet-07f1a2b3c4d5e6f78", "subnet-0c9b8a7d6e5f40312"],
      certificate: "arn:aws:acm:eu-west-1:559013847261:certificate/0d3e5b12-7a4c-4f0b-9d1e-2c3b4a5d6e7f",
      key: "arn:aws:kms:eu-west-1:559013847261:key/5c1f0a9b-2d3e-4f56-8a7b-9c0d1e2f3a4b",
      database: "fleet-preprod.cluster-c1abcdefghij.eu-west-1.rds.amazonaws.com",
      ami: "ami-0f3c7d1a2b4e5f607",
      type: "m6i.large",
      min: 1,
      max: 3,
      onDemand: 0,
      pool: 10,
      host: "fleet.preprod.haulage.co.uk",
      poll: "https://telematics.haulage.co.uk:8443/v2/poll",
      agent: "7.58.1",
    },
  },
  reference: {
    project: "fleet",
    stack: "prod-euw1",
    account: "127700913388",
    region: "eu-west-1",
    providers: { aws: "6.60.0" },
    values: {
      env: "prod",
      vpc: "vpc-0e88d1f40ab2c3975",
      subnets: ["subnet-0b4e6f8a1c2d3e5f7", "subnet-01d2c3b4a5f6e7d89"],
      certificate: "arn:aws:acm:eu-west-1:127700913388:certificate/b41d7c09-3e5a-4b6c-8d7e-9f0a1b2c3d4e",
      key: "arn:aws:kms:eu-west-1:127700913388:key/e7d6c5b4-a392-4817-b605-f4e3d2c1b0a9",
      database: "fleet-prod.cluster-c9zyxwvutsrq.eu-west-1.rds.amazonaws.com",
      ami: "ami-0f3c7d1a2b4e5f607",
      type: "m6i.2xlarge",
      min: 3,
      max: 12,
      onDemand: 3,
      pool: 50,
      host: "fleet.haulage.co.uk",
      poll: "https://telematics.haulage.co.uk:8443/v1/poll",
      agent: "7.58.1",
    },
  },
  program(app, v) {
    const network = `haulage/network/${v.env}-euw1`;
    const data = `haulage/data/${v.env}-euw1`;
    const refer = (name: string, outputs: Record<string, string | string[]>) =>
      app.resource("pulumi:pulumi:StackReference", name, { name }, { outputs: { outputs, secretOutputNames: [] } });
    const net = refer(network, { vpcId: v.vpc, privateSubnetIds: v.subnets, certificateArn: v.certificate });
    const store = refer(data, { databaseHost: v.database, keyArn: v.key });
    const output = (of: typeof net, path: string) => of.get(`outputs.${path}`);
    const subnets = v.subnets.map((_, at) => output(net, `privateSubnetIds.${String(at)}`));
    const group = app.resource("aws:ec2/securityGroup:SecurityGroup", "fleet", {
      vpcId: output(net, "vpcId"),
      description: "Machines of the fleet",
      tags: { Name: `fleet-${v.env}` },
    });
    app.resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "fleet-https", {
      securityGroupId: group.id,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "10.0.0.0/8",
    });
    const role = app.resource("aws:iam/role:Role", "fleet", {
      name: `fleet-${v.env}-euw1`,
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: ["ec2.amazonaws.com"] }, Action: ["sts:AssumeRole"] }],
      }),
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", "fleet", {
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: output(store, "keyArn") },
          {
            Effect: "Allow",
            Action: ["ssm:GetParameter*"],
            Resource: `arn:aws:ssm:eu-west-1:${app.place.account}:parameter/fleet/${v.env}/*`,
          },
        ],
      }),
    });
    const profile = app.resource("aws:iam/instanceProfile:InstanceProfile", "fleet", { role: role.get("name") });
    const script = text`#!/bin/bash
set -euo pipefail
export STAGE=${v.env}
cat > /etc/fleet/app.toml <<'TOML'
[database]
url = "postgres://fleet@${output(store, "databaseHost")}:5432/fleet?sslmode=require"
pool = ${v.pool}
[telematics]
poll = "${v.poll}"
[log]
group = "/fleet/${v.env}/app"
TOML
curl -sSL https://s3.amazonaws.com/dd-agent/scripts/install_script_agent7.sh | DD_AGENT_MINOR_VERSION=${v.agent} DD_ENV=${v.env} bash
aws ssm get-parameter --name /fleet/${v.env}/token --region eu-west-1 > /etc/fleet/token
systemctl enable --now fleet
`;
    const template = app.resource("aws:ec2/launchTemplate:LaunchTemplate", "fleet", {
      imageId: v.ami,
      instanceType: v.type,
      iamInstanceProfile: { arn: profile.get("arn") },
      vpcSecurityGroupIds: [group.id],
      userData: base64(script),
      blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { volumeSize: 40, encrypted: "true", kmsKeyId: output(store, "keyArn") } },
      ],
      tagSpecifications: [{ resourceType: "instance", tags: { Name: `fleet-${v.env}`, "haulage:env": v.env } }],
    });
    const balancer = app.resource("aws:lb/loadBalancer:LoadBalancer", "fleet", {
      internal: true,
      subnets,
      securityGroups: [group.id],
    });
    const target = app.resource("aws:lb/targetGroup:TargetGroup", "fleet", {
      port: 8443,
      protocol: "HTTPS",
      vpcId: output(net, "vpcId"),
    });
    app.resource("aws:lb/listener:Listener", "fleet", {
      loadBalancerArn: balancer.get("arn"),
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      certificateArn: output(net, "certificateArn"),
      defaultActions: [{ type: "forward", targetGroupArn: target.get("arn") }],
    });
    app.resource("aws:autoscaling/group:Group", "fleet", {
      minSize: v.min,
      maxSize: v.max,
      vpcZoneIdentifiers: subnets,
      targetGroupArns: [target.get("arn")],
      healthCheckType: "ELB",
      mixedInstancesPolicy: {
        instancesDistribution: { onDemandBaseCapacity: v.onDemand, spotAllocationStrategy: "price-capacity-optimized" },
        launchTemplate: { launchTemplateSpecification: { launchTemplateId: template.id, version: "$Latest" } },
      },
      tags: [{ key: "Name", value: `fleet-${v.env}`, propagateAtLaunch: true }],
    });
    app.resource("aws:ssm/parameter:Parameter", "database-url", {
      name: `/fleet/${v.env}/database-url`,
      type: "String",
      value: new Wired(`postgres://fleet@${v.database}:5432/fleet`, [store.urn]),
    });
    app.resource("aws:ssm/parameter:Parameter", "public-url", {
      name: `/fleet/${v.env}/public-url`,
      type: "String",
      value: `https://${v.host}`,
    });
  },
  differences: [
    difference("changed", TEMPLATE, "instanceType", "Smaller machines."),
    difference("changed", TEMPLATE, "userData", "A smaller pool and another version of the telematics API."),
    difference("changed", ASG, "minSize", "Fewer machines."),
    difference("changed", ASG, "maxSize", "Fewer machines."),
    difference(
      "changed",
      ASG,
      "mixedInstancesPolicy.instancesDistribution.onDemandBaseCapacity",
      "All machines may be taken away.",
    ),
  ],
});

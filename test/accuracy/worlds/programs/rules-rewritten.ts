import { difference, world } from "../world";

/** Security-group rules: inline, separate, and of the newer type, with one port that is open in staging alone. */
export const rulesRewritten = world({
  name: "rules-rewritten",
  subject: {
    project: "gateway",
    stack: "staging",
    account: "473829105647",
    region: "us-east-1",
    providers: { aws: "7.5.0" },
    values: { newer: true, inline: false, debug: true, env: "staging", vpc: "vpc-0c0ffee0c0ffee123" },
  },
  reference: {
    project: "gateway",
    stack: "production",
    account: "473829105647",
    region: "us-east-1",
    providers: { aws: "6.60.0" },
    values: { newer: false, inline: true, debug: false, env: "production", vpc: "vpc-0deadbeefdeadbee0" },
  },
  program(app, v) {
    const front = app.resource("aws:ec2/securityGroup:SecurityGroup", "front", { vpcId: v.vpc, description: "front" });
    const rule = (name: string, port: number) =>
      v.newer
        ? app.resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, {
            securityGroupId: front.id,
            ipProtocol: "tcp",
            fromPort: port,
            toPort: port,
            cidrIpv4: "0.0.0.0/0",
          })
        : app.resource("aws:ec2/securityGroupRule:SecurityGroupRule", name, {
            type: "ingress",
            securityGroupId: front.id,
            protocol: "tcp",
            fromPort: port,
            toPort: port,
            cidrBlocks: ["0.0.0.0/0"],
          });
    rule("front-http", 80);
    rule("front-https", 443);
    if (v.debug) rule("front-debug", 9229);
    const inlineRules = { ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [front.id] }] };
    const back = app.resource("aws:ec2/securityGroup:SecurityGroup", "back", {
      vpcId: v.vpc,
      description: "back",
      ...(v.inline ? inlineRules : {}),
    });
    if (!v.inline)
      app.resource("aws:ec2/securityGroupRule:SecurityGroupRule", "back-pg", {
        type: "ingress",
        securityGroupId: back.id,
        protocol: "tcp",
        fromPort: 5432,
        toPort: 5432,
        sourceSecurityGroupId: front.id,
      });
    app.resource("aws:ec2/instance:Instance", "proxy", {
      ami: "ami-0f1e2d3c4b5a69788",
      instanceType: "t3.small",
      vpcSecurityGroupIds: [front.id, back.id],
      tags: { Name: `proxy-${v.env}` },
    });
  },
  differences: [
    difference(
      "extra",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::front-debug",
      null,
      "A debugger's port is open in staging.",
    ),
    difference("changed", "pulumi:providers:aws::*", "version", "Another major of the provider."),
  ],
});

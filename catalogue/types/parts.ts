import type { PartFacts } from "../../core/model/catalogue";

const RULE = { protocol: "protocol", ipProtocol: "protocol", fromPort: "from", toPort: "to" };
const RULE_PEERS = [
  "cidrBlocks",
  "ipv6CidrBlocks",
  "securityGroups",
  "prefixListIds",
  "self",
  "cidrIpv4",
  "cidrIpv6",
  "sourceSecurityGroupId",
  "referencedSecurityGroupId",
  "prefixListId",
];
const ROUTE = {
  cidrBlock: "to",
  ipv6CidrBlock: "to",
  destinationCidrBlock: "to",
  destinationIpv6CidrBlock: "to",
  destinationPrefixListId: "to",
};
const ROUTE_PEERS = [
  "gatewayId",
  "natGatewayId",
  "egressOnlyGatewayId",
  "transitGatewayId",
  "vpcPeeringConnectionId",
  "vpcEndpointId",
  "networkInterfaceId",
];

const rule = (thing: string, where: Pick<PartFacts, "list" | "owner" | "when">): PartFacts => ({
  thing,
  names: RULE,
  peers: RULE_PEERS,
  /** Of all protocols there are no ports. */
  without: { protocol: ["-1", "all"], names: ["from", "to"] },
  ...where,
});

/** What a program may write in a list of its owner or as resources of their own, by type glob. */
export const writtenParts: readonly (readonly [types: string, parts: readonly PartFacts[]])[] = [
  ["aws:ec2/securityGroup:SecurityGroup", [rule("ingress", { list: "ingress" }), rule("egress", { list: "egress" })]],
  [
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    [
      rule("ingress", { owner: "securityGroupId", when: { type: "ingress" } }),
      rule("egress", { owner: "securityGroupId", when: { type: "egress" } }),
    ],
  ],
  ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", [rule("ingress", { owner: "securityGroupId" })]],
  ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", [rule("egress", { owner: "securityGroupId" })]],
  ["aws:ec2/routeTable:RouteTable", [{ thing: "route", list: "routes", names: ROUTE, peers: ROUTE_PEERS }]],
  ["aws:ec2/route:Route", [{ thing: "route", owner: "routeTableId", names: ROUTE, peers: ROUTE_PEERS }]],
  ["aws:iam/role:Role", [{ thing: "policy", list: "managedPolicyArns", names: {}, peers: [] }]],
  [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    [{ thing: "policy", owner: "role", names: {}, peers: ["policyArn"] }],
  ],
];

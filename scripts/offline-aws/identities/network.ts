import type { Identity } from "./identity";

const LOAD_BALANCER = "loadbalancer/app/{name}/{hex:16}";

/** Networks and what stands at their edge, by the middle part of a type token. */
export const NETWORK: Readonly<Record<string, Identity>> = {
  "cloudfront/distribution": {
    id: "E{upper:13}",
    arn: "cloudfront::{account}:distribution/{id}",
    outputs: {
      domainName: "d{base36:13}.cloudfront.net",
      hostedZoneId: "Z2FDTNDATAQYW2",
      etag: "E{upper:12}",
      status: "Deployed",
    },
  },
  "cloudfront/originAccessControl": {
    id: "E{upper:13}",
    arn: "cloudfront::{account}:origin-access-control/{id}",
    outputs: { etag: "E{upper:12}" },
  },
  "ec2/eip": {
    id: "eipalloc-{hex:17}",
    arn: "ec2:{region}:{account}:elastic-ip/{id}",
    outputs: { allocationId: "eipalloc-{hex:17}", publicIp: "52.1{nonzero:1}.{nonzero:2}.8{nonzero:1}" },
  },
  "ec2/flowLog": { id: "fl-{hex:17}", arn: "ec2:{region}:{account}:vpc-flow-log/{id}" },
  "ec2/instance": {
    id: "i-{hex:17}",
    arn: "ec2:{region}:{account}:instance/{id}",
    outputs: { instanceState: "running" },
    replaces: ["ami"],
  },
  "ec2/internetGateway": { id: "igw-{hex:17}", arn: "ec2:{region}:{account}:internet-gateway/{id}" },
  "ec2/natGateway": {
    id: "nat-{hex:17}",
    outputs: {
      networkInterfaceId: "eni-{hex:17}",
      publicIp: "52.1{nonzero:1}.{nonzero:2}.8{nonzero:1}",
      associationId: "eipassoc-{hex:17}",
    },
    replaces: ["subnetId", "allocationId"],
  },
  "ec2/route": { id: "r-{routeTableId}{digits:10}", outputs: { state: "active", origin: "CreateRoute" } },
  "ec2/routeTable": { id: "rtb-{hex:17}", arn: "ec2:{region}:{account}:route-table/{id}", replaces: ["vpcId"] },
  "ec2/routeTableAssociation": { id: "rtbassoc-{hex:17}", replaces: ["subnetId"] },
  "ec2/securityGroup": {
    id: "sg-{hex:17}",
    arn: "ec2:{region}:{account}:security-group/{id}",
    replaces: ["vpcId", "description", "name"],
  },
  "ec2/securityGroupRule": { id: "sgrule-{digits:10}", outputs: { securityGroupRuleId: "sgr-{hex:17}" } },
  "ec2/subnet": {
    id: "subnet-{hex:17}",
    arn: "ec2:{region}:{account}:subnet/{id}",
    outputs: { availabilityZoneId: "{zoneId}" },
    replaces: ["vpcId", "cidrBlock", "availabilityZone"],
  },
  "ec2/vpc": {
    id: "vpc-{hex:17}",
    arn: "ec2:{region}:{account}:vpc/{id}",
    outputs: {
      mainRouteTableId: "rtb-{hex:17}",
      defaultRouteTableId: "rtb-{hex:17}",
      defaultSecurityGroupId: "sg-{hex:17}",
      defaultNetworkAclId: "acl-{hex:17}",
      dhcpOptionsId: "dopt-{hex:17}",
    },
    replaces: ["cidrBlock"],
  },
  "ec2/vpcEndpoint": {
    id: "vpce-{hex:17}",
    arn: "ec2:{region}:{account}:vpc-endpoint/{id}",
    outputs: { state: "available", prefixListId: "pl-{hex:8}" },
  },
  "lb/listener": {
    id: "arn:aws:elasticloadbalancing:{region}:{account}:listener/app/{digits:6}/{hex:16}/{base36:16}",
    arn: "elasticloadbalancing:{region}:{account}:listener/app/{digits:6}/{hex:16}/{base36:16}",
    replaces: ["loadBalancerArn"],
  },
  "lb/loadBalancer": {
    id: `arn:aws:elasticloadbalancing:{region}:{account}:${LOAD_BALANCER}`,
    arn: `elasticloadbalancing:{region}:{account}:${LOAD_BALANCER}`,
    outputs: {
      arnSuffix: "app/{name}/{hex:16}",
      dnsName: "{name}-{digits:10}.{region}.elb.amazonaws.com",
      zoneId: "Z32O12XQLNTSW2",
    },
    replaces: ["name", "internal", "loadBalancerType"],
  },
  "lb/targetGroup": {
    id: "arn:aws:elasticloadbalancing:{region}:{account}:targetgroup/{name}/{hex:16}",
    arn: "elasticloadbalancing:{region}:{account}:targetgroup/{name}/{hex:16}",
    outputs: { arnSuffix: "targetgroup/{name}/{hex:16}" },
    replaces: ["name", "port", "protocol", "targetType", "vpcId"],
  },
  "route53/record": { id: "{zoneId}_{name}_{type}", outputs: { fqdn: "{name}" } },
  "route53/zone": { id: "Z{upper:20}", arn: "route53:::hostedzone/{id}", outputs: { zoneId: "Z{upper:20}" } },
  "wafv2/webAcl": {
    id: "{uuid}",
    arn: "wafv2:{region}:{account}:regional/webacl/{name}/{id}",
    outputs: { capacity: 700 },
  },
};

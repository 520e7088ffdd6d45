import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Network } from "./network";

/** Sessions and carts, in memory. */
export class Cache extends pulumi.ComponentResource {
  readonly group: aws.elasticache.ReplicationGroup;

  constructor(name: string, args: { readonly network: Network; readonly nodeType: string; readonly nodes: number }) {
    super("storefront:cache:Cache", name);
    const parent = { parent: this };
    const ingress = [{ protocol: "tcp", fromPort: 6379, toPort: 6379, cidrBlocks: [args.network.vpc.cidrBlock] }];
    const securityGroup = args.network.securityGroup("cache", "Redis from inside", ingress, this);
    const subnets = new aws.elasticache.SubnetGroup("cache", { subnetIds: args.network.privateSubnetIds }, parent);
    const parameters = new aws.elasticache.ParameterGroup(
      "cache",
      { family: "redis7", parameters: [{ name: "maxmemory-policy", value: "volatile-lru" }] },
      parent,
    );
    this.group = new aws.elasticache.ReplicationGroup(
      "sessions",
      {
        description: "Sessions and carts",
        engine: "redis",
        engineVersion: "7.1",
        nodeType: args.nodeType,
        numCacheClusters: args.nodes,
        automaticFailoverEnabled: args.nodes > 1,
        multiAzEnabled: args.nodes > 1,
        atRestEncryptionEnabled: true,
        transitEncryptionEnabled: true,
        parameterGroupName: parameters.name,
        subnetGroupName: subnets.name,
        securityGroupIds: [securityGroup.id],
        snapshotRetentionLimit: 3,
      },
      parent,
    );
    this.registerOutputs();
  }
}

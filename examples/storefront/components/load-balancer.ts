import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../settings";
import type { Network } from "./network";
import type { Storage } from "./storage";

/** Where the load balancer stands. */
export interface LoadBalancerArgs {
  readonly settings: Settings;
  readonly network: Network;
  readonly storage: Storage;
}

/** The public entrance: HTTPS only, HTTP is sent there. */
export class LoadBalancer extends pulumi.ComponentResource {
  readonly loadBalancer: aws.lb.LoadBalancer;
  readonly targetGroup: aws.lb.TargetGroup;
  readonly listener: aws.lb.Listener;
  readonly securityGroup: aws.ec2.SecurityGroup;

  constructor(
    name: string,
    { settings, network, storage }: LoadBalancerArgs,
    options: pulumi.ComponentResourceOptions,
  ) {
    super("storefront:web:LoadBalancer", name, {}, options);
    const parent = { parent: this };
    const open = [80, 443].map((port) => ({
      protocol: "tcp",
      fromPort: port,
      toPort: port,
      cidrBlocks: ["0.0.0.0/0"],
    }));
    this.securityGroup = network.securityGroup("entrance", "HTTP and HTTPS from anywhere", open, this);
    this.loadBalancer = new aws.lb.LoadBalancer(
      "shop",
      {
        loadBalancerType: "application",
        subnets: network.publicSubnets.map(({ id }) => id),
        securityGroups: [this.securityGroup.id],
        idleTimeout: 60,
        enableDeletionProtection: settings.deletionProtection,
        dropInvalidHeaderFields: true,
        accessLogs: { bucket: storage.logs.bucket, prefix: "alb", enabled: true },
      },
      parent,
    );
    this.targetGroup = new aws.lb.TargetGroup(
      "web",
      {
        port: 8080,
        protocol: "HTTP",
        targetType: "ip",
        vpcId: network.vpc.id,
        deregistrationDelay: 30,
        healthCheck: {
          path: "/health",
          interval: 15,
          timeout: 5,
          healthyThreshold: 2,
          unhealthyThreshold: 3,
          matcher: "200",
        },
      },
      parent,
    );
    this.listener = this.#listeners(settings.certificateArn);
    this.registerOutputs();
  }

  #listeners(certificateArn: string): aws.lb.Listener {
    const redirect = { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" };
    new aws.lb.Listener(
      "http",
      {
        loadBalancerArn: this.loadBalancer.arn,
        port: 80,
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect }],
      },
      { parent: this },
    );
    return new aws.lb.Listener(
      "https",
      {
        loadBalancerArn: this.loadBalancer.arn,
        port: 443,
        protocol: "HTTPS",
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        certificateArn,
        defaultActions: [{ type: "forward", targetGroupArn: this.targetGroup.arn }],
      },
      { parent: this },
    );
  }
}

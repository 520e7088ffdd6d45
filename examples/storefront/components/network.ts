import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** How a network is cut: `vpcCidr` is a /16, each zone gets a /20 for what is public and one for what is not. */
export interface NetworkArgs {
  readonly vpcCidr: string;
  readonly zones: number;
  readonly natPerZone: boolean;
}

const ZONE_LETTERS = ["a", "b", "c"] as const;

function cidrOf(vpcCidr: string, index: number): string {
  const [first, second] = vpcCidr.split(".");
  return `${first ?? "10"}.${second ?? "0"}.${index * 16}.0/20`;
}

/** A VPC over two or three zones: public subnets, private ones behind NAT, and a way to S3 that leaves the internet out. */
export class Network extends pulumi.ComponentResource {
  readonly vpc: aws.ec2.Vpc;
  readonly publicSubnets: aws.ec2.Subnet[] = [];
  readonly privateSubnets: aws.ec2.Subnet[] = [];
  readonly #privateRoutes: aws.ec2.RouteTable[] = [];
  readonly #nats: aws.ec2.NatGateway[] = [];

  constructor(name: string, args: NetworkArgs) {
    super("storefront:network:Network", name);
    const zones = aws.getAvailabilityZonesOutput({ state: "available" }, { parent: this });
    this.vpc = new aws.ec2.Vpc(
      "vpc",
      {
        cidrBlock: args.vpcCidr,
        enableDnsHostnames: true,
        enableDnsSupport: true,
        tags: { Name: `storefront-${pulumi.getStack()}` },
      },
      { parent: this },
    );
    const publicRoutes = this.#publicRoutes();
    for (const [index, letter] of ZONE_LETTERS.slice(0, args.zones).entries()) {
      const zone = zones.names[index] ?? pulumi.output("");
      this.#publicZone(letter, index, zone, args.vpcCidr, publicRoutes);
      if (args.natPerZone || index === 0) this.#natGateway(letter, index);
      this.#privateZone(letter, index, zone, args.vpcCidr);
    }
    this.#s3Endpoint();
    this.registerOutputs();
  }

  #publicRoutes(): aws.ec2.RouteTable {
    const gateway = new aws.ec2.InternetGateway("internet", { vpcId: this.vpc.id }, { parent: this });
    const table = new aws.ec2.RouteTable("public", { vpcId: this.vpc.id }, { parent: this });
    new aws.ec2.Route(
      "public-internet",
      { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
      { parent: this },
    );
    return table;
  }

  #publicZone(
    letter: string,
    index: number,
    zone: pulumi.Output<string>,
    vpcCidr: string,
    routes: aws.ec2.RouteTable,
  ): void {
    const subnet = new aws.ec2.Subnet(
      `public-${letter}`,
      { vpcId: this.vpc.id, availabilityZone: zone, cidrBlock: cidrOf(vpcCidr, index), mapPublicIpOnLaunch: true },
      { parent: this },
    );
    new aws.ec2.RouteTableAssociation(
      `public-${letter}`,
      { subnetId: subnet.id, routeTableId: routes.id },
      { parent: this },
    );
    this.publicSubnets.push(subnet);
  }

  #natGateway(letter: string, index: number): void {
    const address = new aws.ec2.Eip(`nat-${letter}`, { domain: "vpc" }, { parent: this });
    const subnetId = this.publicSubnets[index]?.id ?? "";
    this.#nats.push(new aws.ec2.NatGateway(`nat-${letter}`, { allocationId: address.id, subnetId }, { parent: this }));
  }

  #privateZone(letter: string, index: number, zone: pulumi.Output<string>, vpcCidr: string): void {
    const cidrBlock = cidrOf(vpcCidr, index + 8);
    const subnet = new aws.ec2.Subnet(
      `private-${letter}`,
      { vpcId: this.vpc.id, availabilityZone: zone, cidrBlock },
      { parent: this },
    );
    const table = new aws.ec2.RouteTable(`private-${letter}`, { vpcId: this.vpc.id }, { parent: this });
    const nat = this.#nats[index] ?? this.#nats[0];
    new aws.ec2.Route(
      `private-${letter}-nat`,
      { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat?.id ?? "" },
      { parent: this },
    );
    new aws.ec2.RouteTableAssociation(
      `private-${letter}`,
      { subnetId: subnet.id, routeTableId: table.id },
      { parent: this },
    );
    this.privateSubnets.push(subnet);
    this.#privateRoutes.push(table);
  }

  #s3Endpoint(): void {
    const { region } = aws.getRegionOutput({}, { parent: this });
    new aws.ec2.VpcEndpoint(
      "s3",
      {
        vpcId: this.vpc.id,
        serviceName: pulumi.interpolate`com.amazonaws.${region}.s3`,
        routeTableIds: this.#privateRoutes.map(({ id }) => id),
      },
      { parent: this },
    );
  }

  /** A security group in this network that lets everything out, and in what is asked for. */
  securityGroup(
    name: string,
    description: string,
    ingress: aws.types.input.ec2.SecurityGroupIngress[],
    parent: pulumi.Resource,
  ): aws.ec2.SecurityGroup {
    const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
    return new aws.ec2.SecurityGroup(name, { vpcId: this.vpc.id, description, ingress, egress }, { parent });
  }

  /** The ids of the subnets that nobody outside reaches. */
  get privateSubnetIds(): pulumi.Output<string>[] {
    return this.privateSubnets.map(({ id }) => id);
  }
}

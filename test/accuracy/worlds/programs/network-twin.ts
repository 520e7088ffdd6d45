import { json, text } from "../engine/wired";
import { world } from "../world";

/** A network deployed twice, uppercase names, two regions and accounts: nothing differs. */
export const networkTwin = world({
  name: "network-twin",
  subject: {
    project: "network",
    stack: "NONPROD",
    account: "203948571102",
    region: "us-west-2",
    providers: { aws: "5.43.0" },
    values: {
      env: "NONPROD",
      second: "10.112",
      zones: ["us-west-2a", "us-west-2b", "us-west-2c"],
      peer: "pcx-0a1b2c3d4e5f60718",
    },
  },
  reference: {
    project: "network",
    stack: "LIVE",
    account: "918273645509",
    region: "us-east-1",
    providers: { aws: "5.43.0" },
    values: {
      env: "LIVE",
      second: "10.16",
      zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
      peer: "pcx-0f9e8d7c6b5a49382",
    },
  },
  program(app, v) {
    const tags = (name: string) => ({ Name: `${v.env}-${name}`, Environment: v.env });
    const network = app.component("acme:network:Network", `${v.env}-NETWORK`);
    const inside = { parent: network };
    const vpc = app.resource(
      "aws:ec2/vpc:Vpc",
      `${v.env}-VPC`,
      { cidrBlock: `${v.second}.0.0/16`, enableDnsHostnames: true, enableDnsSupport: true, tags: tags("VPC") },
      inside,
    );
    const igw = app.resource(
      "aws:ec2/internetGateway:InternetGateway",
      `${v.env}-IGW`,
      { vpcId: vpc.id, tags: tags("IGW") },
      { parent: vpc },
    );
    const open = app.resource(
      "aws:ec2/routeTable:RouteTable",
      `${v.env}-PUBLIC`,
      { vpcId: vpc.id, tags: tags("PUBLIC") },
      { parent: vpc },
    );
    app.resource(
      "aws:ec2/route:Route",
      `${v.env}-PUBLIC-OUT`,
      { routeTableId: open.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: igw.id },
      { parent: open },
    );
    v.zones.forEach((availabilityZone, index) => {
      const front = app.resource(
        "aws:ec2/subnet:Subnet",
        `${v.env}-PUBLIC-${index + 1}`,
        {
          vpcId: vpc.id,
          availabilityZone,
          cidrBlock: `${v.second}.${index}.0/24`,
          mapPublicIpOnLaunch: true,
          tags: tags(`PUBLIC-${index + 1}`),
        },
        { parent: vpc },
      );
      app.resource(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        `${v.env}-PUBLIC-${index + 1}`,
        { subnetId: front.id, routeTableId: open.id },
        { parent: front },
      );
      const eip = app.resource(
        "aws:ec2/eip:Eip",
        `${v.env}-NAT-${index + 1}`,
        { domain: "vpc", tags: tags(`NAT-${index + 1}`) },
        { parent: front },
      );
      const nat = app.resource(
        "aws:ec2/natGateway:NatGateway",
        `${v.env}-NAT-${index + 1}`,
        { subnetId: front.id, allocationId: eip.get("allocationId"), tags: tags(`NAT-${index + 1}`) },
        { parent: front },
      );
      const back = app.resource(
        "aws:ec2/subnet:Subnet",
        `${v.env}-PRIVATE-${index + 1}`,
        {
          vpcId: vpc.id,
          availabilityZone,
          cidrBlock: `${v.second}.${32 * (index + 1)}.0/19`,
          tags: tags(`PRIVATE-${index + 1}`),
        },
        { parent: vpc },
      );
      const table = app.resource(
        "aws:ec2/routeTable:RouteTable",
        `${v.env}-PRIVATE-${index + 1}`,
        { vpcId: vpc.id, tags: tags(`PRIVATE-${index + 1}`) },
        { parent: back },
      );
      app.resource(
        "aws:ec2/route:Route",
        `${v.env}-PRIVATE-${index + 1}-OUT`,
        { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id },
        { parent: table },
      );
      app.resource(
        "aws:ec2/route:Route",
        `${v.env}-PRIVATE-${index + 1}-PEER`,
        { routeTableId: table.id, destinationCidrBlock: "172.20.0.0/16", vpcPeeringConnectionId: v.peer },
        { parent: table },
      );
      app.resource(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        `${v.env}-PRIVATE-${index + 1}`,
        { subnetId: back.id, routeTableId: table.id },
        { parent: back },
      );
    });
    const sg = app.resource(
      "aws:ec2/securityGroup:SecurityGroup",
      `${v.env}-ENDPOINTS`,
      {
        vpcId: vpc.id,
        description: `endpoints ${v.env}`,
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [`${v.second}.0.0/16`] }],
        tags: tags("ENDPOINTS"),
      },
      inside,
    );
    app.resource(
      "aws:ec2/vpcEndpoint:VpcEndpoint",
      `${v.env}-S3`,
      {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${app.place.region}.s3`,
        vpcEndpointType: "Gateway",
        routeTableIds: [open.id],
        policy: json({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: "*",
              Action: "s3:*",
              Resource: "*",
              Condition: { StringEquals: { "aws:PrincipalAccount": app.place.account } },
            },
          ],
        }),
      },
      inside,
    );
    app.resource(
      "aws:ec2/vpcEndpoint:VpcEndpoint",
      `${v.env}-SSM`,
      {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${app.place.region}.ssm`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        securityGroupIds: [sg.id],
      },
      inside,
    );
    const logs = app.resource(
      "aws:s3/bucket:Bucket",
      `${v.env}-FLOW-LOGS`,
      { bucket: `acme-${v.env.toLowerCase()}-flow-logs-${app.place.account}-${app.place.region}` },
      inside,
    );
    app.resource(
      "aws:s3/bucketPolicy:BucketPolicy",
      `${v.env}-FLOW-LOGS`,
      {
        bucket: logs.id,
        policy: json({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "AWSLogDeliveryWrite",
              Effect: "Allow",
              Principal: { Service: "delivery.logs.amazonaws.com" },
              Action: "s3:PutObject",
              Resource: text`${logs.get("arn")}/AWSLogs/${app.place.account}/*`,
              Condition: { ArnLike: { "aws:SourceArn": `arn:aws:logs:${app.place.region}:${app.place.account}:*` } },
            },
          ],
        }),
      },
      inside,
    );
  },
  differences: [],
});

import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** A classic network with one gateway in staging and one in each zone in production, and a site with a shared file system upon it. */
export const natStrategies = world({
  name: "nat-strategies",
  subject: {
    project: "press",
    stack: "stage",
    account: "613245789012",
    region: "eu-west-1",
    providers: { aws: "6.50.1", awsx: "2.13.0", random: "4.16.3" },
    values: {
      single: true,
      second: "10.31",
      count: { min: 1, max: 2 },
      type: "t4g.small",
      class: "db.t4g.small",
      multi: false,
      host: "stage.vesper-press.ie",
      days: 1,
      php: "256M",
      debug: "true",
      zone: "Z10STAGE4VESPERPRESS",
      protect: false,
      burst: "bursting",
    },
  },
  reference: {
    project: "press",
    stack: "production",
    account: "480192837465",
    region: "eu-west-1",
    providers: { aws: "6.50.1", awsx: "2.13.0", random: "4.16.3" },
    values: {
      single: false,
      second: "10.30",
      count: { min: 3, max: 9 },
      type: "m7g.large",
      class: "db.r7g.large",
      multi: true,
      host: "www.vesper-press.ie",
      days: 14,
      php: "256M",
      debug: "false",
      zone: "Z10LIVEX4VESPERPRESS",
      protect: true,
      burst: "bursting",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const stack = app.place.stack;
    const network = app.component("awsx:ec2:Vpc", `${stack}-vpc`);
    const vpc = app.resource(
      "aws:ec2/vpc:Vpc",
      `${stack}-vpc`,
      { cidrBlock: `${v.second}.0.0/16`, enableDnsHostnames: true, tags: { Name: `${stack}-vpc` } },
      { parent: network, defaults: { enableDnsSupport: true, instanceTenancy: "default" } },
    );
    const igw = app.resource(
      "aws:ec2/internetGateway:InternetGateway",
      `${stack}-vpc`,
      { vpcId: vpc.id, tags: { Name: `${stack}-vpc` } },
      { parent: vpc },
    );
    const zones = ["a", "b", "c"].map((zone, index) => {
      const [open, closed] = ["public", "private"].map((kind, at) => {
        const name = `${stack}-vpc-${kind}-${index + 1}`;
        const subnet = app.resource(
          "aws:ec2/subnet:Subnet",
          name,
          {
            vpcId: vpc.id,
            availabilityZone: `${region}${zone}`,
            cidrBlock: `${v.second}.${index * 64 + at * 32}.0/19`,
            mapPublicIpOnLaunch: kind === "public",
            tags: { Name: name, SubnetType: kind },
          },
          { parent: vpc },
        );
        const table = app.resource(
          "aws:ec2/routeTable:RouteTable",
          name,
          { vpcId: vpc.id, tags: { Name: name } },
          { parent: subnet },
        );
        app.resource(
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          name,
          { routeTableId: table.id, subnetId: subnet.id },
          { parent: table },
        );
        return { name, subnet, table };
      });
      if (open === undefined || closed === undefined) throw new Error("no subnets");
      app.resource(
        "aws:ec2/route:Route",
        open.name,
        { routeTableId: open.table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: igw.id },
        { parent: open.table },
      );
      const gateway = () => {
        const name = `${stack}-vpc-${index + 1}`;
        const eip = app.resource("aws:ec2/eip:Eip", name, { tags: { Name: name } }, { parent: open.subnet });
        return app.resource(
          "aws:ec2/natGateway:NatGateway",
          name,
          { subnetId: open.subnet.id, allocationId: eip.get("allocationId"), tags: { Name: name } },
          { parent: open.subnet },
        );
      };
      return { open, closed, nat: !v.single || index === 0 ? gateway() : undefined };
    });
    for (const { closed, nat } of zones) {
      const through = nat ?? zones[0]?.nat;
      app.resource(
        "aws:ec2/route:Route",
        closed.name,
        { routeTableId: closed.table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: through?.id },
        { parent: closed.table },
      );
    }
    const [inside, outside] = [zones.map(({ closed }) => closed.subnet.id), zones.map(({ open }) => open.subnet.id)];
    const group = (name: string, port: number, from: readonly object[]) =>
      app.resource("aws:ec2/securityGroup:SecurityGroup", `${stack}-${name}`, {
        vpcId: vpc.id,
        description: `${name} of the press`,
        ingress: from.map((one) => ({ protocol: "tcp", fromPort: port, toPort: port, ...one })),
        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
        tags: { Name: `${stack}-${name}` },
      });
    const edge = group("edge", 443, [{ cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] }]);
    const web = group("web", 80, [{ securityGroups: [edge.id] }]);
    const db = group("db", 3306, [{ securityGroups: [web.id] }]);
    const nfs = group("nfs", 2049, [{ securityGroups: [web.id] }]);
    const files = app.resource(
      "aws:efs/fileSystem:FileSystem",
      `${stack}-media`,
      { encrypted: true, throughputMode: v.burst, tags: { Name: `${stack}-media` } },
      { state: { protect: v.protect } },
    );
    zones.forEach(({ closed }, index) =>
      app.resource("aws:efs/mountTarget:MountTarget", `${stack}-media-${index}`, {
        fileSystemId: files.id,
        subnetId: closed.subnet.id,
        securityGroups: [nfs.id],
      }),
    );
    const subnets = app.resource("aws:rds/subnetGroup:SubnetGroup", `${stack}-db`, { subnetIds: inside });
    const password = app.resource("random:index/randomPassword:RandomPassword", `${stack}-db`, {
      length: 20,
      special: false,
    });
    const database = app.resource("aws:rds/instance:Instance", `${stack}-db`, {
      engine: "mariadb",
      engineVersion: "10.11",
      instanceClass: v.class,
      allocatedStorage: 50,
      dbName: "press",
      username: "press",
      password: password.get("result"),
      multiAz: v.multi,
      backupRetentionPeriod: v.days,
      dbSubnetGroupName: subnets.get("name"),
      vpcSecurityGroupIds: [db.id],
      skipFinalSnapshot: !v.protect,
      storageType: "gp3",
    });
    const salts = app.resource("aws:ssm/parameter:Parameter", `${stack}-salts`, {
      name: `/press/${stack}/salts`,
      type: "SecureString",
      value: `salts-${stack}`,
    });
    const lb = app.resource("aws:lb/loadBalancer:LoadBalancer", `${stack}-edge`, {
      loadBalancerType: "application",
      subnets: outside,
      securityGroups: [edge.id],
    });
    const target = app.resource("aws:lb/targetGroup:TargetGroup", `${stack}-web`, {
      port: 80,
      protocol: "HTTP",
      vpcId: vpc.id,
      healthCheck: { path: "/wp-login.php", matcher: "200" },
    });
    app.resource("aws:lb/listener:Listener", `${stack}-https`, {
      loadBalancerArn: lb.get("arn"),
      port: 443,
      protocol: "HTTPS",
      certificateArn: `arn:aws:acm:${region}:${account}:certificate/${v.single ? "4d5e6f70-8192-4a3b-8c4d-5e6f708192a3" : "0a1b2c3d-4e5f-4607-8819-2a3b4c5d6e7f"}`,
      defaultActions: [{ type: "forward", targetGroupArn: target.get("arn") }],
    });
    const role = app.resource("aws:iam/role:Role", `${stack}-web`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
    });
    const profile = app.resource("aws:iam/instanceProfile:InstanceProfile", `${stack}-web`, { role: role.get("name") });
    const template = app.resource("aws:ec2/launchTemplate:LaunchTemplate", `${stack}-web`, {
      imageId: "ami-0aa7bb8cc9dd0ee1f",
      instanceType: v.type,
      iamInstanceProfile: { name: profile.get("name") },
      vpcSecurityGroupIds: [web.id],
      userData: text`#!/bin/bash
set -euo pipefail
exec > >(tee /var/log/bootstrap.log | logger -t bootstrap -s 2>/dev/console) 2>&1
dnf install -y amazon-efs-utils php8.2-fpm > /dev/null
mkdir -p /srv/${stack}/media && mount -t efs -o tls ${files.id}:/ /srv/${stack}/media
cat > /etc/php.d/press.ini <<INI
memory_limit = ${v.php}
INI
aws ssm get-parameter --name ${salts.get("name")} --with-decryption --region ${region} --query Parameter.Value --output text > /srv/${stack}/wp-salts.php
cat > /srv/${stack}/.env <<ENV
WP_HOME=https://${v.host}
WP_ENV=${stack}
WP_DEBUG=${v.debug}
DB_HOST=${database.get("address")}
ENV
`,
    });
    app.resource("aws:autoscaling/group:Group", `${stack}-web`, {
      minSize: v.count.min,
      maxSize: v.count.max,
      vpcZoneIdentifiers: inside,
      targetGroupArns: [target.get("arn")],
      healthCheckType: "ELB",
      launchTemplate: { id: template.id, version: "$Latest" },
      tags: [{ key: "Name", value: `${stack}-web`, propagateAtLaunch: true }],
    });
    app.resource("aws:route53/record:Record", `${stack}-site`, {
      zoneId: v.zone,
      name: v.host,
      type: "A",
      aliases: [{ name: lb.get("dnsName"), zoneId: lb.get("zoneId"), evaluateTargetHealth: true }],
    });
  },
  differences: [
    difference("missing", "aws:ec2/natGateway:NatGateway::*", null, "One gateway instead of three.", 2),
    difference("missing", "aws:ec2/eip:Eip::*", null, "One gateway instead of three.", 2),
    difference("changed", "aws:ec2/route:Route::*private-[23]", "natGatewayId", "Out through the first zone.", 2),
    difference("changed", "aws:rds/instance:Instance::*", "instanceClass", "A smaller, burstable machine."),
    difference("changed", "aws:rds/instance:Instance::*", "multiAz", "One zone."),
    difference("changed", "aws:rds/instance:Instance::*", "backupRetentionPeriod", "Backups of a day."),
    difference("changed", "aws:rds/instance:Instance::*", "skipFinalSnapshot", "Without a last snapshot."),
    difference("changed", "aws:ec2/launchTemplate:LaunchTemplate::*", "instanceType", "A smaller, burstable machine."),
    difference("changed", "aws:ec2/launchTemplate:LaunchTemplate::*", "userData", "Shows errors."),
    difference("changed", "aws:autoscaling/group:Group::*", "minSize", "One machine, not three."),
    difference("changed", "aws:autoscaling/group:Group::*", "maxSize", "Two machines at most."),
  ],
});

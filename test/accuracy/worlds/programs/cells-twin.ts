import { json, text } from "../engine/wired";
import { world } from "../world";

/** Two cells of a cellular service: numbers for names, made-up names with the stack before and four digits behind, pets in bucket names. */
export const cellsTwin = world({
  name: "cells-twin",
  subject: {
    project: "cell",
    stack: "c0112",
    account: "774411009933",
    region: "us-east-2",
    naming: "{stack}-{name}-{hex:4}",
    providers: { aws: "6.77.1", random: "4.18.0", time: "0.1.1" },
    values: {
      cell: "c0112",
      number: 112,
      host: "c0112.cells.quillpay.net",
      parent: "Z0419283CELLSQUILLNET",
      mail: "c0112.mail.quillpay.net",
      cidr: "10.112.0.0/18",
      tgw: "tgw-0b5a39c1e8d7f6420",
      rotate: "2026-01-12T09:15:00Z",
      sub: ["10.112.0.0/22", "10.112.4.0/22", "10.112.8.0/22"],
    },
  },
  reference: {
    project: "cell",
    stack: "c0007",
    account: "335566778811",
    region: "us-east-2",
    naming: "{stack}-{name}-{hex:4}",
    providers: { aws: "6.77.1", random: "4.18.0", time: "0.1.1" },
    values: {
      cell: "c0007",
      number: 7,
      host: "c0007.cells.quillpay.net",
      parent: "Z0419283CELLSQUILLNET",
      mail: "c0007.mail.quillpay.net",
      cidr: "10.7.0.0/18",
      tgw: "tgw-0b5a39c1e8d7f6420",
      rotate: "2025-08-30T14:02:00Z",
      sub: ["10.7.0.0/22", "10.7.4.0/22", "10.7.8.0/22"],
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const pet = app.resource("random:index/randomPet:RandomPet", "cell", { length: 2, keepers: { cell: v.cell } });
    const suffix = app.resource(
      "random:index/randomId:RandomId",
      "suffix",
      { byteLength: 2 },
      { outputs: { hex: v.cell === "c0112" ? "9b0e" : "41fc", dec: v.cell === "c0112" ? "39694" : "16892" } },
    );
    const zone = app.resource(
      "aws:route53/zone:Zone",
      "cell",
      { name: v.host, comment: `Cell ${String(v.number)}`, forceDestroy: true },
      {
        outputs: {
          nameServers: [0, 1, 2, 3].map(
            (index) =>
              `ns-${String(((v.number * 37 + index * 401) % 1900) + 100)}.awsdns-${String((v.number + index * 13) % 64).padStart(2, "0")}.${["com", "net", "org", "co.uk"][index] ?? ""}`,
          ),
          primaryNameServer: `ns-${String(((v.number * 37) % 1900) + 100)}.awsdns-${String(v.number % 64).padStart(2, "0")}.com`,
        },
      },
    );
    app.resource("aws:route53/record:Record", "delegation", {
      zoneId: v.parent,
      name: v.host,
      type: "NS",
      ttl: 172800,
      records: [0, 1, 2, 3].map((index) => zone.get(`nameServers.${index}`)),
    });
    const identity = app.resource("aws:ses/domainIdentity:DomainIdentity", "mail", { domain: v.mail });
    const dkim = app.resource(
      "aws:ses/domainDkim:DomainDkim",
      "mail",
      { domain: identity.get("domain") },
      {
        outputs: {
          id: v.mail,
          dkimTokens: ["hq", "rz", "ua"].map((start) => `${start}${v.cell}x7k2m9p4w6b3n8v5c1d0f${start}`),
        },
      },
    );
    [0, 1, 2].forEach((index) =>
      app.resource("aws:route53/record:Record", `dkim-${index}`, {
        zoneId: zone.id,
        name: text`${dkim.get(`dkimTokens.${index}`)}._domainkey.${v.mail}`,
        type: "CNAME",
        ttl: 600,
        records: [text`${dkim.get(`dkimTokens.${index}`)}.dkim.amazonses.com`],
      }),
    );
    app.resource("aws:route53/record:Record", "spf", {
      zoneId: zone.id,
      name: v.mail,
      type: "TXT",
      ttl: 600,
      records: ["v=spf1 include:amazonses.com -all"],
    });
    const health = app.resource("aws:route53/healthCheck:HealthCheck", "cell", {
      fqdn: `api.${v.host}`,
      port: 443,
      type: "HTTPS",
      resourcePath: "/healthz",
      failureThreshold: 3,
      requestInterval: 10,
      measureLatency: true,
      tags: { Name: `cell ${String(v.number)}` },
    });
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", "cell-down", {
      comparisonOperator: "LessThanThreshold",
      evaluationPeriods: 2,
      metricName: "HealthCheckStatus",
      namespace: "AWS/Route53",
      period: 60,
      statistic: "Minimum",
      threshold: 1,
      dimensions: { HealthCheckId: health.id },
      alarmDescription: `Cell ${String(v.number)} does not answer`,
    });
    const vpc = app.resource("aws:ec2/vpc:Vpc", "cell", {
      cidrBlock: v.cidr,
      enableDnsHostnames: true,
      tags: { Name: `cell-${v.cell}`, Cell: String(v.number) },
    });
    const subnets = v.sub.map((cidrBlock, index) =>
      app.resource("aws:ec2/subnet:Subnet", `private-${index}`, {
        vpcId: vpc.id,
        cidrBlock,
        availabilityZoneId: `use2-az${String(index + 1)}`,
        tags: { Name: `cell-${v.cell}-private-${String(index)}` },
      }),
    );
    const attachment = app.resource("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "hub", {
      transitGatewayId: v.tgw,
      vpcId: vpc.id,
      subnetIds: subnets.map(({ id }) => id),
      tags: { Name: `cell ${String(v.number)} to hub` },
    });
    const table = app.resource("aws:ec2/routeTable:RouteTable", "private", {
      vpcId: vpc.id,
      tags: { Name: `cell-${v.cell}-private` },
    });
    app.resource(
      "aws:ec2/route:Route",
      "hub",
      { routeTableId: table.id, destinationCidrBlock: "10.0.0.0/8", transitGatewayId: v.tgw },
      { dependsOn: [attachment] },
    );
    subnets.forEach((subnet, index) =>
      app.resource("aws:ec2/routeTableAssociation:RouteTableAssociation", `private-${index}`, {
        routeTableId: table.id,
        subnetId: subnet.id,
      }),
    );
    const sg = app.resource("aws:ec2/securityGroup:SecurityGroup", "db", {
      vpcId: vpc.id,
      ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: v.sub, description: "from the cell" }],
      egress: [],
    });
    const group = app.resource("aws:rds/subnetGroup:SubnetGroup", "db", { subnetIds: subnets.map(({ id }) => id) });
    const parameters = app.resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "db", {
      family: "aurora-postgresql16",
      parameters: [
        { name: "log_min_duration_statement", value: "500" },
        { name: "shared_preload_libraries", value: "pg_stat_statements,auto_explain", applyMethod: "pending-reboot" },
      ],
    });
    const db = app.resource(
      "aws:rds/cluster:Cluster",
      "db",
      {
        engine: "aurora-postgresql",
        engineVersion: "16.6",
        databaseName: "ledger",
        masterUsername: "ledger",
        manageMasterUserPassword: true,
        dbSubnetGroupName: group.get("name"),
        dbClusterParameterGroupName: parameters.get("name"),
        vpcSecurityGroupIds: [sg.id],
        storageEncrypted: true,
        backupRetentionPeriod: 14,
        finalSnapshotIdentifier: text`final-${v.cell}-${suffix.get("hex")}`,
        serverlessv2ScalingConfiguration: { minCapacity: 2, maxCapacity: 32 },
        deletionProtection: true,
      },
      {
        outputs: {
          masterUserSecrets: [
            {
              kmsKeyId: `arn:aws:kms:${region}:${account}:key/3c1b8e7d-${String(v.number).padStart(4, "0")}-4d2a-9f60-7b5c4e3d2a1f`,
              secretArn: `arn:aws:secretsmanager:${region}:${account}:secret:rds!cluster-8f0e${String(v.number).padStart(4, "0")}-1b2c-4d3e-a4f5-b6c7d8e9f0a1-Xq${String(v.number % 10)}Zk2`,
              secretStatus: "active",
            },
          ],
        },
        state: {
          protect: true,
          retainOnDelete: true,
          customTimeouts: { create: 7200000000000, update: 7200000000000, delete: 7200000000000 },
        },
      },
    );
    [0, 1].forEach((index) =>
      app.resource("aws:rds/clusterInstance:ClusterInstance", `db-${index}`, {
        clusterIdentifier: db.id,
        engine: "aurora-postgresql",
        instanceClass: "db.serverless",
        performanceInsightsEnabled: true,
      }),
    );
    const receipts = app.resource("aws:s3/bucket:Bucket", "receipts", { bucket: text`qp-${pet.id}-receipts` });
    const rotation = app.resource(
      "time:index/rotating:Rotating",
      "signing",
      { rotationDays: 90 },
      {
        outputs: {
          id: v.rotate,
          rfc3339: v.rotate,
          unix: v.rotate === "2026-01-12T09:15:00Z" ? 1768209300 : 1756562520,
          rotationRfc3339: v.rotate.replace("01-12", "04-12").replace("08-30", "11-28"),
        },
      },
    );
    app.resource("aws:ssm/parameter:Parameter", "manifest", {
      name: `/cells/${v.cell}/manifest`,
      type: "String",
      value: json({
        cell: v.number,
        name: v.cell,
        api: `https://api.${v.host}`,
        database: {
          host: db.get("endpoint"),
          reader: db.get("readerEndpoint"),
          secret: db.get("masterUserSecrets.0.secretArn"),
          name: "ledger",
        },
        receipts: receipts.get("bucket"),
        signingSince: rotation.get("rfc3339"),
      }),
    });
    app.resource("aws:iam/role:Role", "api", {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "ecs-tasks.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { ArnLike: { "aws:SourceArn": `arn:aws:ecs:${region}:${account}:*` } },
          },
        ],
      }),
      inlinePolicies: [
        {
          name: "data",
          policy: json({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Action: "secretsmanager:GetSecretValue",
                Resource: db.get("masterUserSecrets.0.secretArn"),
              },
              { Effect: "Allow", Action: ["s3:PutObject", "s3:GetObject"], Resource: text`${receipts.get("arn")}/*` },
              {
                Effect: "Allow",
                Action: "ssm:GetParametersByPath",
                Resource: `arn:aws:ssm:${region}:${account}:parameter/cells/${v.cell}/*`,
              },
            ],
          }),
        },
      ],
    });
  },
  differences: [],
});

import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Files of partners through a network firewall: a letter for the environment inside of capital names, rules as text, users by a map of the configuration. */
export const partnerSftp = world({
  name: "partner-sftp",
  subject: {
    project: "partner-files",
    stack: "T",
    account: "246813579246",
    region: "eu-central-1",
    providers: { aws: "6.64.0" },
    values: {
      e: "T",
      cidr: "10.144.12.0/22",
      subnets: ["10.144.12.0/25", "10.144.12.128/25"],
      fw: ["10.144.15.0/28", "10.144.15.16/28"],
      host: "sftp.test.handelskontor.de",
      zone: "Z0TESTHANDELSKONTOR1",
      partners: ["ACME", "BOLT"],
      protocols: ["SFTP"],
      security: "TransferSecurityPolicy-2024-01",
      retain: 14,
      allowed: ["acme-test.example.org", "bolt.example.net"],
      throughput: "bursting",
      stateful:
        'pass tls $HOME_NET any -> $EXTERNAL_NET 443 (tls.sni; content:"updates.example.com"; sid:1001; rev:1;)\ndrop tcp $HOME_NET any -> $EXTERNAL_NET 25 (msg:"no mail"; sid:1003; rev:1;)\n',
      backup: false,
      keys: {
        ACME: "AAAAC3NzaC1lZDI1NTE5AAAAIJt9f3vQ2mYp8sKcL1xWz7Rr0BvNqUeTgHdXoMaPiEyS",
        BOLT: "AAAAC3NzaC1lZDI1NTE5AAAAIHb4k2Lw9Zt6QvYpXc8Ns1Mj3Rf5Ug7Ed0BaToKiSxPn",
      },
    },
  },
  reference: {
    project: "partner-files",
    stack: "P",
    account: "864209753186",
    region: "eu-central-1",
    providers: { aws: "6.64.0" },
    values: {
      e: "P",
      cidr: "10.144.16.0/22",
      subnets: ["10.144.16.0/25", "10.144.16.128/25"],
      fw: ["10.144.19.0/28", "10.144.19.16/28"],
      host: "sftp.handelskontor.de",
      zone: "Z0LIVEHANDELSKONTOR2",
      partners: ["ACME", "BOLT", "CREST"],
      protocols: ["SFTP"],
      security: "TransferSecurityPolicy-2024-01",
      retain: 90,
      allowed: ["acme.example.org", "bolt.example.net"],
      throughput: "elastic",
      stateful:
        'pass tls $HOME_NET any -> $EXTERNAL_NET 443 (tls.sni; content:"updates.example.com"; sid:1001; rev:1;)\ndrop tcp $HOME_NET any -> $EXTERNAL_NET 25 (msg:"no mail"; sid:1003; rev:1;)\n',
      backup: true,
      keys: {
        ACME: "AAAAC3NzaC1lZDI1NTE5AAAAIOe5d6YcWn3Hq0VxRb7Lz2Ts8Km4Pj1Fg9UaNyQiEoXw",
        BOLT: "AAAAC3NzaC1lZDI1NTE5AAAAIGc7v1Rn5Xj9Tz3Lq8Wk2Pb6Ys4Hd0MfUaEoNiKtQxVr",
        CREST: "AAAAC3NzaC1lZDI1NTE5AAAAIPz2x6Vb8Nm4Kc0Lj3Hg7Fd1Sq5Wa9EtRyUoIpMnBvXc",
      },
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const n = (name: string, number = 1) => `PF-${v.e}-${name}-${String(number).padStart(2, "0")}`;
    const vpc = app.resource("aws:ec2/vpc:Vpc", n("VPC"), { cidrBlock: v.cidr, tags: { Name: n("VPC") } });
    const zones = v.subnets.map((cidrBlock, index) => {
      const subnet = app.resource("aws:ec2/subnet:Subnet", n("SUB", index + 1), {
        vpcId: vpc.id,
        cidrBlock,
        availabilityZone: `${region}${"ab"[index] ?? ""}`,
        tags: { Name: n("SUB", index + 1) },
      });
      const guard = app.resource("aws:ec2/subnet:Subnet", n("FWS", index + 1), {
        vpcId: vpc.id,
        cidrBlock: v.fw[index],
        availabilityZone: `${region}${"ab"[index] ?? ""}`,
        tags: { Name: n("FWS", index + 1) },
      });
      return { subnet, guard };
    });
    const domains = app.resource("aws:networkfirewall/ruleGroup:RuleGroup", n("DOM"), {
      name: n("DOM"),
      type: "STATEFUL",
      capacity: 100,
      ruleGroup: {
        ruleVariables: { ipSets: [{ key: "HOME_NET", ipSet: { definitions: [v.cidr] } }] },
        rulesSource: {
          rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: ["TLS_SNI"], targets: v.allowed },
        },
      },
    });
    const suricata = app.resource("aws:networkfirewall/ruleGroup:RuleGroup", n("SUR"), {
      name: n("SUR"),
      type: "STATEFUL",
      capacity: 50,
      rules: v.stateful,
    });
    const policy = app.resource("aws:networkfirewall/firewallPolicy:FirewallPolicy", n("POL"), {
      name: n("POL"),
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
        statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
        statefulRuleGroupReferences: [
          { priority: 1, resourceArn: suricata.get("arn") },
          { priority: 2, resourceArn: domains.get("arn") },
        ],
      },
    });
    const firewall = app.resource(
      "aws:networkfirewall/firewall:Firewall",
      n("FW"),
      {
        name: n("FW"),
        vpcId: vpc.id,
        firewallPolicyArn: policy.get("arn"),
        subnetMappings: zones.map(({ guard }) => ({ subnetId: guard.id })),
        deleteProtection: true,
      },
      {
        outputs: {
          firewallStatuses: [
            {
              syncStates: zones.map((_, index) => ({
                availabilityZone: `${region}${"ab"[index] ?? ""}`,
                attachments: [
                  {
                    endpointId: `vpce-0${v.e === "T" ? "1a2b3c4d5e6f7081" : "9f8e7d6c5b4a3921"}${index}`.slice(0, 22),
                    subnetId: "",
                  },
                ],
              })),
            },
          ],
          updateToken: v.e === "T" ? "5c0f1e2d-3b4a-4958-8677-69584a3b2c1d" : "b1a29384-7566-4c5d-9e0f-1a2b3c4d5e6f",
        },
      },
    );
    zones.forEach(({ subnet }, index) => {
      const table = app.resource("aws:ec2/routeTable:RouteTable", n("RT", index + 1), {
        vpcId: vpc.id,
        tags: { Name: n("RT", index + 1) },
      });
      app.resource("aws:ec2/routeTableAssociation:RouteTableAssociation", n("RTA", index + 1), {
        routeTableId: table.id,
        subnetId: subnet.id,
      });
      app.resource("aws:ec2/route:Route", n("RTE", index + 1), {
        routeTableId: table.id,
        destinationCidrBlock: "0.0.0.0/0",
        vpcEndpointId: firewall.get(`firewallStatuses.0.syncStates.${index}.attachments.0.endpointId`),
      });
    });
    const files = app.resource("aws:efs/fileSystem:FileSystem", n("EFS"), {
      creationToken: n("EFS"),
      encrypted: true,
      throughputMode: v.throughput,
      lifecyclePolicies: [{ transitionToIa: "AFTER_30_DAYS" }],
      tags: { Name: n("EFS") },
    });
    if (v.backup)
      app.resource("aws:efs/backupPolicy:BackupPolicy", n("EFB"), {
        fileSystemId: files.id,
        backupPolicy: { status: "ENABLED" },
      });
    const sg = app.resource("aws:ec2/securityGroup:SecurityGroup", n("SG"), {
      name: n("SG"),
      vpcId: vpc.id,
      description: "SFTP",
      ingress: [
        { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
        { protocol: "tcp", fromPort: 2049, toPort: 2049, self: true },
      ],
    });
    zones.forEach(({ subnet }, index) =>
      app.resource("aws:efs/mountTarget:MountTarget", n("MT", index + 1), {
        fileSystemId: files.id,
        subnetId: subnet.id,
        securityGroups: [sg.id],
      }),
    );
    const role = app.resource("aws:iam/role:Role", n("ROL"), {
      name: n("ROL"),
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "transfer.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": account },
              ArnLike: { "aws:SourceArn": `arn:aws:transfer:${region}:${account}:user/*` },
            },
          },
        ],
      }),
      inlinePolicies: [
        {
          name: "efs",
          policy: json({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
                Resource: files.get("arn"),
              },
            ],
          }),
        },
      ],
    });
    const ips = zones.map((_, index) =>
      app.resource("aws:ec2/eip:Eip", n("EIP", index + 1), { domain: "vpc", tags: { Name: n("EIP", index + 1) } }),
    );
    const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", n("LOG"), {
      name: `/aws/transfer/${n("SRV")}`,
      retentionInDays: v.retain,
    });
    const server = app.resource(
      "aws:transfer/server:Server",
      n("SRV"),
      {
        domain: "EFS",
        protocols: v.protocols,
        endpointType: "VPC",
        endpointDetails: {
          vpcId: vpc.id,
          subnetIds: zones.map(({ subnet }) => subnet.id),
          addressAllocationIds: ips.map((one) => one.get("allocationId")),
          securityGroupIds: [sg.id],
        },
        identityProviderType: "SERVICE_MANAGED",
        securityPolicyName: v.security,
        structuredLogDestinations: [text`${logs.get("arn")}:*`],
        hostKey: secret(`host key of ${v.e}`),
        tags: {
          "aws:transfer:customHostname": v.host,
          "aws:transfer:route53HostedZoneId": `/hostedzone/${v.zone}`,
          Name: n("SRV"),
        },
      },
      { state: { additionalSecretOutputs: ["hostKey"], protect: v.e === "P" } },
    );
    v.partners.forEach((partner, index) => {
      const point = app.resource("aws:efs/accessPoint:AccessPoint", `${n("AP", index + 1)}-${partner}`, {
        fileSystemId: files.id,
        posixUser: { uid: 2000 + index, gid: 2000 },
        rootDirectory: {
          path: `/${partner.toLowerCase()}`,
          creationInfo: { ownerUid: 2000 + index, ownerGid: 2000, permissions: "750" },
        },
      });
      const user = app.resource("aws:transfer/user:User", `${n("USR", index + 1)}-${partner}`, {
        serverId: server.id,
        userName: partner.toLowerCase(),
        role: role.get("arn"),
        homeDirectoryType: "LOGICAL",
        homeDirectoryMappings: [{ entry: "/", target: text`/${files.id}/${partner.toLowerCase()}` }],
        posixProfile: { uid: 2000 + index, gid: 2000 },
        tags: { accessPoint: point.id },
      });
      const keys = new Map(Object.entries(v.keys));
      app.resource("aws:transfer/sshKey:SshKey", `${n("KEY", index + 1)}-${partner}`, {
        serverId: server.id,
        userName: user.get("userName"),
        body: `ssh-ed25519 ${keys.get(partner) ?? ""} ops@${partner.toLowerCase()}`,
      });
    });
    app.resource("aws:route53/record:Record", n("DNS"), {
      zoneId: v.zone,
      name: v.host,
      type: "A",
      ttl: 300,
      records: ips.map((one) => one.get("publicIp")),
    });
  },
  differences: [
    difference("changed", "aws:efs/fileSystem:FileSystem::*", "throughputMode", "Bursts instead of growing."),
    difference("missing", "aws:efs/backupPolicy:BackupPolicy::*", null, "No backups."),
    difference("changed", "aws:cloudwatch/logGroup:LogGroup::*", "retentionInDays", "Two weeks of logs."),
    difference("missing", "aws:efs/accessPoint:AccessPoint::*CREST", null, "A partner that only production has."),
    difference("missing", "aws:transfer/user:User::*CREST", null, "A partner that only production has."),
    difference("missing", "aws:transfer/sshKey:SshKey::*CREST", null, "A partner that only production has."),
  ],
});

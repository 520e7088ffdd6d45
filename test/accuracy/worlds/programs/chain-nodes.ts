import { createHash } from "node:crypto";
import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Nodes of two chains, a trial one and the real one: cloud-init with units and tables, volumes, contracts and chain ids by configuration. */
export const chainNodes = world({
  name: "chain-nodes",
  subject: {
    project: "validators",
    stack: "testnet",
    account: "318275640917",
    region: "eu-north-1",
    providers: { aws: "6.71.0", tls: "5.1.1", random: "4.17.0" },
    values: {
      net: "testnet",
      chain: "11155111",
      rpc: "https://sepolia.rpc.osprey.node",
      contract: "0x5fbdb2315678afecb367f032d93f642f64180aa3",
      fee: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
      nodes: 2,
      type: "m7g.large",
      disk: 200,
      iops: 3000,
      peers: [
        "enr:-KG4QOtcP9X1FbIMOe17QNMKqDxCpm14jcX5tiOE4_TyMrFqbmhPZHK",
        "enr:-KG4QDyytgmE4f7AnvW-ZaUOIi9i79qX4JwjRAiXBZCU65wOfBu-3Nb",
      ],
      ports: { p2p: 30303, metrics: 9100 },
      retention: "24h",
      keys: 8,
      grafana: "https://grafana.testnet.osprey.node",
      allow: ["10.50.0.0/16"],
      cidr: "10.50.0.0/16",
      relay: [
        "https://0xafa4c6985aa049fb79dd37010438cfebeb0f2bd42b115b89dd678dab0670c1de38da0c4e9138c9290a398ecd9a0b3110@boost-relay-sepolia.osprey.node",
      ],
      builder: "false",
    },
  },
  reference: {
    project: "validators",
    stack: "mainnet",
    account: "760418293551",
    region: "eu-north-1",
    providers: { aws: "6.71.0", tls: "5.1.1", random: "4.17.0" },
    values: {
      net: "mainnet",
      chain: "1",
      rpc: "https://mainnet.rpc.osprey.node",
      contract: "0xe7f1725e7734ce288f8367e1bb143e90bb3f0512",
      fee: "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
      nodes: 2,
      type: "m7g.4xlarge",
      disk: 4000,
      iops: 12000,
      peers: [
        "enr:-Ku4QImhMc1z8yCiNJ1TyUxdcfNucje3BGwEHzodEZUan8PherEo4sF",
        "enr:-Ku4QP2xDnEtUXIjzJ_DhlCRN9SN99RYQPJL92TMlSv7U5C1YnYLjwO",
      ],
      ports: { p2p: 30303, metrics: 9100 },
      retention: "720h",
      keys: 400,
      grafana: "https://grafana.mainnet.osprey.node",
      allow: ["10.51.0.0/16"],
      cidr: "10.51.0.0/16",
      relay: [
        "https://0xac6e77dfe25ecd6110b8e780608cce0dab71fdd5ebea22a16c0205200f2f8e2e3ad3b71d3499c54ad14d6c21b41a37ae@boost-relay-mainnet.osprey.node",
      ],
      builder: "true",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const group = app.component("osprey:nodes:Fleet", `${v.net}-fleet`);
    const inside = { parent: group };
    const vpc = app.resource(
      "aws:ec2/vpc:Vpc",
      `${v.net}-vpc`,
      { cidrBlock: v.cidr, tags: { Name: `${v.net}-vpc`, network: v.net } },
      inside,
    );
    const key = app.resource(
      "tls:index/privateKey:PrivateKey",
      `${v.net}-ssh`,
      { algorithm: "ED25519" },
      {
        ...inside,
        outputs: {
          publicKeyOpenssh: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${createHash("sha256").update(v.net).digest("base64").replace(/\W/g, "x")}\n`,
        },
      },
    );
    const pair = app.resource(
      "aws:ec2/keyPair:KeyPair",
      `${v.net}-ssh`,
      { publicKey: key.get("publicKeyOpenssh") },
      inside,
    );
    const sg = app.resource(
      "aws:ec2/securityGroup:SecurityGroup",
      `${v.net}-node`,
      {
        vpcId: vpc.id,
        description: `nodes of ${v.net}`,
        ingress: [
          {
            protocol: "tcp",
            fromPort: v.ports.p2p,
            toPort: v.ports.p2p,
            cidrBlocks: ["0.0.0.0/0"],
            ipv6CidrBlocks: ["::/0"],
            description: "peers",
          },
          {
            protocol: "udp",
            fromPort: v.ports.p2p,
            toPort: v.ports.p2p,
            cidrBlocks: ["0.0.0.0/0"],
            ipv6CidrBlocks: ["::/0"],
            description: "discovery",
          },
          {
            protocol: "tcp",
            fromPort: v.ports.metrics,
            toPort: v.ports.metrics,
            cidrBlocks: v.allow,
            description: "metrics",
          },
        ],
        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
      },
      inside,
    );
    const role = app.resource(
      "aws:iam/role:Role",
      `${v.net}-node`,
      {
        assumeRolePolicy: text`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Action": "sts:AssumeRole",
      "Principal": { "Service": "ec2.amazonaws.com" },
      "Effect": "Allow",
      "Sid": ""
    }
  ]
}
`,
      },
      inside,
    );
    const jwt = app.resource(
      "random:index/randomBytes:RandomBytes",
      `${v.net}-jwt`,
      { length: 32 },
      { ...inside, state: { additionalSecretOutputs: ["base64", "hex"] } },
    );
    const secretOf = app.resource(
      "aws:secretsmanager/secret:Secret",
      `${v.net}/jwt`,
      { description: `JWT of ${v.net}` },
      inside,
    );
    app.resource(
      "aws:secretsmanager/secretVersion:SecretVersion",
      `${v.net}/jwt`,
      { secretId: secretOf.id, secretString: secret(jwt.get("hex")) },
      inside,
    );
    app.resource(
      "aws:iam/rolePolicy:RolePolicy",
      `${v.net}-node`,
      {
        role: role.id,
        policy: json({
          Version: "2012-10-17",
          Statement: { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretOf.get("arn") },
        }),
      },
      inside,
    );
    const profile = app.resource(
      "aws:iam/instanceProfile:InstanceProfile",
      `${v.net}-node`,
      { role: role.get("name") },
      inside,
    );
    const kms = app.resource(
      "aws:kms/key:Key",
      `${v.net}-volumes`,
      { description: `volumes of ${v.net}`, deletionWindowInDays: 30 },
      inside,
    );
    for (let index = 0; index < v.nodes; index += 1) {
      const subnet = app.resource(
        "aws:ec2/subnet:Subnet",
        `${v.net}-${index}`,
        {
          vpcId: vpc.id,
          cidrBlock: v.cidr.replace(".0.0/16", `.${index}.0/24`),
          availabilityZone: `${region}${"abc"[index] ?? ""}`,
          ipv6Native: false,
        },
        inside,
      );
      const volume = app.resource(
        "aws:ebs/volume:Volume",
        `${v.net}-data-${index}`,
        {
          availabilityZone: `${region}${"abc"[index] ?? ""}`,
          size: v.disk,
          iops: v.iops,
          type: "gp3",
          encrypted: true,
          kmsKeyId: kms.get("arn"),
          tags: { Name: `${v.net}-data-${index}` },
        },
        { ...inside, state: { protect: true, retainOnDelete: true } },
      );
      const node = app.resource(
        "aws:ec2/instance:Instance",
        `${v.net}-node-${index}`,
        {
          ami: "ami-0c1ac8a41498c1a9c",
          instanceType: v.type,
          subnetId: subnet.id,
          vpcSecurityGroupIds: [sg.id],
          keyName: pair.get("keyName"),
          iamInstanceProfile: profile.get("name"),
          metadataOptions: { httpTokens: "required", httpEndpoint: "enabled" },
          rootBlockDevice: { volumeSize: 30, volumeType: "gp3", encrypted: true },
          userDataReplaceOnChange: true,
          userData: text`#cloud-config
hostname: ${v.net}-node-${index}
fs_setup:
  - device: /dev/nvme1n1
    filesystem: xfs
mounts:
  - [/dev/nvme1n1, /var/lib/chain, xfs, "defaults,nofail", "0", "2"]
write_files:
  - path: /etc/systemd/system/execution.service
    permissions: "0644"
    content: |
      [Unit]
      Description=execution client (${v.net})
      After=network-online.target
      [Service]
      ExecStart=/usr/local/bin/geth --${v.net === "mainnet" ? "mainnet" : "sepolia"} --datadir /var/lib/chain --authrpc.jwtsecret /run/jwt --bootnodes ${v.peers.join(",")}
      Restart=always
      [Install]
      WantedBy=multi-user.target
  - path: /etc/chain/config.toml
    content: |
      chain_id = ${v.chain}
      deposit_contract = "${v.contract}"
      fee_recipient = "${v.fee}"
      [relays]
      urls = ${JSON.stringify(v.relay)}
      enabled = ${v.builder}
runcmd:
  - aws secretsmanager get-secret-value --region ${region} --secret-id ${secretOf.get("arn")} --query SecretString --output text > /run/jwt
  - systemctl enable --now execution
`,
          tags: { Name: `${v.net}-node-${index}`, network: v.net },
        },
        inside,
      );
      app.resource(
        "aws:ec2/volumeAttachment:VolumeAttachment",
        `${v.net}-data-${index}`,
        { deviceName: "/dev/sdf", instanceId: node.id, volumeId: volume.id },
        inside,
      );
      app.resource(
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        `${v.net}-disk-${index}`,
        {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 3,
          metricName: "disk_used_percent",
          namespace: `osprey/${v.net}`,
          period: 300,
          statistic: "Maximum",
          threshold: 85,
          dimensions: { InstanceId: node.id, path: "/var/lib/chain", device: "nvme1n1" },
          alarmActions: [`arn:aws:sns:${region}:${account}:${v.net}-pager`],
        },
        inside,
      );
    }
    const prometheus = app.resource(
      "aws:amp/workspace:Workspace",
      `${v.net}-metrics`,
      { alias: `${v.net}-metrics` },
      inside,
    );
    app.resource(
      "aws:amp/ruleGroupNamespace:RuleGroupNamespace",
      `${v.net}-rules`,
      {
        name: "nodes",
        workspaceId: prometheus.id,
        data: `groups:\n  - name: ${v.net}\n    rules:\n      - alert: MissedAttestations\n        expr: sum(rate(validator_missed_attestations_total{network="${v.net}"}[5m])) > 0.05 * ${v.keys}\n        for: 10m\n        labels:\n          severity: page\n        annotations:\n          dashboard: ${v.grafana}/d/validators\n`,
      },
      inside,
    );
    app.resource(
      "aws:ssm/parameter:Parameter",
      `${v.net}-rpc`,
      { name: `/${v.net}/rpc`, type: "String", value: v.rpc },
      inside,
    );
  },
  differences: [
    difference("changed", "aws:ec2/instance:Instance::*", "instanceType", "A machine of an eighth of the size.", 2),
    difference(
      "changed",
      "aws:ec2/instance:Instance::*",
      "userData.write_files[0].content",
      "Another chain and its peers.",
      2,
    ),
    difference(
      "changed",
      "aws:ec2/instance:Instance::*",
      "userData.write_files[1].content",
      "Another chain's contracts, no builder.",
      2,
    ),
    difference("changed", "aws:ebs/volume:Volume::*", "size", "A twentieth of the disk.", 2),
    difference("changed", "aws:ebs/volume:Volume::*", "iops", "A quarter of the operations.", 2),
    difference(
      "changed",
      "aws:amp/ruleGroupNamespace:RuleGroupNamespace::*",
      "data.groups[0].rules[0].expr",
      "Eight keys, not four hundred.",
    ),
  ],
});

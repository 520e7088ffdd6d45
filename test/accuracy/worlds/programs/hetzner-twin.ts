import { json, secret, text, Wired } from "../engine/wired";
import type { Handle } from "../engine/app";
import { drawn } from "../engine/random";
import { world } from "../world";

/** Servers, networks and volumes with numeric ids, a cluster set up by scripts; two review deployments in Go. */
export const hetznerTwin = world({
  name: "hetzner-twin",
  subject: {
    project: "k3s-lab",
    stack: "rev-2204",
    account: "hz-2204",
    region: "fsn1",
    providers: {
      hcloud: "1.21.2",
      random: "4.16.6",
      tls: "5.1.0",
      command: "1.0.2",
      cloudflare: "6.2.0",
      minio: "0.16.3",
    },
    values: { ips: ["65.108.14.201", "65.108.14.77"], zone: "5d0b7a" },
  },
  reference: {
    project: "k3s-lab",
    stack: "rev-2219",
    account: "hz-2219",
    region: "fsn1",
    providers: {
      hcloud: "1.21.2",
      random: "4.16.6",
      tls: "5.1.0",
      command: "1.0.2",
      cloudflare: "6.2.0",
      minio: "0.16.3",
    },
    values: { ips: ["95.216.33.9", "95.216.40.118"], zone: "5d0b7a" },
  },
  program(app, v) {
    const { stack } = app.place;
    const numbered = (
      type: string,
      name: string,
      inputs: Parameters<typeof app.resource>[2],
      outputs: Record<string, string> = {},
    ) =>
      app.resource(type, name, inputs, {
        outputs: { id: drawn("digits", 8, type, name, stack).replace(/^0/, "7"), ...outputs },
      });
    const number = ({ id }: Handle) => new Wired(Number(id.value), id.from, false, id.unknown);
    const key = app.resource("tls:index/privateKey:PrivateKey", "ssh", { algorithm: "ED25519" });
    const ssh = numbered("hcloud:index/sshKey:SshKey", "ssh", {
      name: `ssh-${stack}`,
      publicKey: key.get("publicKeyOpenssh"),
    });
    const network = numbered("hcloud:index/network:Network", "private", {
      name: `net-${stack}`,
      ipRange: "10.0.0.0/16",
    });
    const subnet = app.resource(
      "hcloud:index/networkSubnet:NetworkSubnet",
      "private",
      {
        networkId: number(network),
        type: "cloud",
        networkZone: "eu-central",
        ipRange: "10.0.1.0/24",
      },
      { outputs: { id: text`${network.id}-10.0.1.0/24`, gateway: "10.0.0.1" } },
    );
    const firewall = numbered("hcloud:index/firewall:Firewall", "web", {
      name: `fw-${stack}`,
      rules: [
        { direction: "in", protocol: "tcp", port: "443", sourceIps: ["0.0.0.0/0", "::/0"] },
        { direction: "in", protocol: "tcp", port: "6443", sourceIps: ["203.0.113.10/32"] },
      ],
    });
    const token = app.resource("random:index/randomPassword:RandomPassword", "k3s", { length: 48, special: false });
    const placement = numbered("hcloud:index/placementGroup:PlacementGroup", "spread", {
      name: `pg-${stack}`,
      type: "spread",
    });
    const [first, second] = ["server", "agent"].map((role, at) =>
      numbered(
        "hcloud:index/server:Server",
        role,
        {
          name: `${stack}-${role}`,
          serverType: "cpx31",
          image: "ubuntu-24.04",
          location: "fsn1",
          sshKeys: [ssh.id],
          firewallIds: [number(firewall)],
          placementGroupId: number(placement),
          networks: [{ networkId: number(network), ip: `10.0.1.1${at}` }],
          labels: { stack, role },
          userData: secret(
            text`#cloud-config\nruncmd:\n  - curl -sfL https://get.k3s.io | K3S_TOKEN=${token.get("result")} sh -s - ${role} --node-name ${stack}-${role} --flannel-iface enp7s0\n`,
          ),
        },
        { ipv4Address: v.ips[at] ?? "" },
      ),
    );
    if (first === undefined || second === undefined) return;
    const volume = numbered("hcloud:index/volume:Volume", "data", {
      name: `data-${stack}`,
      size: 50,
      serverId: number(second),
      format: "ext4",
      automount: true,
    });
    const balancer = numbered(
      "hcloud:index/loadBalancer:LoadBalancer",
      "edge",
      {
        name: `lb-${stack}`,
        loadBalancerType: "lb11",
        location: "fsn1",
      },
      { ipv4: `49.12.${drawn("digits", 2, "lb", stack)}.10` },
    );
    app.resource(
      "hcloud:index/loadBalancerTarget:LoadBalancerTarget",
      "edge",
      {
        loadBalancerId: number(balancer),
        type: "server",
        serverId: number(first),
        usePrivateIp: true,
      },
      { dependsOn: [subnet] },
    );
    app.resource("hcloud:index/rdns:Rdns", "edge", {
      loadBalancerId: number(balancer),
      ipAddress: balancer.get("ipv4"),
      dnsPtr: `${stack}.lab.example.dev`,
    });
    app.resource("cloudflare:index/dnsRecord:DnsRecord", "edge", {
      zoneId: `${v.zone}4f3e2d1c0b9a8f7e6d5c4b3a29`,
      name: `${stack}.lab.example.dev`,
      type: "A",
      content: balancer.get("ipv4"),
      ttl: 300,
    });
    const config = app.resource(
      "command:remote:Command",
      "kubeconfig",
      {
        connection: { host: first.get("ipv4Address"), user: "root", privateKey: secret(key.get("publicKeyOpenssh")) },
        create: text`sed 's/127.0.0.1/${first.get("ipv4Address")}/' /etc/rancher/k3s/k3s.yaml`,
        triggers: [first.id],
      },
      { outputs: { stdout: `apiVersion: v1\nclusters:\n- cluster: {server: "https://${v.ips[0] ?? ""}:6443"}\n` } },
    );
    app.provider("kubernetes", "lab", { kubeconfig: secret(config.get("stdout")) });
    const bucket = app.resource(
      "minio:index/s3Bucket:S3Bucket",
      "backups",
      { bucket: `backups-${stack}`, acl: "private" },
      {
        outputs: { id: `backups-${stack}`, bucketDomainName: `https://s3.lab.example.dev/backups-${stack}` },
      },
    );
    app.resource("minio:index/iamPolicy:IamPolicy", "backups", {
      name: `backups-${stack}`,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["s3:PutObject"], Resource: [text`arn:aws:s3:::${bucket.get("bucket")}/*`] },
        ],
      }),
    });
    app.resource("command:remote:Command", "backup-cron", {
      connection: { host: second.get("ipv4Address"), user: "root", privateKey: secret(token.get("result")) },
      create: text`echo '0 3 * * * root restic -r s3:${bucket.get("bucketDomainName")} backup /mnt/HC_Volume_${volume.id}' > /etc/cron.d/restic`,
      triggers: [volume.id, bucket.id],
    });
  },
  differences: [],
});

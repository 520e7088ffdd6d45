import { text } from "../engine/wired";
import { difference, world } from "../world";

/** DigitalOcean machines with cloud-config, a managed database and a load balancer. */
export const droplets = world({
  name: "droplets",
  subject: {
    project: "forum",
    stack: "staging",
    account: "0",
    region: "ams3",
    providers: { digitalocean: "4.33.0", random: "4.16.3", tls: "5.0.9" },
    values: {
      env: "staging",
      size: "s-1vcpu-2gb",
      count: 1,
      db: "db-s-1vcpu-1gb",
      nodes: 1,
      engine: "16",
      domain: "staging.talkboard.org",
      ruby: "3.3.1",
      workers: 2,
      backups: false,
      cdn: false,
      range: "10.114.0.0/20",
      ssh: "3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa",
    },
  },
  reference: {
    project: "forum",
    stack: "production",
    account: "0",
    region: "ams3",
    providers: { digitalocean: "4.33.0", random: "4.16.3", tls: "5.0.9" },
    values: {
      env: "production",
      size: "s-4vcpu-8gb",
      count: 3,
      db: "db-s-4vcpu-8gb",
      nodes: 2,
      engine: "16",
      domain: "talkboard.org",
      ruby: "3.2.4",
      workers: 8,
      backups: true,
      cdn: true,
      range: "10.118.0.0/20",
      ssh: "c9:2d:77:01:aa:5e:16:3f:90:8b:4d:21:0c:e7:f3:64",
    },
  },
  program(app, v) {
    const vpc = app.resource("digitalocean:index/vpc:Vpc", `forum-${v.env}`, {
      name: `forum-${v.env}`,
      region: "ams3",
      ipRange: v.range,
    });
    const db = app.resource("digitalocean:index/databaseCluster:DatabaseCluster", `forum-${v.env}`, {
      name: `forum-${v.env}`,
      engine: "pg",
      version: v.engine,
      size: v.db,
      nodeCount: v.nodes,
      region: "ams3",
      privateNetworkUuid: vpc.id,
    });
    const key = app.resource("tls:index/privateKey:PrivateKey", "deploy", { algorithm: "ED25519" });
    Array.from({ length: v.count }, (_, index) =>
      app.resource("digitalocean:index/droplet:Droplet", `forum-${v.env}-${index}`, {
        name: `forum-${v.env}-${index}`,
        image: "ubuntu-24-04-x64",
        size: v.size,
        region: "ams3",
        backups: v.backups,
        vpcUuid: vpc.id,
        sshKeys: [v.ssh],
        tags: ["forum", v.env],
        userData: text`#cloud-config\npackages:\n  - nginx\n  - ruby-build\nwrite_files:\n  - path: /etc/forum.env\n    content: |\n      RAILS_ENV=production\n      DATABASE_HOST=${db.get("privateHost")}\n      WEB_CONCURRENCY=${v.workers}\n      FORUM_HOST=${v.domain}\nruncmd:\n  - ruby-build ${v.ruby} /opt/ruby\n  - echo "${key.get("publicKeyOpenssh")}" >> /root/.ssh/authorized_keys\n`,
      }),
    );
    app.resource("digitalocean:index/databaseFirewall:DatabaseFirewall", `forum-${v.env}`, {
      clusterId: db.id,
      rules: [{ type: "tag", value: v.env }],
    });
    app.resource("digitalocean:index/loadBalancer:LoadBalancer", `forum-${v.env}`, {
      name: `forum-${v.env}`,
      region: "ams3",
      vpcUuid: vpc.id,
      dropletTag: v.env,
      forwardingRules: [
        {
          entryPort: 443,
          entryProtocol: "https",
          targetPort: 80,
          targetProtocol: "http",
          certificateName: `forum-${v.env}`,
        },
      ],
      healthcheck: { port: 80, protocol: "http", path: "/srv/status" },
    });
    app.resource("digitalocean:index/certificate:Certificate", `forum-${v.env}`, {
      name: `forum-${v.env}`,
      type: "lets_encrypt",
      domains: [v.domain],
    });
    const uploads = app.resource("digitalocean:index/spacesBucket:SpacesBucket", `forum-${v.env}-uploads`, {
      name: `talkboard-${v.env}-uploads`,
      region: "ams3",
      acl: "private",
    });
    if (v.cdn)
      app.resource("digitalocean:index/cdn:Cdn", `forum-${v.env}-uploads`, {
        origin: uploads.get("bucketDomainName"),
        ttl: 3600,
      });
    app.resource("digitalocean:index/firewall:Firewall", `forum-${v.env}`, {
      name: `forum-${v.env}`,
      tags: [v.env],
      inboundRules: [
        { protocol: "tcp", portRange: "22", sourceAddresses: ["198.51.100.7/32"] },
        { protocol: "tcp", portRange: "80", sourceAddresses: [v.range] },
      ],
    });
  },
  differences: [
    difference("changed", "digitalocean:index/databaseCluster:DatabaseCluster::*", "size", "A smaller database."),
    difference("changed", "digitalocean:index/databaseCluster:DatabaseCluster::*", "nodeCount", "No standby."),
    difference("changed", "digitalocean:index/droplet:Droplet::*", "size", "A smaller machine."),
    difference("changed", "digitalocean:index/droplet:Droplet::*", "backups", "No backups."),
    difference("changed", "digitalocean:index/droplet:Droplet::*", "userData.write_files[0].content", "Fewer workers."),
    difference("changed", "digitalocean:index/droplet:Droplet::*", "userData.runcmd[0]", "Another Ruby."),
    difference(
      "changed",
      "digitalocean:index/droplet:Droplet::*",
      null,
      "One machine instead of three: replicas are counted.",
    ),
    difference("missing", "digitalocean:index/cdn:Cdn::*", null, "No CDN."),
  ],
});

import { base64, secret, text } from "../engine/wired";
import { manifest, nameOf } from "../engine/kubernetes";
import { world } from "../world";

/** A program in YAML on DigitalOcean, deployed twice in one account: numeric ids, URNs of its own, user data. */
export const doTwin = world({
  name: "do-twin",
  subject: {
    project: "forum",
    stack: "blue",
    account: "team-blue",
    region: "fra1",
    version: 2,
    providers: { digitalocean: "4.40.0", kubernetes: "4.20.0", random: "4.16.7", cloudflare: "5.45.0" },
    values: { color: "blue", ca: "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tYmx1ZQ==", port: 25060 },
  },
  reference: {
    project: "forum",
    stack: "green",
    account: "team-green",
    region: "fra1",
    version: 4,
    providers: { digitalocean: "4.40.0", kubernetes: "4.20.0", random: "4.16.7", cloudflare: "5.45.0" },
    values: { color: "green", ca: "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tZ3JlZW4=", port: 25060 },
  },
  program(app, v) {
    const vpc = app.resource("digitalocean:index/vpc:Vpc", "vpc", { region: "fra1", ipRange: "10.114.0.0/20" });
    const key = app.resource("digitalocean:index/sshKey:SshKey", "deploy", {
      publicKey: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${v.color.repeat(6)} deploy@forum`,
    });
    const tag = app.resource("digitalocean:index/tag:Tag", "web", { name: `forum-${v.color}` });
    const db = app.resource(
      "digitalocean:index/databaseCluster:DatabaseCluster",
      "db",
      { engine: "pg", version: "16", size: "db-s-1vcpu-2gb", nodeCount: 1, region: "fra1", privateNetworkUuid: vpc.id },
      { outputs: { port: v.port, user: "doadmin", database: "defaultdb" } },
    );
    const pool = app.resource("digitalocean:index/databaseConnectionPool:DatabaseConnectionPool", "pool", {
      clusterId: db.id,
      name: "forum",
      dbName: "forum",
      mode: "transaction",
      size: 10,
      user: "doadmin",
    });
    const bucket = app.resource("digitalocean:index/spacesBucket:SpacesBucket", "uploads", {
      region: "fra1",
      acl: "private",
    });
    const userData = text`#cloud-config
write_files:
  - path: /etc/forum.env
    content: |
      DATABASE_HOST=${db.get("privateHost")}
      DATABASE_PORT=${db.get("port")}
      UPLOADS=https://${bucket.get("bucketDomainName")}
      COLOR=${v.color}
runcmd:
  - systemctl start forum
`;
    const droplets = [1, 2].map((n) =>
      app.resource("digitalocean:index/droplet:Droplet", `web-${n}`, {
        image: "docker-20-04",
        region: "fra1",
        size: "s-2vcpu-4gb",
        vpcUuid: vpc.id,
        sshKeys: [key.get("fingerprint")],
        tags: [tag.get("name")],
        userData,
      }),
    );
    const certificate = app.resource("digitalocean:index/certificate:Certificate", "cert", {
      type: "lets_encrypt",
      domains: [`${v.color}.forum.example.net`],
    });
    const balancer = app.resource("digitalocean:index/loadBalancer:LoadBalancer", "lb", {
      region: "fra1",
      vpcUuid: vpc.id,
      dropletIds: droplets.map(({ id }) => id),
      forwardingRules: [
        {
          entryPort: 443,
          entryProtocol: "https",
          targetPort: 3000,
          targetProtocol: "http",
          certificateName: certificate.get("name"),
        },
      ],
      healthcheck: { port: 3000, protocol: "http", path: "/health" },
    });
    app.resource("digitalocean:index/firewall:Firewall", "web", {
      dropletIds: droplets.map(({ id }) => id),
      inboundRules: [
        { protocol: "tcp", portRange: "3000", sourceLoadBalancerUids: [balancer.id] },
        { protocol: "tcp", portRange: "22", sourceAddresses: ["10.114.0.0/20"] },
      ],
    });
    app.resource("digitalocean:index/databaseFirewall:DatabaseFirewall", "db", {
      clusterId: db.id,
      rules: droplets.map(({ id }) => ({ type: "droplet", value: id })),
    });
    const cluster = app.resource(
      "digitalocean:index/kubernetesCluster:KubernetesCluster",
      "jobs",
      {
        region: "fra1",
        version: "1.31.1-do.5",
        vpcUuid: vpc.id,
        nodePool: { name: "default", size: "s-2vcpu-4gb", nodeCount: 2 },
      },
      { outputs: { kubeConfigs: [{ clusterCaCertificate: v.ca }] } },
    );
    const provider = app.provider("kubernetes", "jobs", {
      kubeconfig: text`apiVersion: v1\nkind: Config\nclusters:\n- name: ${cluster.get("name")}\n  cluster:\n    certificate-authority-data: ${cluster.get("kubeConfigs.0.clusterCaCertificate")}\n    server: ${cluster.get("endpoint")}\nusers:\n- name: ${cluster.get("name")}-admin\n`,
    });
    const namespace = manifest(app, { apiVersion: "v1", kind: "Namespace", name: "jobs" }, { provider });
    manifest(
      app,
      {
        apiVersion: "v1",
        kind: "Secret",
        name: "db",
        metadata: { namespace: nameOf(namespace) },
        body: {
          data: {
            url: secret(base64(text`postgres://${db.get("privateHost")}/forum`)),
            pool: base64(pool.get("privateHost")),
          },
        },
      },
      { provider },
    );
    app.resource("digitalocean:index/project:Project", "forum", {
      name: `Forum ${v.color}`,
      environment: "Development",
      resources: [
        ...droplets.map((droplet) => droplet.get("dropletUrn")),
        db.get("clusterUrn"),
        balancer.get("loadBalancerUrn"),
        bucket.get("bucketUrn"),
      ],
    });
    app.resource("cloudflare:index/record:Record", "web", {
      zoneId: "0da42c8d2132a9ddaf714f9e7c920711",
      name: `${v.color}.forum`,
      type: "A",
      content: balancer.get("ip"),
      proxied: true,
      ttl: 1,
    });
    app.resource("digitalocean:index/monitorAlert:MonitorAlert", "cpu", {
      type: "v1/insights/droplet/cpu",
      entities: droplets.map(({ id }) => id),
      compare: "GreaterThan",
      value: 80,
      window: "5m",
      description: `CPU of ${v.color}`,
      alerts: { emails: ["ops@forum.example.net"] },
    });
  },
  differences: [],
});

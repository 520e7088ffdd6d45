// Quite another program than the shop: components within components, a provider that the program configures with what
// it has not made yet, three providers beside AWS, a loop over teams, names that hold the stack's.
const {
  all,
  ComponentResource,
  Config,
  CustomResource,
  getStack,
  interpolate,
  jsonStringify,
  ProviderResource,
  secret,
} = require("@pulumi/pulumi");

const config = new Config();
const stack = getStack();

/** A resource of any type, with the outputs that the program reads. */
function declare(type, ...outputs) {
  return class extends CustomResource {
    constructor(name, args, options) {
      super(type, name, { ...Object.fromEntries(outputs.map((output) => [output, undefined])), ...args }, options);
    }
  };
}

const Vpc = declare("aws:ec2/vpc:Vpc", "arn");
const Subnet = declare("aws:ec2/subnet:Subnet", "arn");
const Role = declare("aws:iam/role:Role", "arn");
const Cluster = declare("aws:eks/cluster:Cluster", "arn", "endpoint");
const Bucket = declare("aws:s3/bucket:Bucket", "arn", "bucket");
const Password = declare("random:index/randomPassword:RandomPassword");
const Namespace = declare("kubernetes:core/v1:Namespace");
const ConfigMap = declare("kubernetes:core/v1:ConfigMap");
const Deployment = declare("kubernetes:apps/v1:Deployment");
const Release = declare("kubernetes:helm.sh/v3:Release");
const Record = declare("cloudflare:index/record:Record", "hostname");

class Kubernetes extends ProviderResource {
  constructor(name, args, options) {
    super("kubernetes", name, args, options);
  }
}

class Network extends ComponentResource {
  constructor(name, options) {
    super("platform:network:Network", name, {}, options);
    this.vpc = new Vpc(name, { cidrBlock: "10.20.0.0/16", tags: { Name: `${stack}-platform` } }, { parent: this });
    this.subnets = ["a", "b"].map(
      (zone, at) =>
        new Subnet(
          `${name}-${zone}`,
          { vpcId: this.vpc.id, cidrBlock: `10.20.${at}.0/24`, availabilityZone: `eu-west-1${zone}` },
          { parent: this.vpc },
        ),
    );
    this.registerOutputs({ vpcId: this.vpc.id });
  }
}

class Team extends ComponentResource {
  constructor(name, { cluster, domain, shared }, options) {
    super("platform:tenancy:Team", name, {}, options);
    const inside = { parent: this, provider: options.provider };
    const store = (this.store = new Bucket(
      `${name}-store`,
      { tags: { Team: name, Environment: stack } },
      { parent: this },
    ));
    const password = new Password(`${name}-password`, { length: 24 }, { parent: this });
    const namespace = new Namespace(`${name}-ns`, { metadata: { name: `${name}-${stack}` } }, inside);
    const settings = new ConfigMap(
      `${name}-settings`,
      {
        metadata: { name: "settings", namespace: namespace.id },
        data: {
          "settings.json": jsonStringify({
            store: store.bucket,
            cluster: cluster.endpoint,
            url: `https://${name}.${domain}`,
            retries: 3,
          }),
          PASSWORD_LENGTH: password.id.apply((text) => String(text.length)),
        },
      },
      inside,
    );
    new Deployment(
      `${name}-api`,
      {
        metadata: { name: "api", namespace: namespace.id, labels: { team: name, env: stack } },
        spec: {
          replicas: config.getNumber("replicas") ?? 2,
          template: {
            spec: {
              containers: [
                {
                  name: "api",
                  image: "registry.example.com/api:1.4.2",
                  env: [
                    { name: "STORE_ARN", value: shared?.arn ?? store.arn },
                    { name: "SETTINGS", value: settings.id },
                    { name: "PASSWORD", value: secret(password.id) },
                  ],
                },
              ],
            },
          },
        },
      },
      { ...inside, dependsOn: [settings] },
    );
    new Record(
      name,
      {
        zoneId: "0da42c8d2132a9ddaf714f9e7c920711",
        name: `${name}.${domain}`,
        type: "CNAME",
        content: cluster.endpoint,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

const domain = stack === "production" ? "platform.example.com" : `${stack}.platform.example.com`;
const network = new Network("main");
const role = new Role("cluster", {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "eks.amazonaws.com" } }],
  }),
});
const cluster = new Cluster("main", {
  roleArn: role.arn,
  vpcConfig: { subnetIds: network.subnets.map(({ id }) => id), endpointPublicAccess: false },
});
const kubeconfig = all([cluster.endpoint, cluster.arn]).apply(([server, arn]) =>
  JSON.stringify({ apiVersion: "v1", kind: "Config", clusters: [{ name: arn, cluster: { server } }] }),
);
const provider = new Kubernetes("main", { kubeconfig });
const billing = new Team("billing", { cluster, domain }, { provider });
const shared = process.env.PLATFORM_SHARE === undefined ? undefined : billing.store;
new Team("search", { cluster, domain, shared }, { provider });
new Release(
  "ingress",
  {
    chart: "ingress-nginx",
    version: config.get("ingress") ?? "4.11.3",
    namespace: "ingress",
    values: { controller: { replicaCount: 2, podAnnotations: { cluster: interpolate`${cluster.arn}/${stack}` } } },
  },
  { provider },
);

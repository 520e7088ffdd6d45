import { createHash } from "node:crypto";
import { asText, base64, json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** A cluster with Kubernetes and Helm on it; stacks `eu-stg` and `eu-prod`, glued names. */
export const eksPlatform = world({
  name: "eks-platform",
  subject: {
    project: "platform",
    stack: "eu-stg",
    account: "664128750193",
    region: "eu-central-1",
    providers: { aws: "6.40.0", kubernetes: "4.18.1" },
    values: {
      env: "stg",
      account: "664128750193",
      version: "1.31",
      sizes: { min: 1, max: 3, type: "t3.large" },
      host: "shop.stg.lumen.dev",
      chart: "4.11.2",
      replicas: 1,
      gate: "true",
      ami: "AL2_x86_64",
      kafka: "b-1.lumenstg.c7d2fa.c5.kafka.eu-central-1.amazonaws.com:9094",
      retention: "24h",
      debug: "debug",
    },
  },
  reference: {
    project: "platform",
    stack: "eu-prod",
    account: "228410976534",
    region: "eu-central-1",
    providers: { aws: "6.40.0", kubernetes: "4.18.1" },
    values: {
      env: "prod",
      account: "228410976534",
      version: "1.30",
      sizes: { min: 3, max: 12, type: "m6i.xlarge" },
      host: "shop.lumen.dev",
      chart: "4.11.2",
      replicas: 3,
      gate: "false",
      ami: "AL2_x86_64",
      kafka: "b-1.lumenprod.a91k0z.c5.kafka.eu-central-1.amazonaws.com:9094",
      retention: "24h",
      debug: "info",
    },
  },
  program(app, v) {
    const role = app.resource("aws:iam/role:Role", `lumen${v.env}ClusterRole`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: ["eks.amazonaws.com"] }, Action: ["sts:AssumeRole"] }],
      }),
    });
    const vpc = app.resource("aws:ec2/vpc:Vpc", `lumen${v.env}Vpc`, {
      cidrBlock: v.env === "prod" ? "10.20.0.0/16" : "10.10.0.0/16",
      enableDnsHostnames: true,
      tags: { Name: `lumen-${v.env}` },
    });
    const second = v.env === "prod" ? "10.20" : "10.10";
    const subnets = [0, 1].map((index) =>
      app.resource("aws:ec2/subnet:Subnet", `lumen${v.env}Private${index}`, {
        vpcId: vpc.id,
        cidrBlock: `${second}.${16 * index}.0/20`,
        availabilityZone: `eu-central-1${"ab"[index] ?? ""}`,
        tags: { [`kubernetes.io/cluster/lumen-${v.env}`]: "shared", Name: `lumen-${v.env}-private-${index}` },
      }),
    );
    const cluster = app.resource("aws:eks/cluster:Cluster", `lumen${v.env}`, {
      name: `lumen-${v.env}`,
      roleArn: role.get("arn"),
      version: v.version,
      vpcConfig: {
        subnetIds: subnets.map((one) => one.id),
        endpointPrivateAccess: true,
        endpointPublicAccess: true,
        publicAccessCidrs: ["0.0.0.0/0"],
      },
      enabledClusterLogTypes: ["audit", "api"],
    });
    const issuer = text`${cluster.get("oidcIssuer")}`;
    const host = asText(issuer.value);
    const oidc = app.resource(
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
      `lumen${v.env}Oidc`,
      {
        url: issuer,
        clientIdLists: ["sts.amazonaws.com"],
        thumbprintLists: ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
      },
      { outputs: { arn: `arn:aws:iam::${v.account}:oidc-provider/${host.replace("https://", "")}` } },
    );
    const nodeRole = app.resource("aws:iam/role:Role", `lumen${v.env}NodeRole`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    app.resource("aws:eks/nodeGroup:NodeGroup", `lumen${v.env}Workers`, {
      clusterName: cluster.get("name"),
      nodeRoleArn: nodeRole.get("arn"),
      subnetIds: subnets.map((one) => one.id),
      amiType: v.ami,
      instanceTypes: [v.sizes.type],
      scalingConfig: { minSize: v.sizes.min, maxSize: v.sizes.max, desiredSize: v.sizes.min },
      labels: { "lumen.dev/environment": v.env },
    });
    app.resource("aws:eks/addon:Addon", `lumen${v.env}Cni`, {
      clusterName: cluster.get("name"),
      addonName: "vpc-cni",
      addonVersion: "v1.18.3-eksbuild.1",
    });
    const cut = host.replace("https://", "");
    const irsa = app.resource("aws:iam/role:Role", `lumen${v.env}Dns`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: oidc.get("arn") },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringEquals: {
                [`${cut}:sub`]: "system:serviceaccount:kube-system:external-dns",
                [`${cut}:aud`]: "sts.amazonaws.com",
              },
            },
          },
        ],
      }),
    });
    const kubeconfig = json({
      apiVersion: "v1",
      kind: "Config",
      "current-context": "aws",
      clusters: [
        {
          name: "kubernetes",
          cluster: { server: cluster.get("endpoint"), "certificate-authority-data": cluster.get("certificateData") },
        },
      ],
      contexts: [{ name: "aws", context: { cluster: "kubernetes", user: "aws" } }],
      users: [
        {
          name: "aws",
          user: {
            exec: {
              apiVersion: "client.authentication.k8s.io/v1beta1",
              command: "aws",
              args: [
                "eks",
                "get-token",
                "--cluster-name",
                cluster.get("name"),
                "--role",
                `arn:aws:iam::${v.account}:role/deployer`,
              ],
            },
          },
        },
      ],
    });
    const k8s = app.provider("kubernetes", `lumen${v.env}`, { kubeconfig, enableServerSideApply: "true" });
    const on = { provider: k8s };
    const namespace = app.resource(
      "kubernetes:core/v1:Namespace",
      "shop",
      {
        apiVersion: "v1",
        kind: "Namespace",
        metadata: { name: "shop", labels: { environment: v.env, "app.kubernetes.io/managed-by": "pulumi" } },
      },
      on,
    );
    const config = app.resource(
      "kubernetes:core/v1:ConfigMap",
      "shop",
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "shop", namespace: namespace.id },
        data: {
          "application.yaml": `server:\n  port: 8080\npublicUrl: https://${v.host}\nkafka:\n  brokers: ${v.kafka}\n  retention: ${v.retention}\nlogging:\n  level: ${v.debug}\n`,
          NEW_CHECKOUT: v.gate,
        },
      },
      on,
    );
    app.resource(
      "kubernetes:core/v1:Secret",
      "shop",
      {
        apiVersion: "v1",
        kind: "Secret",
        metadata: { name: "shop", namespace: "shop" },
        data: secret(base64(`token-${v.env}`)),
      },
      on,
    );
    app.resource(
      "kubernetes:apps/v1:Deployment",
      "shop",
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "shop", namespace: "shop" },
        spec: {
          replicas: v.replicas,
          selector: { matchLabels: { app: "shop" } },
          template: {
            metadata: {
              labels: { app: "shop" },
              annotations: {
                "checksum/config": createHash("sha256")
                  .update(JSON.stringify(config.get("data").value))
                  .digest("hex"),
              },
            },
            spec: {
              serviceAccountName: "shop",
              containers: [
                {
                  name: "shop",
                  image: "ghcr.io/lumen/shop:2026.02.1",
                  ports: [{ containerPort: 8080 }],
                  env: [
                    { name: "SPRING_PROFILES_ACTIVE", value: v.env },
                    { name: "JAVA_OPTS", value: "-Xmx512m" },
                  ],
                  envFrom: [{ configMapRef: { name: "shop" } }],
                  resources: { requests: { cpu: v.env === "prod" ? "1" : "1000m", memory: "1Gi" } },
                },
              ],
            },
          },
        },
      },
      on,
    );
    app.resource(
      "kubernetes:networking.k8s.io/v1:Ingress",
      "shop",
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        metadata: { name: "shop", namespace: "shop", annotations: { "cert-manager.io/cluster-issuer": "letsencrypt" } },
        spec: {
          rules: [
            {
              host: v.host,
              http: {
                paths: [
                  { path: "/", pathType: "Prefix", backend: { service: { name: "shop", port: { number: 80 } } } },
                ],
              },
            },
          ],
          tls: [{ hosts: [v.host], secretName: "shop-tls" }],
        },
      },
      on,
    );
    app.resource(
      "kubernetes:helm.sh/v3:Release",
      "external-dns",
      {
        chart: "external-dns",
        version: v.chart,
        namespace: "kube-system",
        repositoryOpts: { repo: "https://kubernetes-sigs.github.io/external-dns/" },
        values: {
          provider: "aws",
          txtOwnerId: `lumen-${v.env}`,
          domainFilters: [v.host.replace("shop.", "")],
          policy: v.env === "prod" ? "upsert-only" : "sync",
          serviceAccount: { annotations: { "eks.amazonaws.com/role-arn": irsa.get("arn") } },
        },
      },
      on,
    );
  },
  differences: [
    difference("changed", "aws:eks/cluster:Cluster::*", "version", "A minor ahead."),
    difference("changed", "aws:eks/nodeGroup:NodeGroup::*", "instanceTypes[0]", "A burstable, smaller instance."),
    difference("changed", "aws:eks/nodeGroup:NodeGroup::*", "scalingConfig.minSize", "One node instead of three."),
    difference(
      "changed",
      "aws:eks/nodeGroup:NodeGroup::*",
      "scalingConfig.maxSize",
      "Three nodes at most instead of twelve.",
    ),
    difference("changed", "aws:eks/nodeGroup:NodeGroup::*", "scalingConfig.desiredSize", "One node instead of three."),
    difference("changed", "kubernetes:core/v1:ConfigMap::shop", 'data["application.yaml"].logging.level', "Logs more."),
    difference(
      "changed",
      "kubernetes:core/v1:ConfigMap::shop",
      "data.NEW_CHECKOUT",
      "A flag that is on in staging alone.",
    ),
    difference("changed", "kubernetes:apps/v1:Deployment::shop", "spec.replicas", "One replica instead of three."),
    difference(
      "changed",
      "kubernetes:helm.sh/v3:Release::external-dns",
      "values.policy",
      "Staging deletes records, production does not.",
    ),
    {
      ...difference(
        "changed",
        "kubernetes:apps/v1:Deployment::shop",
        'spec.template.metadata.annotations["checksum/config"]',
        "A digest of what is already said.",
      ),
      optional: true,
    },
  ],
});

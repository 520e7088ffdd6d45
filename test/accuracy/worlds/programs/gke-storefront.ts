import { base64, json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const VALUES = "kubernetes:helm.sh/v3:Release::*";

/** A GKE cluster with Helm releases; each environment has a domain of its own, quite another word. */
export const gkeStorefront = world({
  name: "gke-storefront",
  subject: {
    project: "platform",
    stack: "preprod",
    account: "brambleshop-preprod",
    region: "europe-north1",
    providers: { gcp: "8.21.0", kubernetes: "4.21.1", random: "4.18.0" },
    values: {
      project: "brambleshop-preprod",
      domain: "brambleshop-staging.dev",
      machine: "e2-standard-4",
      nodes: 1,
      spot: true,
      channel: "RAPID",
      master: "172.16.4.0/28",
      chart: "4.11.3",
      replicas: 1,
      pdb: false,
      retention: "7d",
      cacheTtl: "60s",
      upload: "8m",
      tls: "TLSv1.2 TLSv1.3",
      issuer: "letsencrypt-staging",
      acme: "https://acme-staging-v02.api.letsencrypt.org/directory",
    },
  },
  reference: {
    project: "platform",
    stack: "prod",
    account: "brambleshop-prod",
    region: "europe-north1",
    providers: { gcp: "8.21.0", kubernetes: "4.21.1", random: "4.18.0" },
    values: {
      project: "brambleshop-prod",
      domain: "brambleshop.com",
      machine: "n2-standard-8",
      nodes: 3,
      spot: false,
      channel: "REGULAR",
      master: "172.16.8.0/28",
      chart: "4.11.3",
      replicas: 3,
      pdb: true,
      retention: "30d",
      cacheTtl: "10m",
      upload: "8m",
      tls: "TLSv1.2 TLSv1.3",
      issuer: "letsencrypt-prod",
      acme: "https://acme-v02.api.letsencrypt.org/directory",
    },
  },
  program(app, v) {
    const network = app.resource("gcp:compute/network:Network", "main", {
      name: "main",
      project: v.project,
      autoCreateSubnetworks: false,
    });
    const nodes = app.resource("gcp:serviceaccount/account:Account", "gke-nodes", {
      accountId: "gke-nodes",
      project: v.project,
    });
    for (const role of ["roles/logging.logWriter", "roles/artifactregistry.reader"])
      app.resource("gcp:projects/iAMMember:IAMMember", `gke-nodes-${role.split("/")[1] ?? ""}`, {
        project: v.project,
        role,
        member: nodes.get("member"),
      });
    const cluster = app.resource("gcp:container/cluster:Cluster", "platform", {
      name: `platform-${app.place.stack}`,
      project: v.project,
      location: app.place.region,
      network: network.get("selfLink"),
      releaseChannel: { channel: v.channel },
      removeDefaultNodePool: true,
      initialNodeCount: 1,
      privateClusterConfig: { enablePrivateNodes: true, masterIpv4CidrBlock: v.master },
      workloadIdentityConfig: { workloadPool: `${v.project}.svc.id.goog` },
    });
    app.resource("gcp:container/nodePool:NodePool", "general", {
      cluster: cluster.get("name"),
      project: v.project,
      location: app.place.region,
      nodeCount: v.nodes,
      nodeConfig: { machineType: v.machine, spot: v.spot, serviceAccount: nodes.get("email"), diskSizeGb: 100 },
    });
    const kubeconfig = text`apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${base64(text`-----BEGIN CERTIFICATE-----${cluster.get("endpoint")}`)}
    server: https://${cluster.get("endpoint")}
  name: gke_${v.project}_${cluster.get("name")}
contexts:
- context: {cluster: gke_${v.project}_${cluster.get("name")}, user: gke_${v.project}_${cluster.get("name")}}
  name: gke_${v.project}_${cluster.get("name")}
current-context: gke_${v.project}_${cluster.get("name")}
kind: Config
users:
- name: gke_${v.project}_${cluster.get("name")}
  user:
    exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: gke-gcloud-auth-plugin}
`;
    const provider = app.provider("kubernetes", "platform", { kubeconfig });
    const address = app.resource("gcp:compute/address:Address", "ingress", {
      name: `ingress-${app.place.stack}`,
      project: v.project,
      region: app.place.region,
    });
    app.resource(
      "kubernetes:helm.sh/v3:Release",
      "ingress-nginx",
      {
        chart: "ingress-nginx",
        version: v.chart,
        name: "ingress-nginx",
        namespace: "ingress",
        repositoryOpts: { repo: "https://kubernetes.github.io/ingress-nginx" },
        values: {
          controller: {
            replicaCount: v.replicas,
            config: { "proxy-body-size": v.upload, "ssl-protocols": v.tls },
            service: { loadBalancerIP: address.get("address"), externalTrafficPolicy: "Local" },
          },
        },
      },
      { provider },
    );
    const issuer = app.resource(
      "kubernetes:cert-manager.io/v1:ClusterIssuer",
      "issuer",
      {
        apiVersion: "cert-manager.io/v1",
        kind: "ClusterIssuer",
        metadata: { name: v.issuer },
        spec: { acme: { server: v.acme, email: `ops@${v.domain}`, privateKeySecretRef: { name: v.issuer } } },
      },
      { provider },
    );
    const password = app.resource("random:index/randomPassword:RandomPassword", "grafana", { length: 24 });
    app.resource(
      "kubernetes:helm.sh/v3:Release",
      "kube-prometheus-stack",
      {
        chart: "kube-prometheus-stack",
        version: "65.1.0",
        name: "kps",
        namespace: "monitoring",
        values: {
          prometheus: { prometheusSpec: { retention: v.retention, externalLabels: { cluster: cluster.get("name") } } },
          grafana: {
            adminPassword: secret(password.get("result")),
            ingress: {
              enabled: true,
              hosts: [`grafana.${v.domain}`],
              annotations: { "cert-manager.io/cluster-issuer": v.issuer },
              tls: [{ secretName: "grafana-tls", hosts: [`grafana.${v.domain}`] }],
            },
          },
        },
      },
      { provider, dependsOn: [issuer] },
    );
    app.resource(
      "kubernetes:core/v1:ConfigMap",
      "storefront",
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "storefront", namespace: "shop" },
        data: {
          "application.yaml": text`server:
  host: www.${v.domain}
  port: 8080
cache:
  ttl: ${v.cacheTtl}
cors:
  origins: ["https://www.${v.domain}", "https://admin.${v.domain}"]
`,
          "features.json": json({ checkout: "v2", cdn: `https://cdn.${v.domain}/assets`, wishlist: true }),
        },
      },
      { provider },
    );
    if (v.pdb)
      app.resource(
        "kubernetes:policy/v1:PodDisruptionBudget",
        "storefront",
        {
          apiVersion: "policy/v1",
          kind: "PodDisruptionBudget",
          metadata: { name: "storefront", namespace: "shop" },
          spec: { minAvailable: 1, selector: { matchLabels: { app: "storefront" } } },
        },
        { provider },
      );
  },
  differences: [
    difference("changed", "gcp:container/cluster:Cluster::*", "releaseChannel.channel", "Another release channel."),
    difference("changed", "gcp:container/nodePool:NodePool::*", "nodeConfig.machineType", "Smaller machines."),
    difference("changed", "gcp:container/nodePool:NodePool::*", "nodeConfig.spot", "May be taken away any time."),
    difference("changed", "gcp:container/nodePool:NodePool::*", "nodeCount", "Fewer nodes."),
    difference("changed", VALUES, "values.controller.replicaCount", "Fewer replicas."),
    difference("changed", VALUES, "values.prometheus.prometheusSpec.retention", "Shorter memory."),
    difference(
      "changed",
      "kubernetes:core/v1:ConfigMap::storefront",
      'data["application.yaml"].cache.ttl',
      "Cached for less long.",
    ),
    difference("missing", "kubernetes:policy/v1:PodDisruptionBudget::*", null, "None in preprod."),
    {
      ...difference(
        "changed",
        "kubernetes:cert-manager.io/v1:ClusterIssuer::issuer",
        "spec.acme.server",
        "Another service, whose host differs by the word for the environment alone.",
      ),
      optional: true,
    },
  ],
});

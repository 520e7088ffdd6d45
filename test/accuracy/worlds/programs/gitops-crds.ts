import { manifest, nameOf } from "../engine/kubernetes";
import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const CART = "kubernetes:argoproj.io/v1alpha1:Application::cart";
const POOL = "kubernetes:karpenter.sh/v1:NodePool::general";
const ROUTE = "kubernetes:networking.istio.io/v1:VirtualService::cart";

/** Custom resources of Argo CD, Istio, Karpenter, KEDA, External Secrets and Prometheus in two clusters. */
export const gitopsCrds = world({
  name: "gitops-crds",
  subject: {
    project: "gitops",
    stack: "stg-fra",
    account: "k8s-stg",
    region: "none",
    providers: { kubernetes: "4.22.2" },
    values: {
      e: "stg",
      cluster: "stg-fra-01",
      server: "https://2E1F4A6C8B0D9E7F5A3C1B2D4E6F8A90.gr7.eu-central-1.eks.amazonaws.com",
      host: "cart.stg.fernweh.shop",
      branch: "main",
      chart: "2.14.0",
      prune: true,
      heal: false,
      instances: ["m6i", "m5"],
      capacity: ["spot", "on-demand"],
      cpu: "64",
      ttl: "720h",
      min: 0,
      max: 5,
      lag: "500",
      weight: [90, 10],
      timeout: "10s",
      retries: 3,
      refresh: "1h0m0s",
      remote: "stg/cart/db",
      role: "arn:aws:iam::381492061234:role/external-secrets",
      interval: "60s",
      severity: "warning",
      for: "15m",
      mtls: "PERMISSIVE",
      quota: "8Gi",
    },
  },
  reference: {
    project: "gitops",
    stack: "prd-fra",
    account: "k8s-prd",
    region: "none",
    providers: { kubernetes: "4.22.2" },
    values: {
      e: "prd",
      cluster: "prd-fra-01",
      server: "https://7B5D3F1A9C8E6042D4B6A8C0E2F41357.gr7.eu-central-1.eks.amazonaws.com",
      host: "cart.fernweh.shop",
      branch: "release",
      chart: "2.13.4",
      prune: true,
      heal: true,
      instances: ["m5", "m6i"],
      capacity: ["on-demand"],
      cpu: "640",
      ttl: "720h",
      min: 2,
      max: 40,
      lag: "100",
      weight: [100, 0],
      timeout: "10000ms",
      retries: 3,
      refresh: "3600s",
      remote: "prd/cart/db",
      role: "arn:aws:iam::905518237711:role/external-secrets",
      interval: "15s",
      severity: "critical",
      for: "5m",
      mtls: "STRICT",
      quota: "8192Mi",
    },
  },
  program(app, v) {
    const provider = app.provider("kubernetes", "cluster", { kubeconfig: secret(v.server), context: v.cluster });
    const object = (
      apiVersion: string,
      kind: string,
      name: string,
      body: NonNullable<Parameters<typeof manifest>[1]["body"]>,
      namespace?: string,
    ) =>
      manifest(
        app,
        { apiVersion, kind, name, metadata: { name, ...(namespace ? { namespace } : {}) }, body },
        { provider },
      );
    const project = object(
      "argoproj.io/v1alpha1",
      "AppProject",
      "shop",
      {
        spec: {
          sourceRepos: ["https://github.com/fernweh/deploy.git"],
          destinations: [{ server: v.server, namespace: "*" }],
          roles: [{ name: "ci", policies: ["p, proj:shop:ci, applications, sync, shop/*, allow"] }],
        },
      },
      "argocd",
    );
    object(
      "argoproj.io/v1alpha1",
      "Application",
      "cart",
      {
        spec: {
          project: nameOf(project),
          source: {
            repoURL: "https://github.com/fernweh/deploy.git",
            path: `clusters/${v.cluster}/cart`,
            targetRevision: v.branch,
            helm: {
              parameters: [
                { name: "image.tag", value: v.chart },
                { name: "ingress.host", value: v.host },
                { name: "env", value: v.e },
              ],
              values: text`replicaCount: ${v.min}\nquota: ${v.quota}\nhost: ${v.host}\n`,
            },
          },
          destination: { server: v.server, namespace: "cart" },
          syncPolicy: { automated: { prune: v.prune, selfHeal: v.heal } },
        },
      },
      "argocd",
    );
    object("karpenter.sh/v1", "NodePool", "general", {
      spec: {
        limits: { cpu: v.cpu },
        disruption: { consolidationPolicy: "WhenEmptyOrUnderutilized" },
        template: {
          spec: {
            expireAfter: v.ttl,
            nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "general" },
            requirements: [
              { key: "karpenter.k8s.aws/instance-family", operator: "In", values: v.instances },
              { key: "karpenter.sh/capacity-type", operator: "In", values: v.capacity },
            ],
          },
        },
      },
    });
    object("karpenter.k8s.aws/v1", "EC2NodeClass", "general", {
      spec: {
        amiSelectorTerms: [{ alias: "al2023@v20250203" }],
        role: `karpenter-${v.cluster}`,
        subnetSelectorTerms: [{ tags: { "karpenter.sh/discovery": v.cluster } }],
        securityGroupSelectorTerms: [{ tags: { "karpenter.sh/discovery": v.cluster } }],
        tags: { cluster: v.cluster, env: v.e },
      },
    });
    object(
      "keda.sh/v1alpha1",
      "ScaledObject",
      "cart",
      {
        spec: {
          scaleTargetRef: { name: "cart" },
          minReplicaCount: v.min,
          maxReplicaCount: v.max,
          triggers: [
            {
              type: "aws-sqs-queue",
              metadata: {
                queueURL: `https://sqs.eu-central-1.amazonaws.com/${v.role.slice(13, 25)}/cart-${v.e}`,
                queueLength: v.lag,
              },
            },
          ],
        },
      },
      "cart",
    );
    object(
      "networking.istio.io/v1",
      "VirtualService",
      "cart",
      {
        spec: {
          hosts: [v.host],
          gateways: ["istio-system/public"],
          http: [
            {
              timeout: v.timeout,
              retries: { attempts: v.retries, retryOn: "5xx" },
              route: ["stable", "canary"].map((subset, at) => ({
                destination: { host: "cart.cart.svc.cluster.local", subset },
                weight: v.weight[at] ?? 0,
              })),
            },
          ],
        },
      },
      "cart",
    );
    object("security.istio.io/v1", "PeerAuthentication", "default", { spec: { mtls: { mode: v.mtls } } }, "cart");
    object("external-secrets.io/v1", "ClusterSecretStore", "aws", {
      spec: { provider: { aws: { service: "SecretsManager", region: "eu-central-1", role: v.role } } },
    });
    object(
      "external-secrets.io/v1",
      "ExternalSecret",
      "db",
      {
        spec: {
          refreshInterval: v.refresh,
          secretStoreRef: { kind: "ClusterSecretStore", name: "aws" },
          target: { name: "db", creationPolicy: "Owner" },
          dataFrom: [{ extract: { key: v.remote } }],
        },
      },
      "cart",
    );
    object(
      "monitoring.coreos.com/v1",
      "ServiceMonitor",
      "cart",
      {
        spec: {
          selector: { matchLabels: { app: "cart" } },
          endpoints: [
            {
              port: "metrics",
              interval: v.interval,
              relabelings: [{ targetLabel: "cluster", replacement: v.cluster }],
            },
          ],
        },
      },
      "cart",
    );
    object(
      "monitoring.coreos.com/v1",
      "PrometheusRule",
      "cart",
      {
        spec: {
          groups: [
            {
              name: "cart",
              rules: [
                {
                  alert: "CartErrors",
                  expr: `sum(rate(http_requests_total{cluster="${v.cluster}",code=~"5.."}[5m])) > 1`,
                  for: v.for,
                  labels: { severity: v.severity, env: v.e },
                  annotations: { runbook: `https://runbooks.fernweh.shop/cart`, summary: `cart in ${v.e} fails` },
                },
              ],
            },
          ],
        },
      },
      "cart",
    );
    object(
      "v1",
      "ConfigMap",
      "dashboards",
      {
        data: {
          "cart.json": json({
            title: `Cart (${v.e})`,
            uid: `cart-${v.e}`,
            panels: [{ id: 1, targets: [{ expr: `up{cluster="${v.cluster}"}` }] }],
          }),
        },
      },
      "monitoring",
    );
  },
  differences: [
    difference("changed", CART, "spec.source.targetRevision", "Another branch."),
    difference("changed", CART, "spec.source.helm.parameters[0].value", "A minor ahead."),
    difference("changed", CART, "spec.source.helm.values.replicaCount", "No replica at rest."),
    difference("changed", CART, "spec.syncPolicy.automated.selfHeal", "Changes by hand stay."),
    difference("changed", POOL, "spec.limits.cpu", "A tenth of the CPU."),
    difference("added", POOL, "spec.template.spec.requirements[1].values[0]", "Nodes may be taken away any time."),
    difference("changed", "kubernetes:keda.sh/v1alpha1:*::cart", "spec.minReplicaCount", "No replica at rest."),
    difference("changed", "kubernetes:keda.sh/v1alpha1:*::cart", "spec.maxReplicaCount", "An eighth."),
    difference(
      "changed",
      "kubernetes:keda.sh/v1alpha1:*::cart",
      "spec.triggers[0].metadata.queueLength",
      "Scales later.",
    ),
    difference("changed", ROUTE, "spec.http[0].route[0].weight", "A canary gets a tenth."),
    difference("changed", ROUTE, "spec.http[0].route[1].weight", "A canary gets a tenth."),
    difference("changed", "kubernetes:security.istio.io/v1:*::default", "spec.mtls.mode", "Plain text is let in."),
    difference(
      "changed",
      "kubernetes:monitoring.coreos.com/v1:ServiceMonitor::cart",
      "spec.endpoints[0].interval",
      "Looks less often.",
    ),
    difference(
      "changed",
      "kubernetes:monitoring.coreos.com/v1:PrometheusRule::cart",
      "spec.groups[0].rules[0].for",
      "Alerts later.",
    ),
    difference(
      "changed",
      "kubernetes:monitoring.coreos.com/v1:PrometheusRule::cart",
      "spec.groups[0].rules[0].labels.severity",
      "Wakes nobody.",
    ),
  ],
});

import { difference, world } from "../world";

/** Charts with values as YAML text; short environment codes glued to a region's. */
export const helmWatch = world({
  name: "helm-watch",
  subject: {
    project: "observability",
    stack: "euw1-t",
    account: "0",
    region: "none",
    providers: { kubernetes: "4.18.0" },
    values: {
      code: "t",
      env: "test",
      base: "test.obs.voltaik.eu",
      chart: "66.2.1",
      retention: "3d",
      size: "20Gi",
      replicas: 1,
      loki: "6.6.4",
      sample: 100,
      slack: "#alerts-test",
      bucket: "voltaik-test-loki-chunks",
    },
  },
  reference: {
    project: "observability",
    stack: "euw1-p",
    account: "0",
    region: "none",
    providers: { kubernetes: "4.18.0" },
    values: {
      code: "p",
      env: "prod",
      base: "obs.voltaik.eu",
      chart: "65.1.0",
      retention: "30d",
      size: "500Gi",
      replicas: 2,
      loki: "6.6.4",
      sample: 10,
      slack: "#alerts-prod",
      bucket: "voltaik-prod-loki-chunks",
    },
  },
  program(app, v) {
    const release = (name: string, chart: string, version: string, values: string) =>
      app.resource("kubernetes:helm.sh/v3:Release", `${v.code}-${name}`, {
        name: `${v.code}-${name}`,
        chart,
        version,
        namespace: "monitoring",
        createNamespace: true,
        repositoryOpts: { repo: `https://charts.example.org/${chart}` },
        valueYamlFiles: [values],
      });
    release(
      "prometheus",
      "kube-prometheus-stack",
      v.chart,
      `prometheus:\n  prometheusSpec:\n    retention: ${v.retention}\n    replicas: ${v.replicas}\n    externalLabels:\n      env: ${v.env}\n      cluster: ${v.code}-euw1\n    storageSpec:\n      volumeClaimTemplate:\n        spec:\n          resources:\n            requests:\n              storage: ${v.size}\ngrafana:\n  ingress:\n    hosts:\n      - grafana.${v.base}\nalertmanager:\n  config:\n    receivers:\n      - name: slack\n        slack_configs:\n          - channel: "${v.slack}"\n`,
    );
    release(
      "loki",
      "loki",
      v.loki,
      `loki:\n  storage:\n    bucketNames:\n      chunks: ${v.bucket}\n  limits_config:\n    retention_period: 168h\n`,
    );
    release(
      "tempo",
      "tempo",
      "1.10.1",
      `tempo:\n  ingester:\n    max_block_duration: 5m\n  sampling: ${v.sample}\nserviceMonitor:\n  enabled: true\n`,
    );
    app.resource("kubernetes:core/v1:ConfigMap", `${v.code}-dashboards`, {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: `${v.code}-dashboards`, namespace: "monitoring" },
      data: {
        "home.json": JSON.stringify({
          title: `Home ${v.env}`,
          links: [{ url: `https://grafana.${v.base}/d/home` }],
          refresh: "30s",
        }),
      },
    });
    app.resource("kubernetes:networking.k8s.io/v1:Ingress", `${v.code}-loki`, {
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: { name: `${v.code}-loki`, namespace: "monitoring" },
      spec: { rules: [{ host: `loki.${v.base}` }] },
    });
    app.resource("kubernetes:core/v1:ServiceAccount", `${v.code}-loki`, {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: {
        name: `${v.code}-loki`,
        namespace: "monitoring",
        annotations: {
          "eks.amazonaws.com/role-arn": `arn:aws:iam::${v.code === "t" ? "384756102938" : "827364510928"}:role/${v.code}-loki`,
        },
      },
    });
  },
  differences: [
    difference("changed", "kubernetes:helm.sh/v3:Release::*prometheus", "version", "A chart's major ahead."),
    difference(
      "changed",
      "kubernetes:helm.sh/v3:Release::*prometheus",
      "valueYamlFiles[0].prometheus.prometheusSpec.retention",
      "Three days.",
    ),
    difference(
      "changed",
      "kubernetes:helm.sh/v3:Release::*prometheus",
      "valueYamlFiles[0].prometheus.prometheusSpec.replicas",
      "One replica.",
    ),
    difference(
      "changed",
      "kubernetes:helm.sh/v3:Release::*prometheus",
      "valueYamlFiles[0].prometheus.prometheusSpec.storageSpec.volumeClaimTemplate.spec.resources.requests.storage",
      "Less storage.",
    ),
    difference(
      "changed",
      "kubernetes:helm.sh/v3:Release::*tempo",
      "valueYamlFiles[0].tempo.sampling",
      "Another sampling.",
    ),
  ],
});

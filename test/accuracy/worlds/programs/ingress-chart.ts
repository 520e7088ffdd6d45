import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";
import { manifest } from "../engine/kubernetes";

const CONTROLLER = "kubernetes:apps/v1:Deployment::*-controller";
const POD = "spec.template.spec.containers[0]";

/** A Helm chart rendered by the program (the v4 component): names hold the namespace, hashes of content everywhere. */
export const ingressChart = world({
  name: "ingress-chart",
  subject: {
    project: "platform-charts",
    stack: "Staging",
    account: "0",
    region: "none",
    providers: { kubernetes: "4.23.0" },
    values: {
      ns: "ingress-staging",
      release: "edge-staging",
      host: "staging.harborline.io",
      replicas: 1,
      max: 2,
      memory: "256Mi",
      cpu: "500m",
      hsts: "3600",
      level: "info",
      hard: { "requests.cpu": "4", "limits.memory": "16Gi", pods: "40" },
      extra: ["--watch-ingress-without-class=true"],
      checksum: "1f7b2c9e3d5a6f80",
      issuer: "letsencrypt-staging",
      quantum: "2000m",
      affinity: "preferredDuringSchedulingIgnoredDuringExecution",
      sync: "2026-02-11T10:22:31Z",
    },
  },
  reference: {
    project: "platform-charts",
    stack: "Production",
    account: "0",
    region: "none",
    providers: { kubernetes: "4.23.0" },
    values: {
      ns: "ingress",
      release: "edge",
      host: "harborline.io",
      replicas: 3,
      max: 9,
      memory: "1Gi",
      cpu: "0.5",
      hsts: "31536000",
      level: "info",
      hard: { "requests.cpu": "32", "limits.memory": "128Gi", pods: "400" },
      extra: [],
      checksum: "93ab01cd77fe2146",
      issuer: "letsencrypt-production",
      quantum: "2",
      affinity: "requiredDuringSchedulingIgnoredDuringExecution",
      sync: "2026-02-10T17:03:02Z",
    },
  },
  program(app, v) {
    const chart = app.component("kubernetes:helm.sh/v4:Chart", v.release);
    const on = { parent: chart };
    const labels = {
      "app.kubernetes.io/instance": v.release,
      "app.kubernetes.io/name": "ingress-nginx",
      "app.kubernetes.io/version": "1.11.3",
      "helm.sh/chart": "ingress-nginx-4.11.3",
    };
    const part = (apiVersion: string, kind: string, name: string, body: Parameters<typeof manifest>[1]["body"] = {}) =>
      manifest(
        app,
        {
          apiVersion,
          kind,
          name: `${v.release}:${v.ns}/${v.release}-${name}`,
          metadata: { name: `${v.release}-${name}`, namespace: v.ns, labels },
          body,
        },
        on,
      );
    part("v1", "ServiceAccount", "controller");
    part("v1", "ConfigMap", "controller", {
      data: {
        "hsts-max-age": v.hsts,
        "error-log-level": v.level,
        "log-format-upstream": json({ time: "$time_iso8601", host: "$host", cluster: v.ns }),
        "proxy-set-headers": `${v.ns}/${v.release}-headers`,
      },
    });
    part("apps/v1", "Deployment", "controller", {
      spec: {
        replicas: v.replicas,
        selector: { matchLabels: { "app.kubernetes.io/instance": v.release } },
        template: {
          metadata: {
            labels,
            annotations: { "checksum/config": v.checksum.repeat(4), "kubectl.kubernetes.io/restartedAt": v.sync },
          },
          spec: {
            affinity: {
              podAntiAffinity: { [v.affinity]: [{ labelSelector: { matchLabels: labels }, topologyKey: "host" }] },
            },
            serviceAccountName: `${v.release}-controller`,
            containers: [
              {
                name: "controller",
                image:
                  "registry.k8s.io/ingress-nginx/controller:v1.11.3@sha256:d56f135b6462cfc476447cfe564b83a45e8bb7da2774963b00d12161112270b7",
                args: [
                  "/nginx-ingress-controller",
                  `--publish-service=$(POD_NAMESPACE)/${v.release}-controller`,
                  `--configmap=$(POD_NAMESPACE)/${v.release}-controller`,
                  `--election-id=${v.release}-leader`,
                  ...v.extra,
                ],
                env: [
                  { name: "POD_NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } },
                  { name: "LD_PRELOAD", value: "/usr/local/lib/libmimalloc.so" },
                ],
                resources: {
                  limits: { cpu: v.quantum, memory: v.memory },
                  requests: { cpu: v.cpu, memory: v.memory },
                },
              },
            ],
          },
        },
      },
    });
    part("v1", "Service", "controller", {
      spec: { type: "LoadBalancer", ports: [{ name: "https", port: 443, protocol: "TCP", targetPort: "https" }] },
    });
    part("autoscaling/v2", "HorizontalPodAutoscaler", "controller", {
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: `${v.release}-controller` },
        minReplicas: v.replicas,
        maxReplicas: v.max,
        metrics: [
          { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 60 } } },
        ],
      },
    });
    part("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "admission", {
      webhooks: [
        {
          name: "validate.nginx.ingress.kubernetes.io",
          clientConfig: {
            service: { name: `${v.release}-controller-admission`, namespace: v.ns, path: "/networking/v1/ingresses" },
          },
          failurePolicy: "Fail",
        },
      ],
    });
    part("v1", "ResourceQuota", "quota", { spec: { hard: v.hard } });
    part("v1", "Secret", "dashboards", {
      stringData: { url: `https://grafana.${v.host}`, token: secret(text`token of ${v.ns}`) },
    });
    part("networking.k8s.io/v1", "Ingress", "status", {
      spec: {
        ingressClassName: "nginx",
        tls: [{ hosts: [`status.${v.host}`], secretName: `status-${v.release}-tls` }],
        rules: [{ host: `status.${v.host}`, http: { paths: [{ path: "/", pathType: "Prefix" }] } }],
      },
    });
    part("cert-manager.io/v1", "Certificate", "wildcard", {
      spec: {
        dnsNames: [v.host, `*.${v.host}`],
        secretName: `wildcard-${v.host.replaceAll(".", "-")}`,
        issuerRef: { kind: "ClusterIssuer", name: v.issuer },
        duration: "2160h",
      },
    });
  },
  differences: [
    difference("changed", "kubernetes:core/v1:ConfigMap::*", "data.hsts-max-age", "An hour instead of a year."),
    difference("changed", CONTROLLER, "spec.replicas", "One replica."),
    difference(
      "removed",
      CONTROLLER,
      "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution",
      "Replicas may share a host.",
    ),
    difference(
      "added",
      CONTROLLER,
      "spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution",
      "Replicas may share a host.",
    ),
    difference("added", CONTROLLER, `${POD}.args[4]`, "Takes ingresses without a class."),
    difference("changed", CONTROLLER, `${POD}.resources.limits.memory`, "A quarter of the memory."),
    difference("changed", CONTROLLER, `${POD}.resources.requests.memory`, "A quarter of the memory."),
    difference("changed", "kubernetes:autoscaling/v2:*::*", "spec.minReplicas", "Scales down to one."),
    difference("changed", "kubernetes:autoscaling/v2:*::*", "spec.maxReplicas", "Scales up to two."),
    difference("changed", "kubernetes:core/v1:ResourceQuota::*", 'spec.hard["requests.cpu"]', "An eighth."),
    difference("changed", "kubernetes:core/v1:ResourceQuota::*", 'spec.hard["limits.memory"]', "An eighth."),
    difference("changed", "kubernetes:core/v1:ResourceQuota::*", "spec.hard.pods", "A tenth of the pods."),
  ],
});

import { base64, secret } from "../engine/wired";
import { difference, world } from "../world";

/** Workloads on an existing cluster: the namespace names the environment, generated names of the provider. */
export const k8sPayments = world({
  name: "k8s-payments",
  subject: {
    project: "payments",
    stack: "stage",
    account: "0",
    region: "none",
    providers: { kubernetes: "4.21.0" },
    values: {
      ns: "payments-stage",
      suffix: "3f8a1c2d",
      host: "pay.stage.acme.dev",
      image: "registry.acme.dev/payments/api:1.18.0",
      cpu: "250m",
      memory: "256Mi",
      cron: "0 */6 * * *",
      min: 1,
      max: 3,
      port: 5432,
      level: "debug",
      db: "postgresql://payments@pg-payments-stage.internal.acme.dev:5432/payments?sslmode=require",
      strict: "false",
      grace: 30,
      policyExtra: [{ protocol: "TCP", port: 9090 }],
      storage: "10Gi",
    },
  },
  reference: {
    project: "payments",
    stack: "prod",
    account: "0",
    region: "none",
    providers: { kubernetes: "4.21.0" },
    values: {
      ns: "payments-prod",
      suffix: "b71e904f",
      host: "pay.acme.dev",
      image: "registry.acme.dev/payments/api:1.17.4",
      cpu: "1",
      memory: "1Gi",
      cron: "0 * * * *",
      min: 3,
      max: 12,
      port: 5432,
      level: "info",
      db: "postgresql://payments@pg-payments-prod.internal.acme.dev:5432/payments?sslmode=verify-full",
      strict: "true",
      grace: 30,
      policyExtra: [],
      storage: "100Gi",
    },
  },
  program(app, v) {
    const k8s = app.provider("kubernetes", "cluster", {
      kubeconfig: secret(base64(`cluster ${v.ns}`)),
      namespace: v.ns,
    });
    const on = { provider: k8s };
    const meta = (name: string) => ({
      name: `${name}-${v.suffix}`,
      namespace: v.ns,
      labels: { app: name, "app.kubernetes.io/part-of": "payments", env: v.ns.split("-")[1] ?? "" },
      annotations: { "pulumi.com/autonamed": "true" },
    });
    app.resource(
      "kubernetes:core/v1:Namespace",
      "payments",
      { apiVersion: "v1", kind: "Namespace", metadata: { name: v.ns } },
      on,
    );
    app.resource(
      "kubernetes:core/v1:ConfigMap",
      "api",
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: meta("api"),
        data: {
          LOG_LEVEL: v.level,
          DATABASE_URL: v.db,
          STRICT_MODE: v.strict,
          PUBLIC_URL: `https://${v.host}`,
          "nginx.conf": `server {\n  listen 8080;\n  server_name ${v.host};\n  client_max_body_size 2m;\n}\n`,
        },
      },
      on,
    );
    app.resource(
      "kubernetes:apps/v1:Deployment",
      "api",
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: meta("api"),
        spec: {
          replicas: v.min,
          selector: { matchLabels: { app: "api" } },
          template: {
            metadata: { labels: { app: "api" } },
            spec: {
              terminationGracePeriodSeconds: v.grace,
              serviceAccountName: `api-${v.suffix}`,
              containers: [
                {
                  name: "api",
                  image: v.image,
                  envFrom: [{ configMapRef: { name: `api-${v.suffix}` } }],
                  env: [
                    { name: "NAMESPACE", value: v.ns },
                    { name: "PORT", value: "8080" },
                  ],
                  resources: { requests: { cpu: v.cpu, memory: v.memory }, limits: { memory: v.memory } },
                  livenessProbe: { httpGet: { path: "/live", port: 8080 }, periodSeconds: 10 },
                },
              ],
            },
          },
        },
      },
      on,
    );
    app.resource(
      "kubernetes:core/v1:Service",
      "api",
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: meta("api"),
        spec: { type: "ClusterIP", selector: { app: "api" }, ports: [{ port: 80, targetPort: 8080 }] },
      },
      on,
    );
    app.resource(
      "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
      "api",
      {
        apiVersion: "autoscaling/v2",
        kind: "HorizontalPodAutoscaler",
        metadata: meta("api"),
        spec: {
          scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: `api-${v.suffix}` },
          minReplicas: v.min,
          maxReplicas: v.max,
          metrics: [
            { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } } },
          ],
        },
      },
      on,
    );
    app.resource(
      "kubernetes:batch/v1:CronJob",
      "settle",
      {
        apiVersion: "batch/v1",
        kind: "CronJob",
        metadata: meta("settle"),
        spec: {
          schedule: v.cron,
          concurrencyPolicy: "Forbid",
          jobTemplate: {
            spec: {
              template: {
                spec: {
                  restartPolicy: "Never",
                  containers: [{ name: "settle", image: v.image, args: ["settle", "--namespace", v.ns] }],
                },
              },
            },
          },
        },
      },
      on,
    );
    app.resource(
      "kubernetes:networking.k8s.io/v1:NetworkPolicy",
      "api",
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: meta("api"),
        spec: {
          podSelector: { matchLabels: { app: "api" } },
          policyTypes: ["Ingress"],
          ingress: [
            {
              from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "ingress" } } }],
              ports: [{ protocol: "TCP", port: 8080 }, ...v.policyExtra],
            },
          ],
        },
      },
      on,
    );
    app.resource(
      "kubernetes:networking.k8s.io/v1:Ingress",
      "api",
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        metadata: meta("api"),
        spec: {
          ingressClassName: "nginx",
          tls: [{ hosts: [v.host], secretName: `tls-${v.host.replaceAll(".", "-")}` }],
          rules: [
            {
              host: v.host,
              http: {
                paths: [
                  {
                    path: "/",
                    pathType: "Prefix",
                    backend: { service: { name: `api-${v.suffix}`, port: { number: 80 } } },
                  },
                ],
              },
            },
          ],
        },
      },
      on,
    );
    app.resource(
      "kubernetes:core/v1:PersistentVolumeClaim",
      "spool",
      {
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        metadata: meta("spool"),
        spec: {
          accessModes: ["ReadWriteOnce"],
          storageClassName: "gp3",
          resources: { requests: { storage: v.storage } },
        },
      },
      on,
    );
  },
  differences: [
    difference("changed", "kubernetes:core/v1:ConfigMap::api", "data.LOG_LEVEL", "Logs more."),
    difference(
      "changed",
      "kubernetes:core/v1:ConfigMap::api",
      "data.DATABASE_URL",
      "The server's certificate is not verified.",
    ),
    difference("changed", "kubernetes:core/v1:ConfigMap::api", "data.STRICT_MODE", "Not strict."),
    difference("changed", "kubernetes:apps/v1:Deployment::api", "spec.replicas", "One replica."),
    difference(
      "changed",
      "kubernetes:apps/v1:Deployment::api",
      "spec.template.spec.containers[0].image",
      "A minor ahead.",
    ),
    difference(
      "changed",
      "kubernetes:apps/v1:Deployment::api",
      "spec.template.spec.containers[0].resources.requests.cpu",
      "Less CPU.",
    ),
    difference(
      "changed",
      "kubernetes:apps/v1:Deployment::api",
      "spec.template.spec.containers[0].resources.requests.memory",
      "Less memory.",
    ),
    difference(
      "changed",
      "kubernetes:apps/v1:Deployment::api",
      "spec.template.spec.containers[0].resources.limits.memory",
      "Less memory.",
    ),
    difference(
      "changed",
      "kubernetes:autoscaling/v2:HorizontalPodAutoscaler::api",
      "spec.minReplicas",
      "Scales down to one.",
    ),
    difference(
      "changed",
      "kubernetes:autoscaling/v2:HorizontalPodAutoscaler::api",
      "spec.maxReplicas",
      "Scales up to three.",
    ),
    difference("changed", "kubernetes:batch/v1:CronJob::settle", "spec.schedule", "Six times less often."),
    difference(
      "changed",
      "kubernetes:batch/v1:CronJob::settle",
      "spec.jobTemplate.spec.template.spec.containers[0].image",
      "A minor ahead.",
    ),
    difference(
      "added",
      "kubernetes:networking.k8s.io/v1:NetworkPolicy::api",
      "spec.ingress[0].ports[*]",
      "The metrics' port is open in staging.",
    ),
    difference(
      "changed",
      "kubernetes:core/v1:PersistentVolumeClaim::spool",
      "spec.resources.requests.storage",
      "A tenth of the storage.",
    ),
  ],
});

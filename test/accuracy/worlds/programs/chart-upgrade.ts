import { manifest, nameOf } from "../engine/kubernetes";
import { difference, world } from "../world";

const HPA = "kubernetes:autoscaling/v2*:HorizontalPodAutoscaler::api";
const API = "kubernetes:apps/v1:Deployment::api";

/** A component library a major ahead in staging: another token, another parent, newer versions of the same objects. */
export const chartUpgrade = world({
  name: "chart-upgrade",
  subject: {
    project: "ticketing",
    stack: "staging",
    account: "stg",
    region: "none",
    version: 4,
    providers: { kubernetes: "4.24.0", "acme-apps": "3.0.1" },
    values: {
      next: true,
      token: "acme-apps:index:WebService",
      host: "tickets.staging.example.org",
      replicas: 1,
      target: 60,
      image: "ghcr.io/acme/tickets:5.2.0",
      probe: "/healthz",
      pdb: "policy/v1",
      hpa: "autoscaling/v2",
      cron: "batch/v1",
    },
  },
  reference: {
    project: "ticketing",
    stack: "production",
    account: "prd",
    region: "none",
    version: 3,
    providers: { kubernetes: "4.24.0", "acme-apps": "2.11.0" },
    values: {
      next: false,
      token: "acme-apps:apps:Service",
      host: "tickets.example.org",
      replicas: 4,
      target: 60,
      image: "ghcr.io/acme/tickets:5.1.3",
      probe: "/healthz",
      pdb: "policy/v1beta1",
      hpa: "autoscaling/v2beta2",
      cron: "batch/v1beta1",
    },
  },
  program(app, v) {
    const inputs = { host: v.host, replicas: v.replicas, image: v.image };
    const service = app.component(v.token, "tickets", {}, inputs);
    const inner = v.next
      ? app.component("acme-apps:internal:Workload", "tickets-workload", { parent: service })
      : service;
    const provider = app.provider("kubernetes", "cluster", {});
    const on = { provider, parent: inner };
    const metadata = { namespace: "tickets", labels: { app: "tickets" } };
    const account = manifest(app, { apiVersion: "v1", kind: "ServiceAccount", name: "api", metadata }, on);
    const deployment = manifest(
      app,
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        name: "api",
        metadata,
        body: {
          spec: {
            replicas: v.replicas,
            selector: { matchLabels: { app: "tickets" } },
            template: {
              metadata: { labels: { app: "tickets" } },
              spec: {
                serviceAccountName: nameOf(account),
                ...(v.next ? { securityContext: { runAsNonRoot: true } } : {}),
                containers: [
                  {
                    name: "api",
                    image: v.image,
                    ports: [{ name: "http", containerPort: 8080 }],
                    readinessProbe: { httpGet: { path: v.probe, port: "http" } },
                  },
                ],
              },
            },
          },
        },
      },
      on,
    );
    const ports = manifest(
      app,
      {
        apiVersion: "v1",
        kind: "Service",
        name: "api",
        metadata,
        body: { spec: { selector: { app: "tickets" }, ports: [{ name: "http", port: 80, targetPort: "http" }] } },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: v.hpa,
        kind: "HorizontalPodAutoscaler",
        name: "api",
        metadata,
        body: {
          spec: {
            minReplicas: v.replicas,
            maxReplicas: 8,
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: nameOf(deployment) },
            metrics: [
              {
                type: "Resource",
                resource: { name: "cpu", target: { type: "Utilization", averageUtilization: v.target } },
              },
            ],
          },
        },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: v.pdb,
        kind: "PodDisruptionBudget",
        name: "api",
        metadata,
        body: { spec: { minAvailable: 1, selector: { matchLabels: { app: "tickets" } } } },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: v.cron,
        kind: "CronJob",
        name: "expire",
        metadata,
        body: {
          spec: {
            schedule: "*/10 * * * *",
            jobTemplate: {
              spec: { template: { spec: { containers: [{ name: "expire", image: v.image, args: ["expire"] }] } } },
            },
          },
        },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        name: "api",
        metadata,
        body: {
          spec: {
            ingressClassName: "nginx",
            rules: [
              {
                host: v.host,
                http: {
                  paths: [
                    {
                      path: "/",
                      pathType: "Prefix",
                      backend: { service: { name: nameOf(ports), port: { name: "http" } } },
                    },
                  ],
                },
              },
            ],
          },
        },
      },
      on,
    );
    if (v.next)
      manifest(
        app,
        {
          apiVersion: "networking.k8s.io/v1",
          kind: "NetworkPolicy",
          name: "api",
          metadata,
          body: { spec: { podSelector: { matchLabels: { app: "tickets" } }, policyTypes: ["Ingress"] } },
        },
        on,
      );
  },
  differences: [
    difference("missing", "acme-apps:apps:Service::tickets", null, "The new library calls it otherwise."),
    difference("extra", "acme-apps:index:WebService::tickets", null, "The new library calls it otherwise."),
    difference("extra", "acme-apps:internal:Workload::*", null, "The new library puts one more component between."),
    difference("extra", "kubernetes:networking.k8s.io/v1:NetworkPolicy::api", null, "The new library adds one."),
    difference("changed", API, "spec.replicas", "One replica."),
    difference("changed", API, "spec.template.spec.containers[0].image", "A minor ahead."),
    difference("added", API, "spec.template.spec.securityContext.runAsNonRoot", "The new library asks for it."),
    difference("changed", HPA, "apiVersion", "A newer version of the same object."),
    difference("changed", HPA, "spec.minReplicas", "Scales down to one."),
    difference("changed", "kubernetes:policy/v1*:PodDisruptionBudget::api", "apiVersion", "A newer version."),
    difference("changed", "kubernetes:batch/v1*:CronJob::expire", "apiVersion", "A newer version."),
    difference(
      "changed",
      "kubernetes:batch/v1*:CronJob::expire",
      "spec.jobTemplate.spec.template.spec.containers[0].image",
      "A minor ahead.",
    ),
  ],
});

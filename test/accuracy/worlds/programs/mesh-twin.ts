import { manifest, nameOf } from "../engine/kubernetes";
import { base64, json, secret, text } from "../engine/wired";
import { world } from "../world";

/** Raw manifests sent by server-side apply, with certificates and sealed secrets; one program, two test clusters. */
export const meshTwin = world({
  name: "mesh-twin",
  subject: {
    project: "mesh",
    stack: "it-runner-1c2d3e4f",
    account: "cluster-a",
    region: "none",
    providers: { kubernetes: "4.23.0", tls: "5.2.0", random: "4.18.2" },
    values: { sealed: "AgBy8hCi8uQ2vT7d0", serial: "a1", ip: "34.118.20.7" },
  },
  reference: {
    project: "mesh",
    stack: "it-runner-9b8a7c6d",
    account: "cluster-b",
    region: "none",
    providers: { kubernetes: "4.23.0", tls: "5.2.0", random: "4.18.2" },
    values: { sealed: "AgCkW0mZ4nR9xL5e1", serial: "b7", ip: "35.204.77.191" },
  },
  program(app, v) {
    const key = app.resource("tls:index/privateKey:PrivateKey", "webhook", { algorithm: "ECDSA", ecdsaCurve: "P256" });
    const pem = `-----BEGIN CERTIFICATE-----\nMIIB${v.serial.repeat(40)}\n-----END CERTIFICATE-----\n`;
    const certificate = app.resource(
      "tls:index/selfSignedCert:SelfSignedCert",
      "webhook",
      {
        privateKeyPem: secret(key.get("publicKeyOpenssh")),
        validityPeriodHours: 8760,
        dnsNames: ["webhook.mesh.svc"],
        allowedUses: ["server_auth"],
        subject: { commonName: "webhook.mesh.svc" },
      },
      {
        outputs: { certPem: pem, id: v.serial.repeat(19), validityEndTime: `2027-01-0${v.serial.slice(1)}T08:00:00Z` },
      },
    );
    const cluster = app.provider("kubernetes", "target", { kubeconfig: secret(`server: https://${v.ip}`) });
    const group = app.component("kubernetes:yaml/v2:ConfigGroup", "mesh");
    const on = { provider: cluster, parent: group };
    const namespace = manifest(app, { apiVersion: "v1", kind: "Namespace", name: "mesh" }, on);
    const within = { namespace: nameOf(namespace) };
    const account = manifest(app, { apiVersion: "v1", kind: "ServiceAccount", name: "gateway", metadata: within }, on);
    const role = manifest(
      app,
      {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRole",
        name: "gateway",
        body: { rules: [{ apiGroups: [""], resources: ["services", "endpoints"], verbs: ["get", "list", "watch"] }] },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRoleBinding",
        name: "gateway",
        body: {
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: nameOf(role) },
          subjects: [{ kind: "ServiceAccount", name: nameOf(account), namespace: nameOf(namespace) }],
        },
      },
      on,
    );
    const config = manifest(
      app,
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        name: "gateway",
        metadata: within,
        body: {
          data: {
            "envoy.json": json({
              admin: { address: { socket_address: { address: "127.0.0.1", port_value: 9901 } } },
              node: { cluster: nameOf(namespace), id: "gateway" },
            }),
            NAMESPACE: nameOf(namespace),
            UPSTREAM: text`echo.${nameOf(namespace)}.svc.cluster.local:8080`,
          },
        },
      },
      on,
    );
    const tls = manifest(
      app,
      {
        apiVersion: "v1",
        kind: "Secret",
        name: "webhook-tls",
        metadata: within,
        body: {
          type: "kubernetes.io/tls",
          data: { "tls.crt": base64(certificate.get("certPem")), "tls.key": secret(base64("key")) },
        },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: "bitnami.com/v1alpha1",
        kind: "SealedSecret",
        name: "registry",
        metadata: within,
        body: {
          spec: {
            encryptedData: { ".dockerconfigjson": `${v.sealed}${"Zk3/q+8w".repeat(20)}${v.serial}==` },
            template: {
              type: "kubernetes.io/dockerconfigjson",
              metadata: { name: "registry", namespace: nameOf(namespace) },
            },
          },
        },
      },
      on,
    );
    const deployment = manifest(
      app,
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        name: "gateway",
        metadata: within,
        annotations: {
          "kubectl.kubernetes.io/last-applied-configuration": json({
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata: { name: "gateway", namespace: nameOf(namespace) },
          }),
        },
        body: {
          spec: {
            replicas: 2,
            selector: { matchLabels: { app: "gateway" } },
            template: {
              metadata: {
                labels: { app: "gateway" },
                annotations: { "checksum/config": v.serial.repeat(32), "checksum/tls": v.serial.repeat(20) },
              },
              spec: {
                serviceAccountName: nameOf(account),
                containers: [
                  {
                    name: "envoy",
                    image: "envoyproxy/envoy:v1.31.2",
                    args: ["-c", "/etc/envoy/envoy.json", "--service-cluster", nameOf(namespace)],
                    envFrom: [{ configMapRef: { name: nameOf(config) } }],
                    resources: { requests: { cpu: "500m", memory: "512Mi" } },
                    volumeMounts: [
                      { name: "config", mountPath: "/etc/envoy" },
                      { name: "tls", mountPath: "/etc/tls", readOnly: true },
                    ],
                  },
                ],
                volumes: [
                  { name: "config", projected: { sources: [{ configMap: { name: nameOf(config) } }] } },
                  { name: "tls", secret: { secretName: nameOf(tls) } },
                ],
              },
            },
          },
        },
      },
      on,
    );
    const service = manifest(
      app,
      {
        apiVersion: "v1",
        kind: "Service",
        name: "webhook",
        metadata: within,
        body: {
          spec: { type: "LoadBalancer", selector: { app: "gateway" }, ports: [{ port: 443, targetPort: 8443 }] },
        },
      },
      { ...on, outputs: { status: { loadBalancer: { ingress: [{ ip: v.ip }] } } } },
    );
    manifest(
      app,
      {
        apiVersion: "autoscaling/v2",
        kind: "HorizontalPodAutoscaler",
        name: "gateway",
        metadata: within,
        body: {
          spec: {
            minReplicas: 2,
            maxReplicas: 6,
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: nameOf(deployment) },
          },
        },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: "admissionregistration.k8s.io/v1",
        kind: "ValidatingWebhookConfiguration",
        name: "gateway",
        body: {
          webhooks: [
            {
              name: "routes.mesh.example.com",
              clientConfig: {
                caBundle: base64(certificate.get("certPem")),
                service: { name: nameOf(service), namespace: nameOf(namespace), path: "/validate" },
              },
              namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": nameOf(namespace) } },
              sideEffects: "None",
              admissionReviewVersions: ["v1"],
            },
          ],
        },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        name: "gateway",
        metadata: within,
        annotations: { "nginx.ingress.kubernetes.io/auth-url": text`http://auth.${nameOf(namespace)}.svc/verify` },
        body: {
          spec: {
            rules: [
              {
                host: `gateway.${v.ip.replaceAll(".", "-")}.sslip.io`,
                http: {
                  paths: [
                    {
                      path: "/",
                      pathType: "Prefix",
                      backend: { service: { name: nameOf(service), port: { number: 443 } } },
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
  },
  differences: [],
});

import { drawn } from "../engine/random";
import { type Input, json, secret, text } from "../engine/wired";
import { world } from "../world";

/** An old state: names with eight letters and digits, what was last applied as text, charts rendered on the client. */
export const legacyObjects = world({
  name: "legacy-objects",
  subject: {
    project: "intranet",
    stack: "east",
    account: "east",
    region: "none",
    version: 2,
    providers: { kubernetes: "3.30.2", random: "4.13.2" },
    values: { api: "https://10.31.0.2:6443", claim: "pvc-0f3b6a52-19c7-4f0e-8a6d-2d1f0b9c7e55", ip: "10.31.8.20" },
  },
  reference: {
    project: "intranet",
    stack: "west",
    account: "west",
    region: "none",
    version: 3,
    providers: { kubernetes: "3.30.2", random: "4.13.2" },
    values: { api: "https://10.77.0.2:6443", claim: "pvc-b1f0c2d3-7e6f-4a5b-9c8d-0e1f2a3b4c5d", ip: "10.77.8.20" },
  },
  program(app, v) {
    const provider = app.provider("kubernetes", "onprem", { kubeconfig: secret(v.api), cluster: v.api });
    const made = (name: string, kind: string) => `${name}-${drawn("lower", 8, name, kind, app.place.stack)}`;
    const object = (
      apiVersion: string,
      kind: string,
      name: string,
      body: Record<string, Input>,
      namespace: Input = "",
    ) => {
      const called = made(name, kind);
      const metadata = {
        name: called,
        ...(namespace === "" ? {} : { namespace }),
        labels: { "app.kubernetes.io/managed-by": "pulumi" },
        annotations: { "pulumi.com/autonamed": "true" },
      };
      const inputs = { apiVersion, kind, metadata, ...body };
      const applied = json({ ...inputs, metadata: { name: called, namespace } });
      return app.resource(
        `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`,
        name,
        inputs,
        {
          provider,
          outputs: {
            id: namespace === "" ? called : text`${namespace}/${called}`,
            metadata: {
              ...metadata,
              annotations: { ...metadata.annotations, "kubectl.kubernetes.io/last-applied-configuration": applied },
              selfLink: text`/api/v1/${kind}/${called}`,
              uid: drawn("hex", 32, called),
            },
          },
        },
      );
    };
    const namespace = object("v1", "Namespace", "intranet", {}).get("metadata.name");
    const settings = object(
      "v1",
      "ConfigMap",
      "wiki",
      {
        data: {
          "wiki.ini": text`[server]\nroot_url = http://wiki.${namespace}.svc:8080/\n[database]\nhost = db.${namespace}\nmax_open = 20\n`,
          "logback.xml": `<configuration><root level="INFO"/></configuration>`,
        },
      },
      namespace,
    );
    const claim = object(
      "v1",
      "PersistentVolumeClaim",
      "wiki",
      { spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "20Gi" } }, volumeName: v.claim } },
      namespace,
    );
    const password = app.resource("random:index/randomPassword:RandomPassword", "db", { length: 16 });
    const credentials = object("v1", "Secret", "db", { data: { password: secret(password.get("result")) } }, namespace);
    const labels = { app: "wiki" };
    object(
      "apps/v1",
      "StatefulSet",
      "wiki",
      {
        spec: {
          serviceName: text`wiki-headless.${namespace}`,
          replicas: 1,
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: {
              containers: [
                {
                  name: "wiki",
                  image: "registry.intranet.local:5000/wiki:8.5.1",
                  envFrom: [{ secretRef: { name: credentials.get("metadata.name") } }],
                  volumeMounts: [{ name: "data", mountPath: "/data" }],
                },
              ],
              volumes: [
                { name: "data", persistentVolumeClaim: { claimName: claim.get("metadata.name") } },
                { name: "settings", configMap: { name: settings.get("metadata.name") } },
              ],
            },
          },
        },
      },
      namespace,
    );
    object(
      "v1",
      "Service",
      "wiki",
      {
        spec: {
          type: "LoadBalancer",
          loadBalancerIP: v.ip,
          ports: [{ name: "http", port: 80, targetPort: 8080, protocol: "TCP" }],
          selector: labels,
        },
      },
      namespace,
    );
    const chart = app.component("kubernetes:helm.sh/v2:Chart", "metrics");
    for (const [kind, body] of Object.entries({
      ServiceAccount: {},
      Service: { spec: { ports: [{ port: 443 }], selector: { app: "metrics" } } },
    }))
      app.resource(
        `kubernetes:core/v1:${kind}`,
        `${namespace.value as string}/metrics`,
        {
          apiVersion: "v1",
          kind,
          metadata: { name: "metrics", namespace, labels: { chart: "metrics-server-2.11.4", heritage: "Tiller" } },
          ...body,
        },
        { provider, parent: chart },
      );
    object(
      "rbac.authorization.k8s.io/v1",
      "RoleBinding",
      "wiki",
      {
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
        subjects: [
          { kind: "ServiceAccount", name: "metrics", namespace },
          { kind: "Group", name: "wiki-editors", apiGroup: "rbac.authorization.k8s.io" },
        ],
      },
      namespace,
    );
  },
  differences: [],
});

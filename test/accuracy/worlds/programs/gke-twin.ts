import { manifest, nameOf } from "../engine/kubernetes";
import { base64, json, secret, text } from "../engine/wired";
import { world } from "../world";

/** One program deployed twice in one Google project: random names, certificates, rotating times, commands. */
export const gkeTwin = world({
  name: "gke-twin",
  subject: {
    project: "labs",
    stack: "ci-7711",
    account: "pulumi-ci",
    region: "us-central1",
    providers: { gcp: "7.38.0", random: "4.16.3", tls: "5.0.9", time: "0.1.0", command: "1.0.1", kubernetes: "4.18.1" },
    values: { at: "2026-02-11T04:10:09Z", unix: 1770783009, ca: "TUlJRUxUQ0NBcFdn", version: "1.31.5-gke.1169000" },
  },
  reference: {
    project: "labs",
    stack: "ci-7698",
    account: "pulumi-ci",
    region: "us-central1",
    providers: { gcp: "7.38.0", random: "4.16.3", tls: "5.0.9", time: "0.1.0", command: "1.0.1", kubernetes: "4.18.1" },
    values: { at: "2026-02-09T22:41:50Z", unix: 1770676910, ca: "TUlJRVl6Q0NBOHVn", version: "1.31.5-gke.1169000" },
  },
  program(app, v) {
    const id = app.resource("random:index/randomId:RandomId", "suffix", { byteLength: 4 });
    const uuid = app.resource("random:index/randomUuid:RandomUuid", "install");
    const started = app.resource(
      "time:index/rotating:Rotating",
      "rotation",
      { rotationDays: 30 },
      { outputs: { id: v.at, rfc3339: v.at, unix: v.unix } },
    );
    const network = app.resource("gcp:compute/network:Network", "net", {
      autoCreateSubnetworks: false,
      project: "pulumi-ci",
    });
    const subnet = app.resource("gcp:compute/subnetwork:Subnetwork", "net", {
      project: "pulumi-ci",
      network: network.id,
      region: "us-central1",
      ipCidrRange: "10.128.0.0/20",
      secondaryIpRanges: [{ rangeName: "pods", ipCidrRange: "10.1.0.0/16" }],
    });
    const account = app.resource("gcp:serviceaccount/account:Account", "nodes", {
      project: "pulumi-ci",
      accountId: text`nodes-${id.get("hex")}`,
    });
    const cluster = app.resource(
      "gcp:container/cluster:Cluster",
      "lab",
      {
        project: "pulumi-ci",
        location: "us-central1-a",
        network: network.get("selfLink"),
        subnetwork: subnet.get("selfLink"),
        initialNodeCount: 1,
        minMasterVersion: v.version,
        nodeConfig: {
          serviceAccount: account.get("email"),
          machineType: "e2-medium",
          tags: [text`lab-${id.get("hex")}`],
        },
      },
      { outputs: { masterAuth: { clusterCaCertificate: v.ca.repeat(30) } } },
    );
    const context = text`pulumi-ci_us-central1-a_${cluster.get("name")}`;
    const kubeconfig = json({
      apiVersion: "v1",
      clusters: [
        {
          name: context,
          cluster: {
            "certificate-authority-data": cluster.get("masterAuth.clusterCaCertificate"),
            server: text`https://${cluster.get("endpoint")}`,
          },
        },
      ],
      contexts: [{ name: context, context: { cluster: context, user: context } }],
      "current-context": context,
    });
    const provider = app.provider("kubernetes", "lab", { kubeconfig });
    const on = { provider };
    const namespace = manifest(app, { apiVersion: "v1", kind: "Namespace", name: "apps" }, on);
    const key = app.resource("tls:index/privateKey:PrivateKey", "deploy", { algorithm: "RSA", rsaBits: 4096 });
    app.resource("gcp:compute/firewall:Firewall", "ssh", {
      project: "pulumi-ci",
      network: network.get("name"),
      allows: [{ protocol: "tcp", ports: ["22"] }],
      sourceRanges: ["35.235.240.0/20"],
      targetTags: [text`lab-${id.get("hex")}`],
    });
    const vm = app.resource("gcp:compute/instance:Instance", "bastion", {
      project: "pulumi-ci",
      zone: "us-central1-a",
      machineType: "e2-small",
      bootDisk: { initializeParams: { image: "debian-cloud/debian-12" } },
      networkInterfaces: [{ subnetwork: subnet.id, accessConfigs: [{}] }],
      metadata: { "ssh-keys": text`ops:${key.get("publicKeyOpenssh")}`, started: started.get("rfc3339") },
      metadataStartupScript: text`#!/bin/bash\ngcloud container clusters get-credentials ${cluster.get("name")} --zone us-central1-a\necho ${uuid.get("result")} > /etc/install-id\n`,
      serviceAccount: { email: account.get("email"), scopes: ["cloud-platform"] },
    });
    app.resource("command:remote:Command", "probe", {
      connection: { host: vm.get("networkIp"), user: "ops", privateKey: secret(key.get("publicKeyOpenssh")) },
      create: text`kubectl --context ${context} -n ${nameOf(namespace)} wait --for=condition=Ready pod --all`,
      triggers: [vm.id, started.get("unix"), uuid.get("result")],
    });
    manifest(
      app,
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        name: "install",
        metadata: { namespace: nameOf(namespace) },
        body: {
          data: {
            id: uuid.get("result"),
            started: started.get("rfc3339"),
            cluster: cluster.id,
            "settings.yaml": text`cluster:\n  name: ${cluster.get("name")}\n  ca: ${cluster.get("masterAuth.clusterCaCertificate")}\nretries: 3\n`,
          },
        },
      },
      on,
    );
    manifest(
      app,
      {
        apiVersion: "v1",
        kind: "Secret",
        name: "deploy-key",
        metadata: { namespace: nameOf(namespace) },
        body: { data: { "id_rsa.pub": base64(key.get("publicKeyOpenssh")) } },
      },
      on,
    );
    app.resource("gcp:serviceaccount/iAMBinding:IAMBinding", "workload", {
      serviceAccountId: account.get("name"),
      role: "roles/iam.workloadIdentityUser",
      members: [text`serviceAccount:pulumi-ci.svc.id.goog[${nameOf(namespace)}/app]`],
    });
  },
  differences: [],
});

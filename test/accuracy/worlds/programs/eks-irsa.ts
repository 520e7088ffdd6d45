import { asText, base64, json, text } from "../engine/wired";
import { difference, world } from "../world";

/** The EKS component with node groups, roles of service accounts and charts whose children stand one by one. */
export const eksIrsa = world({
  name: "eks-irsa",
  subject: {
    project: "cluster",
    stack: "blue-preprod",
    account: "283746501928",
    region: "us-west-2",
    providers: { aws: "6.66.1", eks: "3.8.1", kubernetes: "4.20.0" },
    values: {
      env: "preprod",
      version: "1.32",
      type: "t3.large",
      size: 2,
      maxPods: 35,
      evict: "5%",
      publicAccess: true,
      logs: ["api"],
      domain: "preprod.orchard.cloud",
      zone: "Z01PREPRODORCHARD0001",
      interval: "1m",
      policy: "upsert-only",
      tag: "v0.14.2",
      requests: { cpu: "100m", memory: "128Mi" },
      admins: ["arn:aws:iam::283746501928:role/PlatformAdmin", "arn:aws:iam::283746501928:role/Developer"],
    },
  },
  reference: {
    project: "cluster",
    stack: "blue-prod",
    account: "665544332211",
    region: "us-west-2",
    providers: { aws: "6.66.1", eks: "3.8.1", kubernetes: "4.20.0" },
    values: {
      env: "prod",
      version: "1.31",
      type: "m6i.xlarge",
      size: 6,
      maxPods: 58,
      evict: "5%",
      publicAccess: false,
      logs: ["api", "audit", "authenticator"],
      domain: "orchard.cloud",
      zone: "Z09PRODUCTIONORCHARD1",
      interval: "1m",
      policy: "sync",
      tag: "v0.14.2",
      requests: { cpu: "0.1", memory: "256Mi" },
      admins: ["arn:aws:iam::665544332211:role/PlatformAdmin"],
    },
  },
  program(app, v) {
    const component = app.component("eks:index:Cluster", "blue");
    const inside = { parent: component };
    const role = app.resource(
      "aws:iam/role:Role",
      "blue-eksRole",
      {
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [{ Action: ["sts:AssumeRole"], Effect: "Allow", Principal: { Service: ["eks.amazonaws.com"] } }],
        }),
      },
      inside,
    );
    const cluster = app.resource(
      "aws:eks/cluster:Cluster",
      "blue-eksCluster",
      {
        roleArn: role.get("arn"),
        version: v.version,
        enabledClusterLogTypes: v.logs,
        vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: v.publicAccess },
      },
      inside,
    );
    const oidc = app.resource(
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
      "blue-oidcProvider",
      { url: cluster.get("oidcIssuer"), clientIdLists: ["sts.amazonaws.com"] },
      inside,
    );
    const kubeconfig = json({
      apiVersion: "v1",
      clusters: [
        {
          cluster: { server: cluster.get("endpoint"), "certificate-authority-data": cluster.get("certificateData") },
          name: "kubernetes",
        },
      ],
      contexts: [{ context: { cluster: "kubernetes", user: "aws" }, name: "aws" }],
      "current-context": "aws",
      kind: "Config",
      users: [
        {
          name: "aws",
          user: {
            exec: {
              apiVersion: "client.authentication.k8s.io/v1beta1",
              command: "aws",
              args: ["eks", "get-token", "--cluster-name", cluster.get("name"), "--output", "json"],
              env: [{ name: "KUBERNETES_EXEC_INFO", value: '{"apiVersion": "client.authentication.k8s.io/v1beta1"}' }],
            },
          },
        },
      ],
    });
    const provider = app.provider("kubernetes", "blue-provider", { kubeconfig }, inside);
    const template = app.resource(
      "aws:ec2/launchTemplate:LaunchTemplate",
      "blue-nodes",
      {
        instanceType: v.type,
        userData: base64(text`#!/bin/bash
/etc/eks/bootstrap.sh --apiserver-endpoint "${cluster.get("endpoint")}" --b64-cluster-ca "${cluster.get("certificateData")}" "${cluster.get("name")}" \\
  --use-max-pods false --kubelet-extra-args "--max-pods=${v.maxPods} --eviction-hard=nodefs.available<${v.evict}"
`),
        tagSpecifications: [
          {
            resourceType: "instance",
            tags: { [`kubernetes.io/cluster/${asText(cluster.get("name").value)}`]: "owned", Name: `blue-${v.env}` },
          },
        ],
      },
      inside,
    );
    app.resource(
      "aws:eks/nodeGroup:NodeGroup",
      "blue-nodes",
      {
        clusterName: cluster.get("name"),
        nodeRoleArn: role.get("arn"),
        launchTemplate: { id: template.id, version: "1" },
        scalingConfig: { desiredSize: v.size, minSize: v.size, maxSize: v.size * 2 },
      },
      inside,
    );
    app.resource(
      "kubernetes:core/v1:ConfigMap",
      "blue-nodeAccess",
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "aws-auth", namespace: "kube-system" },
        data: {
          mapRoles: text`- rolearn: ${role.get("arn")}
  username: system:node:{{EC2PrivateDNSName}}
  groups: [system:bootstrappers, system:nodes]
${v.admins.map((arn) => `- {rolearn: "${arn}", username: admin, groups: [system:masters]}`).join("\n")}
`,
        },
      },
      { parent: component, provider },
    );
    const dns = app.resource("aws:iam/role:Role", "external-dns", {
      name: `blue-${v.env}-external-dns`,
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: oidc.get("arn") },
            Condition: {
              StringEquals: {
                [`${asText(oidc.get("url").value).replace("https://", "")}:sub`]:
                  "system:serviceaccount:dns:external-dns",
              },
            },
          },
        ],
      }),
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", "external-dns", {
      role: dns.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "route53:ChangeResourceRecordSets",
            Resource: `arn:aws:route53:::hostedzone/${v.zone}`,
          },
        ],
      }),
    });
    const chart = app.component("kubernetes:helm.sh/v3:Chart", "external-dns");
    const made = { parent: chart, provider };
    app.resource(
      "kubernetes:core/v1:ServiceAccount",
      "dns/external-dns",
      {
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: {
          name: "external-dns",
          namespace: "dns",
          annotations: { "eks.amazonaws.com/role-arn": dns.get("arn") },
        },
      },
      made,
    );
    app.resource(
      "kubernetes:apps/v1:Deployment",
      "dns/external-dns",
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "external-dns", namespace: "dns", labels: { "app.kubernetes.io/instance": "external-dns" } },
        spec: {
          replicas: 1,
          template: {
            spec: {
              serviceAccountName: "external-dns",
              containers: [
                {
                  name: "external-dns",
                  image: `registry.k8s.io/external-dns/external-dns:${v.tag}`,
                  args: [
                    "--source=ingress",
                    `--interval=${v.interval}`,
                    `--policy=${v.policy}`,
                    `--txt-owner-id=blue-${v.env}`,
                    `--domain-filter=${v.domain}`,
                    "--log-level=info",
                  ],
                  resources: { requests: v.requests },
                },
              ],
            },
          },
        },
      },
      made,
    );
  },
  differences: [
    difference("changed", "aws:eks/cluster:Cluster::*", "version", "Ahead of production."),
    difference("removed", "aws:eks/cluster:Cluster::*", "enabledClusterLogTypes[*]", "Less is logged.", 2),
    difference("changed", "aws:eks/cluster:Cluster::*", "vpcConfig.endpointPublicAccess", "Open to the world."),
    difference("changed", "aws:ec2/launchTemplate:LaunchTemplate::*", "instanceType", "Smaller machines."),
    difference("changed", "aws:ec2/launchTemplate:LaunchTemplate::*", "userData", "Fewer pods on each."),
    difference("changed", "aws:eks/nodeGroup:NodeGroup::*", "scalingConfig.desiredSize", "Fewer nodes."),
    difference("changed", "aws:eks/nodeGroup:NodeGroup::*", "scalingConfig.minSize", "Fewer nodes."),
    difference("changed", "aws:eks/nodeGroup:NodeGroup::*", "scalingConfig.maxSize", "Fewer nodes."),
    difference("added", "kubernetes:core/v1:ConfigMap::*", "data.mapRoles[*]", "Developers are masters in preprod."),
    difference(
      "changed",
      "kubernetes:apps/v1:Deployment::*",
      "spec.template.spec.containers[0].args[2]",
      "Never deletes a record.",
    ),
    difference(
      "changed",
      "kubernetes:apps/v1:Deployment::*",
      "spec.template.spec.containers[0].resources.requests.memory",
      "Less memory.",
    ),
  ],
});

import { text } from "../engine/wired";
import { difference, world } from "../world";

/** AKS with a namespace a tenant: staging has one tenant of its own and lacks one. */
export const aksTenants = world({
  name: "aks-tenants",
  subject: {
    project: "tenants",
    stack: "weu-stg",
    account: "0c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5",
    region: "westeurope",
    providers: { "azure-native": "2.71.0", kubernetes: "4.19.0" },
    values: {
      e: "stg",
      zone: "stg.orbit.cloud",
      version: "1.30",
      vm: "Standard_B4ms",
      count: 2,
      tenants: ["alpha", "beta"],
      quota: "4",
      sku: "Basic",
      admin: "5a1b9c3d-7e2f-4a60-8b41-c2d3e4f50617",
    },
  },
  reference: {
    project: "tenants",
    stack: "weu-prd",
    account: "d5c4b3a2-1f0e-4d9c-8b7a-6f5e4d3c2b1a",
    region: "westeurope",
    providers: { "azure-native": "2.71.0", kubernetes: "4.19.0" },
    values: {
      e: "prd",
      zone: "orbit.cloud",
      version: "1.29",
      vm: "Standard_D8s_v5",
      count: 6,
      tenants: ["alpha", "beta", "gamma"],
      quota: "32",
      sku: "Premium",
      admin: "71605f4e-3d2c-41b4-8a06-f2e7d3c9b1a5",
    },
  },
  program(app, v) {
    const group = app.resource("azure-native:resources:ResourceGroup", `rg-orbit-${v.e}-weu`, {
      resourceGroupName: `rg-orbit-${v.e}-weu`,
      location: "westeurope",
    });
    const resourceGroupName = group.get("name");
    const registry = app.resource("azure-native:containerregistry:Registry", `acrorbit${v.e}`, {
      resourceGroupName,
      registryName: `acrorbit${v.e}weu`,
      sku: { name: v.sku },
      adminUserEnabled: false,
    });
    const aks = app.resource("azure-native:containerservice:ManagedCluster", `aks-orbit-${v.e}`, {
      resourceGroupName,
      resourceName: `aks-orbit-${v.e}`,
      dnsPrefix: `orbit-${v.e}`,
      kubernetesVersion: v.version,
      agentPoolProfiles: [{ name: "system", mode: "System", vmSize: v.vm, count: v.count, osType: "Linux" }],
      aadProfile: { managed: true, adminGroupObjectIDs: [v.admin] },
      nodeResourceGroup: `rg-orbit-${v.e}-weu-nodes`,
    });
    app.resource("azure-native:authorization:RoleAssignment", `acr-pull-${v.e}`, {
      principalId: aks.get("principalId"),
      roleDefinitionId: `/subscriptions/${app.place.account}/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d`,
      scope: registry.id,
    });
    const zone = app.resource("azure-native:network:Zone", `dns-orbit-${v.e}`, {
      resourceGroupName,
      zoneName: v.zone,
      location: "global",
    });
    const k8s = app.provider("kubernetes", `aks-orbit-${v.e}`, {
      kubeconfig: text`{"clusters":[{"name":"aks","cluster":{"server":"https://${aks.get("fqdn")}:443"}}]}`,
    });
    const on = { provider: k8s };
    for (const tenant of v.tenants) {
      const namespace = app.resource(
        "kubernetes:core/v1:Namespace",
        tenant,
        { metadata: { name: tenant, labels: { tenant, stage: v.e } } },
        on,
      );
      app.resource(
        "kubernetes:core/v1:ResourceQuota",
        tenant,
        { metadata: { name: tenant, namespace: tenant }, spec: { hard: { "requests.cpu": v.quota } } },
        { ...on, parent: namespace },
      );
      app.resource(
        "kubernetes:networking.k8s.io/v1:Ingress",
        tenant,
        { metadata: { name: tenant, namespace: tenant }, spec: { rules: [{ host: `${tenant}.${v.zone}` }] } },
        { ...on, parent: namespace },
      );
      app.resource("azure-native:network:RecordSet", `${tenant}-${v.e}`, {
        resourceGroupName,
        zoneName: zone.get("name"),
        relativeRecordSetName: tenant,
        recordType: "CNAME",
        ttl: 300,
        cnameRecord: { cname: `ingress.${v.zone}` },
      });
    }
  },
  differences: [
    difference("changed", "azure-native:containerregistry:Registry::*", "sku.name", "A basic registry."),
    difference("changed", "azure-native:containerservice:ManagedCluster::*", "kubernetesVersion", "A minor ahead."),
    difference(
      "changed",
      "azure-native:containerservice:ManagedCluster::*",
      "agentPoolProfiles[0].vmSize",
      "Burstable machines.",
    ),
    difference(
      "changed",
      "azure-native:containerservice:ManagedCluster::*",
      "agentPoolProfiles[0].count",
      "Two machines instead of six.",
    ),
    difference("changed", "kubernetes:core/v1:ResourceQuota::*", 'spec.hard["requests.cpu"]', "A smaller quota.", 2),
    difference("missing", "kubernetes:core/v1:Namespace::gamma", null, "One tenant less."),
    {
      ...difference("missing", "kubernetes:core/v1:ResourceQuota::gamma", null, "Goes with its namespace."),
      optional: true,
    },
    {
      ...difference("missing", "kubernetes:networking.k8s.io/v1:Ingress::gamma", null, "Goes with its namespace."),
      optional: true,
    },
    difference("missing", "azure-native:network:RecordSet::gamma*", null, "One tenant's record less."),
  ],
});

import { secret, text } from "../engine/wired";
import { difference, world } from "../world";

const CLUSTER = "azure:containerservice/kubernetesCluster:KubernetesCluster::*";
const WEB = "azure:appservice/linuxWebApp:LinuxWebApp::*";

/** The classic Azure provider in Go: subscriptions of their own, names by position, Active Directory groups. */
export const aksClassic = world({
  name: "aks-classic",
  subject: {
    project: "ledger",
    stack: "ledger-nonprod-weu",
    account: "0b6d1b1e-0f34-4d5b-9a4c-7e1d2c3b4a59",
    region: "westeurope",
    providers: { azure: "6.14.0", azuread: "6.1.0" },
    values: {
      e: "nonprod",
      short: "np",
      tenant: "b1c2d3e4-f5a6-4789-8abc-def012345678",
      cidr: "10.60.0.0/16",
      nodes: "10.60.0.0/20",
      data: "10.60.16.0/24",
      version: "1.31",
      tier: "Free",
      size: "Standard_D2s_v5",
      count: 2,
      max: 4,
      zones: ["1"],
      pg: "B_Standard_B2s",
      mb: 32768,
      geo: false,
      keep: 7,
      purge: false,
      flags: { Feature__Instalments: "true", Feature__NewLedger: "true" },
      log: "Debug",
      workers: 1,
      ips: ["185.12.64.0/24", "91.220.8.14/32"],
      oncall: "00000000-1111-4222-8333-444455556666",
    },
  },
  reference: {
    project: "ledger",
    stack: "ledger-prod-weu",
    account: "f47ac10b-58cc-4372-a567-0e02b2c3d479",
    region: "westeurope",
    providers: { azure: "6.14.0", azuread: "6.1.0" },
    values: {
      e: "prod",
      short: "p",
      tenant: "b1c2d3e4-f5a6-4789-8abc-def012345678",
      cidr: "10.50.0.0/16",
      nodes: "10.50.0.0/20",
      data: "10.50.16.0/24",
      version: "1.30",
      tier: "Standard",
      size: "Standard_D8s_v5",
      count: 3,
      max: 12,
      zones: ["1", "2", "3"],
      pg: "GP_Standard_D4s_v3",
      mb: 131072,
      geo: true,
      keep: 35,
      purge: true,
      flags: { Feature__Instalments: "true", Feature__NewLedger: "false" },
      log: "Information",
      workers: 1,
      ips: ["91.220.8.14/32", "185.12.64.0/24"],
      oncall: "99999999-8888-4777-8666-555544443333",
    },
  },
  program(app, v) {
    const group = app.resource("azure:core/resourceGroup:ResourceGroup", `rg-ledger-${v.e}`, {
      name: `rg-ledger-${v.e}-weu-001`,
      location: "West Europe",
    });
    const on = { resourceGroupName: group.get("name"), location: "West Europe" };
    const network = app.resource("azure:network/virtualNetwork:VirtualNetwork", `vnet-ledger-${v.e}`, {
      ...on,
      name: `vnet-ledger-${v.e}`,
      addressSpaces: [v.cidr],
    });
    const subnet = (name: string, prefix: string, delegated?: string) =>
      app.resource("azure:network/subnet:Subnet", `snet-${name}-${v.e}`, {
        resourceGroupName: group.get("name"),
        virtualNetworkName: network.get("name"),
        name: `snet-${name}`,
        addressPrefixes: [prefix],
        ...(delegated === undefined ? {} : { delegations: [{ name: "fs", serviceDelegation: { name: delegated } }] }),
      });
    const nodes = subnet("nodes", v.nodes);
    const data = subnet("data", v.data, "Microsoft.DBforPostgreSQL/flexibleServers");
    const admins = app.resource("azuread:index/group:Group", `ledger-admins-${v.e}`, {
      displayName: `Ledger admins (${v.e})`,
      securityEnabled: true,
      owners: [v.oncall],
    });
    const logs = app.resource("azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace", `log-${v.e}`, {
      ...on,
      name: `log-ledger-${v.e}`,
      retentionInDays: 30,
    });
    const cluster = app.resource("azure:containerservice/kubernetesCluster:KubernetesCluster", `aks-${v.e}`, {
      ...on,
      name: `aks-ledger-${v.e}`,
      dnsPrefix: `ledger${v.short}`,
      kubernetesVersion: v.version,
      skuTier: v.tier,
      nodeResourceGroup: `rg-ledger-${v.e}-nodes`,
      azureActiveDirectoryRoleBasedAccessControl: { adminGroupObjectIds: [admins.get("objectId")], tenantId: v.tenant },
      defaultNodePool: {
        name: "system",
        vmSize: v.size,
        vnetSubnetId: nodes.id,
        autoScalingEnabled: true,
        minCount: v.count,
        maxCount: v.max,
        zones: v.zones,
        orchestratorVersion: v.version,
      },
      identity: { type: "SystemAssigned" },
      omsAgent: { logAnalyticsWorkspaceId: logs.id },
      apiServerAccessProfile: { authorizedIpRanges: v.ips },
    });
    const zone = app.resource("azure:privatedns/zone:Zone", `pdns-${v.e}`, {
      resourceGroupName: group.get("name"),
      name: `ledger-${v.e}.postgres.database.azure.com`,
    });
    app.resource("azure:privatedns/zoneVirtualNetworkLink:ZoneVirtualNetworkLink", `pdns-link-${v.e}`, {
      resourceGroupName: group.get("name"),
      name: `link-${v.e}`,
      privateDnsZoneName: zone.get("name"),
      virtualNetworkId: network.id,
    });
    const vault = app.resource("azure:keyvault/keyVault:KeyVault", `kv-${v.e}`, {
      ...on,
      name: `kv-ledger-${v.short}-weu`,
      tenantId: v.tenant,
      skuName: "standard",
      purgeProtectionEnabled: v.purge,
      accessPolicies: [
        { tenantId: v.tenant, objectId: admins.get("objectId"), secretPermissions: ["Get", "List", "Set"] },
        { tenantId: v.tenant, objectId: v.oncall, secretPermissions: ["Get"] },
      ],
    });
    const pg = app.resource("azure:postgresql/flexibleServer:FlexibleServer", `psql-${v.e}`, {
      ...on,
      name: `psql-ledger-${v.e}`,
      version: "16",
      skuName: v.pg,
      storageMb: v.mb,
      delegatedSubnetId: data.id,
      privateDnsZoneId: zone.id,
      geoRedundantBackupEnabled: v.geo,
      backupRetentionDays: v.keep,
      administratorLogin: "psqladmin",
      administratorPassword: secret("hunter"),
      zone: "1",
    });
    const url = app.resource("azure:keyvault/secret:Secret", `kvs-db-${v.e}`, {
      name: "database-url",
      keyVaultId: vault.id,
      value: secret(text`postgresql://psqladmin@${pg.get("fqdn")}/ledger`),
    });
    const plan = app.resource("azure:appservice/servicePlan:ServicePlan", `asp-${v.e}`, {
      ...on,
      name: `asp-ledger-${v.e}`,
      osType: "Linux",
      skuName: "P1v3",
      workerCount: v.workers,
    });
    app.resource("azure:appservice/linuxWebApp:LinuxWebApp", `app-${v.e}`, {
      ...on,
      name: `app-ledger-${v.e}`,
      servicePlanId: plan.id,
      httpsOnly: true,
      siteConfig: { alwaysOn: true, applicationStack: { dotnetVersion: "8.0" } },
      appSettings: {
        ...v.flags,
        Logging__LogLevel__Default: v.log,
        DatabaseUrl: text`@Microsoft.KeyVault(SecretUri=${url.get("versionlessId")})`,
        Aks__ClusterId: cluster.id,
        Aad__Audience: `api://ledger-${v.e}`,
      },
    });
    app.resource("azure:authorization/assignment:Assignment", `ra-acr-${v.e}`, {
      principalId: cluster.get("kubeletObjectId"),
      roleDefinitionName: "AcrPull",
      scope:
        "/subscriptions/11111111-2222-4333-8444-555566667777/resourceGroups/rg-shared/providers/Microsoft.ContainerRegistry/registries/ledgeracr",
    });
    app.resource("azure:monitoring/diagnosticSetting:DiagnosticSetting", `diag-${v.e}`, {
      targetResourceId: cluster.id,
      logAnalyticsWorkspaceId: logs.id,
      enabledLogs: [{ category: "kube-audit" }],
    });
  },
  differences: [
    difference("changed", CLUSTER, "kubernetesVersion", "A minor ahead."),
    difference("changed", CLUSTER, "skuTier", "No uptime agreement."),
    difference("changed", CLUSTER, "defaultNodePool.vmSize", "Smaller machines."),
    difference("changed", CLUSTER, "defaultNodePool.minCount", "Fewer machines."),
    difference("changed", CLUSTER, "defaultNodePool.maxCount", "Fewer machines."),
    difference("removed", CLUSTER, "defaultNodePool.zones[1]", "One zone instead of three."),
    difference("removed", CLUSTER, "defaultNodePool.zones[2]", "One zone instead of three."),
    difference("changed", CLUSTER, "defaultNodePool.orchestratorVersion", "A minor ahead."),
    difference("changed", "azure:keyvault/keyVault:KeyVault::*", "purgeProtectionEnabled", "May be purged."),
    difference("changed", "azure:postgresql/flexibleServer:*::*", "skuName", "A burstable machine."),
    difference("changed", "azure:postgresql/flexibleServer:*::*", "storageMb", "A quarter of the storage."),
    difference("changed", "azure:postgresql/flexibleServer:*::*", "geoRedundantBackupEnabled", "In one region."),
    difference("changed", "azure:postgresql/flexibleServer:*::*", "backupRetentionDays", "A week of backups."),
    difference("changed", WEB, "appSettings.Feature__NewLedger", "The flag is on."),
    difference("changed", WEB, "appSettings.Logging__LogLevel__Default", "Logs more."),
  ],
});

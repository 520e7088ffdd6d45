import { secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** App Service, PostgreSQL, Key Vault on Azure; two subscriptions, autonames by logical name, short environment codes. */
export const azurePortal = world({
  name: "azure-portal",
  subject: {
    project: "portal",
    stack: "tst",
    account: "7a1f0e63-4c25-4b8d-9f31-2d6c8e05b147",
    region: "westeurope",
    providers: { "azure-native": "2.64.2", random: "4.16.0" },
    values: {
      e: "tst",
      env: "Test",
      sku: "B1",
      tier: "Basic",
      workers: 1,
      db: "Standard_B1ms",
      dbTier: "Burstable",
      version: "15",
      storage: 32,
      ha: "Disabled",
      backup: 7,
      geo: "Disabled",
      replication: "Standard_LRS",
      alwaysOn: false,
      node: "NODE|20-lts",
      host: "portal-tst.contoso.com",
      aspnet: "Staging",
      tls: "1.2",
      adminIp: "20.31.4.77",
      softDelete: 7,
    },
  },
  reference: {
    project: "portal",
    stack: "prd",
    account: "c90d5b1e-8f47-4e02-a6b3-71f4d92c0e58",
    region: "westeurope",
    providers: { "azure-native": "2.64.2", random: "4.16.0" },
    values: {
      e: "prd",
      env: "Production",
      sku: "P1v3",
      tier: "PremiumV3",
      workers: 3,
      db: "Standard_D2ds_v5",
      dbTier: "GeneralPurpose",
      version: "15",
      storage: 128,
      ha: "ZoneRedundant",
      backup: 35,
      geo: "Enabled",
      replication: "Standard_ZRS",
      alwaysOn: true,
      node: "NODE|20-lts",
      host: "portal.contoso.com",
      aspnet: "Production",
      tls: "1.2",
      adminIp: "20.31.4.77",
      softDelete: 90,
    },
  },
  program(app, v) {
    const group = app.resource("azure-native:resources:ResourceGroup", `rg-portal-${v.e}`, {
      location: app.place.region,
      tags: { environment: v.env, costCenter: "4711" },
    });
    const resourceGroupName = group.get("name");
    const plan = app.resource("azure-native:web:AppServicePlan", `plan-portal-${v.e}`, {
      resourceGroupName,
      kind: "linux",
      reserved: true,
      sku: { name: v.sku, tier: v.tier, capacity: v.workers },
    });
    const insights = app.resource("azure-native:insights:Component", `appi-portal-${v.e}`, {
      resourceGroupName,
      kind: "web",
      applicationType: "web",
      retentionInDays: 90,
    });
    const storage = app.resource("azure-native:storage:StorageAccount", `stportal${v.e}`, {
      resourceGroupName,
      accountName: `stportal${v.e}weu`,
      kind: "StorageV2",
      sku: { name: v.replication },
      minimumTlsVersion: "TLS1_2",
      allowBlobPublicAccess: false,
    });
    const password = app.resource("random:index/randomPassword:RandomPassword", "pg-admin", { length: 20 });
    const pg = app.resource("azure-native:dbforpostgresql:Server", `psql-portal-${v.e}`, {
      resourceGroupName,
      serverName: `psql-portal-${v.e}`,
      version: v.version,
      administratorLogin: "portaladmin",
      administratorLoginPassword: secret(password.get("result")),
      sku: { name: v.db, tier: v.dbTier },
      storage: { storageSizeGB: v.storage },
      backup: { backupRetentionDays: v.backup, geoRedundantBackup: v.geo },
      highAvailability: { mode: v.ha },
    });
    const vault = app.resource("azure-native:keyvault:Vault", `kv-portal-${v.e}`, {
      resourceGroupName,
      vaultName: `kv-portal-${v.e}-weu`,
      properties: {
        tenantId: "5f2c1d7e-90ab-4c3d-8e6f-1a2b3c4d5e6f",
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        softDeleteRetentionInDays: v.softDelete,
      },
    });
    const site = app.resource("azure-native:web:WebApp", `app-portal-${v.e}`, {
      resourceGroupName,
      name: `app-portal-${v.e}`,
      serverFarmId: plan.id,
      httpsOnly: true,
      identity: { type: "SystemAssigned" },
      siteConfig: {
        linuxFxVersion: v.node,
        alwaysOn: v.alwaysOn,
        minTlsVersion: v.tls,
        ipSecurityRestrictions: [{ ipAddress: `${v.adminIp}/32`, action: "Allow", priority: 100, name: "office" }],
        appSettings: [
          { name: "APPLICATIONINSIGHTS_CONNECTION_STRING", value: insights.get("connectionString") },
          { name: "ASPNETCORE_ENVIRONMENT", value: v.aspnet },
          { name: "KeyVault__Uri", value: vault.get("vaultUri") },
          { name: "Database__Host", value: pg.get("fullyQualifiedDomainName") },
          { name: "Storage__Blob", value: storage.get("primaryEndpoint") },
          { name: "PublicUrl", value: `https://${v.host}` },
          { name: "WEBSITE_RUN_FROM_PACKAGE", value: "1" },
        ],
      },
    });
    app.resource("azure-native:authorization:RoleAssignment", `ra-portal-${v.e}`, {
      principalId: site.get("principalId"),
      principalType: "ServicePrincipal",
      scope: vault.id,
      roleDefinitionId: `/subscriptions/${app.place.account}/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6`,
    });
    app.resource("azure-native:web:WebAppHostNameBinding", `bind-portal-${v.e}`, {
      resourceGroupName,
      name: site.get("name"),
      hostName: v.host,
      sslState: "SniEnabled",
    });
    app.resource("azure-native:insights:DiagnosticSetting", `diag-portal-${v.e}`, {
      resourceUri: site.id,
      logs: [{ category: "AppServiceHTTPLogs", enabled: true }],
      workspaceId: text`${group.id}/providers/Microsoft.OperationalInsights/workspaces/log-portal-${v.e}`,
    });
  },
  differences: [
    difference("changed", "azure-native:web:AppServicePlan::*", "sku.name", "A basic plan."),
    difference("changed", "azure-native:web:AppServicePlan::*", "sku.tier", "A basic plan."),
    difference("changed", "azure-native:web:AppServicePlan::*", "sku.capacity", "One worker instead of three."),
    difference("changed", "azure-native:storage:StorageAccount::*", "sku.name", "Storage in one zone."),
    difference("changed", "azure-native:dbforpostgresql:Server::*", "sku.name", "A burstable machine."),
    difference("changed", "azure-native:dbforpostgresql:Server::*", "sku.tier", "A burstable machine."),
    difference(
      "changed",
      "azure-native:dbforpostgresql:Server::*",
      "storage.storageSizeGB",
      "A quarter of the storage.",
    ),
    difference("changed", "azure-native:dbforpostgresql:Server::*", "backup.backupRetentionDays", "A week of backups."),
    difference(
      "changed",
      "azure-native:dbforpostgresql:Server::*",
      "backup.geoRedundantBackup",
      "Backups in one region.",
    ),
    difference("changed", "azure-native:dbforpostgresql:Server::*", "highAvailability.mode", "No standby."),
    difference(
      "changed",
      "azure-native:keyvault:Vault::*",
      "properties.softDeleteRetentionInDays",
      "Deleted keys are kept for a week.",
    ),
    difference("changed", "azure-native:web:WebApp::*", "siteConfig.alwaysOn", "Falls asleep when idle."),
    {
      ...difference(
        "changed",
        "azure-native:web:WebApp::*",
        "siteConfig.appSettings[1].value",
        "Chooses a code path of the framework (a known mode).",
      ),
      optional: true,
    },
  ],
});

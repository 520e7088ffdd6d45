import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const API = "azure-native:web:WebApp::func-*";
const POLICY = "azure-native:apimanagement:ApiPolicy::*";

/** Functions, Event Hubs, API Management and SQL failover in Python; two tenants, policies as XML, rules as KQL. */
export const azureEvents = world({
  name: "azure-events",
  subject: {
    project: "telemetry",
    stack: "uat",
    account: "a0b1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d",
    region: "uksouth",
    providers: { "azure-native": "3.2.0", azuread: "6.3.0" },
    values: {
      e: "uat",
      tenant: "1d2e3f40-5162-4738-94a5-b6c7d8e9f0a1",
      units: 1,
      inflate: 2,
      sku: "Standard",
      partitions: 4,
      days: 1,
      calls: 100,
      period: 60,
      origin: "https://portal.uat.windward.energy",
      host: "api.uat.windward.energy",
      issuer: "https://login.microsoftonline.com/1d2e3f40-5162-4738-94a5-b6c7d8e9f0a1/v2.0",
      plan: "Y1",
      planTier: "Dynamic",
      python: "PYTHON|3.12",
      batch: 64,
      retention: 30,
      failover: false,
      severity: 3,
      window: "PT15M",
      threshold: 50,
      cap: 2,
      public: "Enabled",
      roles: ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"],
      secretUri: "https://kv-wind-uat.vault.azure.net/secrets/signing/5b1f0c2d3e4a4f6b8c9d0e1f2a3b4c5d",
    },
  },
  reference: {
    project: "telemetry",
    stack: "live",
    account: "f9e8d7c6-b5a4-4938-8271-605f4e3d2c1b",
    region: "uksouth",
    providers: { "azure-native": "3.2.0", azuread: "6.3.0" },
    values: {
      e: "live",
      tenant: "c7d8e9f0-a1b2-4c3d-9e4f-506172839405",
      units: 4,
      inflate: 20,
      sku: "Standard",
      partitions: 32,
      days: 7,
      calls: 1000,
      period: 60,
      origin: "https://portal.windward.energy",
      host: "api.windward.energy",
      issuer: "https://login.microsoftonline.com/c7d8e9f0-a1b2-4c3d-9e4f-506172839405/v2.0",
      plan: "EP2",
      planTier: "ElasticPremium",
      python: "PYTHON|3.11",
      batch: 64,
      retention: 30,
      failover: true,
      severity: 1,
      window: "PT900S",
      threshold: 50,
      cap: -1,
      public: "Disabled",
      roles: ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"],
      secretUri: "https://kv-wind-live.vault.azure.net/secrets/signing/0a9b8c7d6e5f40312233445566778899",
    },
  },
  program(app, v) {
    const group = app.resource("azure-native:resources:ResourceGroup", `rg-telemetry-${v.e}`, { location: "uksouth" });
    const on = { resourceGroupName: group.get("name"), location: "uksouth" };
    const namespace = app.resource("azure-native:eventhub:Namespace", `evhns-telemetry-${v.e}`, {
      ...on,
      namespaceName: `evhns-telemetry-${v.e}-uks`,
      sku: { name: v.sku, tier: v.sku, capacity: v.units },
      isAutoInflateEnabled: true,
      maximumThroughputUnits: v.inflate,
      publicNetworkAccess: v.public,
    });
    const hub = app.resource("azure-native:eventhub:EventHub", `evh-readings-${v.e}`, {
      resourceGroupName: group.get("name"),
      namespaceName: namespace.get("name"),
      eventHubName: "readings",
      partitionCount: v.partitions,
      messageRetentionInDays: v.days,
    });
    const store = app.resource("azure-native:storage:StorageAccount", `sttelemetry${v.e}`, {
      ...on,
      accountName: `sttelemetry${v.e}uks`,
      kind: "StorageV2",
      sku: { name: "Standard_ZRS" },
      publicNetworkAccess: v.public,
    });
    const workspace = app.resource("azure-native:operationalinsights:Workspace", `log-telemetry-${v.e}`, {
      ...on,
      workspaceName: `log-telemetry-${v.e}`,
      retentionInDays: v.retention,
      workspaceCapping: { dailyQuotaGb: v.cap },
    });
    const insights = app.resource("azure-native:insights:Component", `appi-telemetry-${v.e}`, {
      ...on,
      resourceName: `appi-telemetry-${v.e}`,
      applicationType: "web",
      workspaceResourceId: workspace.id,
    });
    const plan = app.resource("azure-native:web:AppServicePlan", `asp-telemetry-${v.e}`, {
      ...on,
      name: `asp-telemetry-${v.e}`,
      kind: "functionapp",
      sku: { name: v.plan, tier: v.planTier },
      reserved: true,
    });
    const site = app.resource("azure-native:web:WebApp", `func-telemetry-${v.e}`, {
      ...on,
      name: `func-telemetry-${v.e}-uks`,
      serverFarmId: plan.id,
      kind: "functionapp,linux",
      identity: { type: "SystemAssigned" },
      siteConfig: {
        linuxFxVersion: v.python,
        cors: { allowedOrigins: [v.origin, "https://portal.azure.com"] },
        appSettings: [
          { name: "FUNCTIONS_EXTENSION_VERSION", value: "~4" },
          { name: "AzureWebJobsStorage__accountName", value: store.get("name") },
          { name: "EventHub__fullyQualifiedNamespace", value: text`${namespace.get("name")}.servicebus.windows.net` },
          { name: "EventHub__name", value: hub.get("name") },
          { name: "APPLICATIONINSIGHTS_CONNECTION_STRING", value: insights.get("connectionString") },
          { name: "AzureFunctionsJobHost__extensions__eventHubs__maxEventBatchSize", value: String(v.batch) },
          { name: "SIGNING_KEY", value: `@Microsoft.KeyVault(SecretUri=${v.secretUri})` },
          { name: "AAD_ISSUER", value: v.issuer },
          { name: "WEBSITE_CONTENTSHARE", value: `func-telemetry-${v.e}-uks${v.tenant.slice(0, 4)}` },
        ],
      },
    });
    const application = app.resource(
      "azuread:index/application:Application",
      `app-telemetry-${v.e}`,
      {
        displayName: `Telemetry API (${v.e})`,
        identifierUris: [`api://telemetry-${v.e}`],
        web: { redirectUris: [`${v.origin}/auth/callback`] },
      },
      { outputs: { clientId: `${v.tenant.slice(9, 17)}5a-1b2c-4d3e-8f40-515263748596`, objectId: v.tenant } },
    );
    for (const role of v.roles)
      app.resource("azure-native:authorization:RoleAssignment", `ra-func-${role.slice(0, 8)}-${v.e}`, {
        principalId: site.get("principalId"),
        principalType: "ServicePrincipal",
        scope: store.id,
        roleDefinitionId: `/subscriptions/${app.place.account}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
      });
    const apim = app.resource("azure-native:apimanagement:ApiManagementService", `apim-wind-${v.e}`, {
      ...on,
      serviceName: `apim-wind-${v.e}`,
      publisherEmail: "platform@windward.energy",
      publisherName: "Windward",
      sku: { name: "Developer", capacity: 1 },
      hostnameConfigurations: [
        { type: "Proxy", hostName: v.host, keyVaultId: v.secretUri.replace(/signing.*/, "tls") },
      ],
    });
    const api = app.resource("azure-native:apimanagement:Api", `api-readings-${v.e}`, {
      resourceGroupName: group.get("name"),
      serviceName: apim.get("name"),
      apiId: "readings",
      path: "readings/v1",
      serviceUrl: text`https://${site.get("defaultHostName")}/api`,
      protocols: ["https"],
    });
    app.resource("azure-native:apimanagement:ApiPolicy", `pol-readings-${v.e}`, {
      resourceGroupName: group.get("name"),
      serviceName: apim.get("name"),
      apiId: api.get("name"),
      format: "xml",
      policyId: "policy",
      value: text`<policies>
  <inbound>
    <base />
    <cors allow-credentials="true">
      <allowed-origins><origin>${v.origin}</origin></allowed-origins>
    </cors>
    <rate-limit calls="${v.calls}" renewal-period="${v.period}" />
    <validate-jwt header-name="Authorization">
      <openid-config url="${v.issuer}/.well-known/openid-configuration" />
      <audiences><audience>${application.get("clientId")}</audience></audiences>
    </validate-jwt>
  </inbound>
</policies>`,
    });
    const sql = ["uks", "ukw"].map((region) =>
      app.resource("azure-native:sql:Server", `sql-${region}-${v.e}`, {
        resourceGroupName: group.get("name"),
        location: region === "uks" ? "uksouth" : "ukwest",
        serverName: `sql-telemetry-${v.e}-${region}`,
        administratorLogin: "telemetryadmin",
        administratorLoginPassword: secret("x"),
        minimalTlsVersion: "1.2",
      }),
    );
    const [first, second] = sql;
    if (v.failover && first !== undefined && second !== undefined)
      app.resource("azure-native:sql:FailoverGroup", `fog-${v.e}`, {
        resourceGroupName: group.get("name"),
        serverName: first.get("name"),
        failoverGroupName: `fog-telemetry-${v.e}`,
        partnerServers: [{ id: second.id }],
        readWriteEndpoint: { failoverPolicy: "Automatic", failoverWithDataLossGracePeriodMinutes: 60 },
      });
    app.resource("azure-native:insights:ScheduledQueryRule", `sqr-errors-${v.e}`, {
      ...on,
      ruleName: `sqr-errors-${v.e}`,
      scopes: [insights.id],
      severity: v.severity,
      windowSize: v.window,
      evaluationFrequency: "PT5M",
      criteria: {
        allOf: [
          {
            query: text`requests | where cloud_RoleName == "${site.get("name")}" and success == false | summarize count() by bin(timestamp, 5m)`,
            operator: "GreaterThan",
            threshold: v.threshold,
            timeAggregation: "Count",
          },
        ],
      },
    });
    app.resource("azure-native:portal:Dashboard", `dash-telemetry-${v.e}`, {
      ...on,
      properties: { lenses: json({ 0: { order: 0, parts: { 0: { metadata: { resource: insights.id } } } } }) },
    });
  },
  differences: [
    difference("changed", "azure-native:eventhub:Namespace::*", "sku.capacity", "A quarter of the throughput."),
    difference("changed", "azure-native:eventhub:Namespace::*", "maximumThroughputUnits", "A tenth at most."),
    difference("changed", "azure-native:eventhub:Namespace::*", "publicNetworkAccess", "Open to the internet."),
    difference("changed", "azure-native:eventhub:EventHub::*", "partitionCount", "Fewer partitions."),
    difference("changed", "azure-native:eventhub:EventHub::*", "messageRetentionInDays", "A day, not a week."),
    difference("changed", "azure-native:storage:StorageAccount::*", "publicNetworkAccess", "Open to the internet."),
    difference("changed", "azure-native:operationalinsights:Workspace::*", "workspaceCapping.dailyQuotaGb", "Capped."),
    difference("changed", "azure-native:web:AppServicePlan::*", "sku.name", "A consumption plan."),
    difference("changed", "azure-native:web:AppServicePlan::*", "sku.tier", "A consumption plan."),
    difference("changed", API, "siteConfig.linuxFxVersion", "A minor ahead."),
    difference("changed", POLICY, "value", "A tenth of the calls."),
    difference("missing", "azure-native:sql:FailoverGroup::*", null, "Nothing to fail over to."),
    difference("changed", "azure-native:insights:ScheduledQueryRule::*", "severity", "Wakes nobody."),
  ],
});

import { json, secret, text } from "../engine/wired";
import { uuid } from "../engine/random";
import { world } from "../world";

/** App Service, Key Vault, private endpoints, Front Door: two review deployments in one subscription, in C#. */
export const reviewApps = world({
  name: "review-apps",
  subject: {
    project: "Fabrikam.Infra",
    stack: "pr-1481",
    account: "3c1f9e0a-5b7d-4e2f-8a6c-9d0b1e2f3a4c",
    region: "northeurope",
    providers: { "azure-native": "2.90.0", random: "4.16.8" },
    values: { n: "1481", key: "AccountKey" },
  },
  reference: {
    project: "Fabrikam.Infra",
    stack: "pr-1502",
    account: "3c1f9e0a-5b7d-4e2f-8a6c-9d0b1e2f3a4c",
    region: "northeurope",
    providers: { "azure-native": "2.90.0", random: "4.16.8" },
    values: { n: "1502", key: "AccountKey" },
  },
  program(app, v) {
    const tags = { branch: `pull/${v.n}`, "created-by": "pulumi", expires: "never" };
    const group = app.resource("azure-native:resources:ResourceGroup", "ReviewGroup", {
      location: "northeurope",
      resourceGroupName: `rg-fabrikam-pr${v.n}`,
      tags,
    });
    const on = { resourceGroupName: group.get("name") };
    const network = app.resource("azure-native:network:VirtualNetwork", "Vnet", {
      ...on,
      addressSpace: { addressPrefixes: ["10.40.0.0/16"] },
      tags,
    });
    const subnet = app.resource("azure-native:network:Subnet", "Endpoints", {
      ...on,
      virtualNetworkName: network.get("name"),
      addressPrefix: "10.40.1.0/24",
      privateEndpointNetworkPolicies: "Disabled",
    });
    const plan = app.resource("azure-native:web:AppServicePlan", "Plan", {
      ...on,
      kind: "linux",
      sku: { name: "P0v3", tier: "PremiumV3" },
      reserved: true,
      tags,
    });
    const storage = app.resource("azure-native:storage:StorageAccount", "store", {
      ...on,
      accountName: text`store${uuid("s", v.n).slice(0, 8)}`,
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
      networkRuleSet: { defaultAction: "Deny", virtualNetworkRules: [{ virtualNetworkResourceId: subnet.id }] },
      tags,
    });
    const vault = app.resource("azure-native:keyvault:Vault", "Vault", {
      ...on,
      vaultName: `kv-pr${v.n}-${uuid("v", v.n).slice(0, 6)}`,
      properties: {
        tenantId: "72f988bf-86f1-41af-91ab-2d7cd011db47",
        sku: { family: "A", name: "standard" },
        accessPolicies: [],
        networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
      },
    });
    const endpoint = app.resource("azure-native:network:PrivateEndpoint", "VaultEndpoint", {
      ...on,
      subnet: { id: subnet.id },
      privateLinkServiceConnections: [{ name: "vault", groupIds: ["vault"], privateLinkServiceId: vault.id }],
    });
    const zone = app.resource("azure-native:network:PrivateZone", "VaultZone", {
      ...on,
      privateZoneName: "privatelink.vaultcore.azure.net",
      location: "Global",
    });
    app.resource("azure-native:network:VirtualNetworkLink", "VaultZoneLink", {
      ...on,
      privateZoneName: zone.get("name"),
      location: "Global",
      registrationEnabled: false,
      virtualNetwork: { id: network.id },
    });
    app.resource("azure-native:network:PrivateDnsZoneGroup", "VaultZoneGroup", {
      ...on,
      privateEndpointName: endpoint.get("name"),
      privateDnsZoneConfigs: [{ name: "config1", privateDnsZoneId: zone.id }],
    });
    const insights = app.resource("azure-native:insights:Component", "Insights", {
      ...on,
      kind: "web",
      applicationType: "web",
    });
    const identity = app.resource("azure-native:managedidentity:UserAssignedIdentity", "Identity", { ...on });
    const assignment = app.resource("random:index/randomUuid:RandomUuid", "VaultRole");
    const definition =
      "/subscriptions/3c1f9e0a-5b7d-4e2f-8a6c-9d0b1e2f3a4c/providers/Microsoft.Authorization/roleDefinitions";
    app.resource("azure-native:authorization:RoleAssignment", "VaultReader", {
      roleAssignmentName: assignment.get("result"),
      scope: vault.id,
      principalId: identity.get("principalId"),
      principalType: "ServicePrincipal",
      roleDefinitionId: `${definition}/4633458b-17de-408a-b874-0445c86b69e6`,
    });
    const sql = app.resource("azure-native:sql:Server", "Sql", {
      ...on,
      serverName: `sql-fabrikam-${v.n}`,
      version: "12.0",
      administrators: {
        azureADOnlyAuthentication: true,
        login: `sql-admins-pr${v.n}`,
        sid: identity.get("principalId"),
        tenantId: "72f988bf-86f1-41af-91ab-2d7cd011db47",
      },
    });
    const database = app.resource("azure-native:sql:Database", "Catalog", {
      ...on,
      serverName: sql.get("name"),
      databaseName: "catalog",
      sku: { name: "GP_S_Gen5", capacity: 1, family: "Gen5" },
    });
    const site = app.resource("azure-native:web:WebApp", "Site", {
      ...on,
      serverFarmId: plan.id,
      identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
      keyVaultReferenceIdentity: identity.id,
      siteConfig: {
        linuxFxVersion: "DOTNETCORE|8.0",
        appSettings: [
          { name: "WEBSITE_RUN_FROM_PACKAGE", value: text`${storage.get("primaryEndpoint")}packages/site.zip` },
          { name: "AZURE_CLIENT_ID", value: identity.get("clientId") },
          { name: "APPLICATIONINSIGHTS_CONNECTION_STRING", value: insights.get("connectionString") },
          {
            name: "Storage__Key",
            value: secret(text`DefaultEndpointsProtocol=https;AccountName=${storage.get("name")};${v.key}=x`),
          },
          { name: "Api__Secret", value: text`@Microsoft.KeyVault(SecretUri=${vault.get("vaultUri")}secrets/api-key/)` },
          { name: "ASPNETCORE_ENVIRONMENT", value: "Review" },
        ],
        connectionStrings: [
          {
            name: "Catalog",
            type: "SQLAzure",
            connectionString: text`Server=tcp:${sql.get("fullyQualifiedDomainName")},1433;Database=${database.get("name")};Authentication=Active Directory Managed Identity;User Id=${identity.get("clientId")};`,
          },
        ],
      },
      tags: { ...tags, "hidden-link: /app-insights-resource-id": insights.id },
    });
    const profile = app.resource("azure-native:cdn:Profile", "Edge", {
      ...on,
      sku: { name: "Standard_AzureFrontDoor" },
    });
    const origins = app.resource("azure-native:cdn:AFDOriginGroup", "Origins", {
      ...on,
      profileName: profile.get("name"),
      healthProbeSettings: { probePath: "/health", probeIntervalInSeconds: 60 },
    });
    app.resource("azure-native:cdn:AFDOrigin", "SiteOrigin", {
      ...on,
      profileName: profile.get("name"),
      originGroupName: origins.get("name"),
      hostName: site.get("defaultHostName"),
      originHostHeader: site.get("defaultHostName"),
    });
    app.resource("azure-native:portal:Dashboard", "Dashboard", {
      ...on,
      lenses: [
        {
          order: 0,
          parts: [
            {
              metadata: {
                inputs: [{ name: "ComponentId", value: json({ Name: insights.get("name"), ResourceId: insights.id }) }],
              },
            },
          ],
        },
      ],
      tags: { "hidden-title": `Fabrikam PR ${v.n}` },
    });
  },
  differences: [],
});

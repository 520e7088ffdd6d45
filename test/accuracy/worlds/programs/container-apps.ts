import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Azure Container Apps with Service Bus and Cosmos DB: glued names without delimiters, two subscriptions, two tenants. */
export const containerApps = world({
  name: "container-apps",
  subject: {
    project: "claims-portal",
    stack: "sbx",
    account: "3f1d9a07-52c8-4e0e-9d35-1f7b2c60aa11",
    region: "westeurope",
    providers: { "azure-native": "2.90.0", random: "4.18.0" },
    values: {
      env: "sbx",
      domain: "claims.sbx.tulip-verzekering.nl",
      issuer: "https://login.microsoftonline.com/6c0e54ac-7c1f-4a3b-8b4d-3e0d5ab80c11/v2.0",
      image: "tulipacr.azurecr.io/claims/api:2025.11.3",
      min: 0,
      max: 2,
      cpu: 0.5,
      memory: "1Gi",
      consistency: "Session",
      locations: ["westeurope"],
      sku: "Basic",
      duplicate: false,
      purge: false,
      allowed: ["10.40.0.0/16", "0.0.0.0/0"],
      log: "Debug",
    },
  },
  reference: {
    project: "claims-portal",
    stack: "prd",
    account: "b8802c41-0b1e-4f77-a7b5-90ae4d3312cd",
    region: "westeurope",
    providers: { "azure-native": "2.90.0", random: "4.18.0" },
    values: {
      env: "prd",
      domain: "claims.tulip-verzekering.nl",
      issuer: "https://login.microsoftonline.com/e2b1907d-88d4-4b67-9b52-17f6a2a3d0f4/v2.0",
      image: "tulipacr.azurecr.io/claims/api:2025.10.9",
      min: 2,
      max: 10,
      cpu: 1,
      memory: "2Gi",
      consistency: "BoundedStaleness",
      locations: ["westeurope", "northeurope"],
      sku: "Premium",
      duplicate: true,
      purge: true,
      allowed: ["10.60.0.0/16"],
      log: "Information",
    },
  },
  program(app, v) {
    const location = app.place.region;
    const group = app.resource("azure-native:resources:ResourceGroup", "rg", {
      resourceGroupName: `rg-claims-${v.env}-weu-001`,
      location,
      tags: { environment: v.env, costCenter: "4410" },
    });
    const resourceGroupName = group.get("name");
    const vault = app.resource("azure-native:keyvault:Vault", "kv", {
      vaultName: `kvclaims${v.env}weu001`,
      resourceGroupName,
      properties: {
        enablePurgeProtection: v.purge,
        sku: { family: "A", name: "standard" },
        tenantId: v.issuer.split("/")[3] ?? "",
        networkAcls: { defaultAction: "Deny", ipRules: v.allowed.map((value) => ({ value })) },
      },
    });
    const bus = app.resource("azure-native:servicebus:Namespace", "bus", {
      namespaceName: `sbclaims${v.env}weu001`,
      resourceGroupName,
      sku: { name: v.sku, tier: v.sku },
    });
    const queue = app.resource("azure-native:servicebus:Queue", "intake", {
      queueName: "intake",
      namespaceName: bus.get("namespaceName"),
      resourceGroupName,
      lockDuration: "PT1M",
      maxDeliveryCount: 10,
      requiresDuplicateDetection: v.duplicate,
    });
    const cosmos = app.resource("azure-native:documentdb:DatabaseAccount", "cosmos", {
      accountName: `cosmosclaims${v.env}weu001`,
      resourceGroupName,
      consistencyPolicy: { defaultConsistencyLevel: v.consistency },
      databaseAccountOfferType: "Standard",
      locations: v.locations.map((locationName, failoverPriority) => ({ locationName, failoverPriority })),
    });
    const insights = app.resource("azure-native:insights:Component", "appi", {
      resourceName: `appi-claims-${v.env}-weu-001`,
      resourceGroupName,
      kind: "web",
    });
    const environment = app.resource("azure-native:app:ManagedEnvironment", "cae", {
      environmentName: `cae-claims-${v.env}-weu-001`,
      resourceGroupName,
      daprAIConnectionString: insights.get("connectionString"),
      zoneRedundant: v.env === "prd",
    });
    const identity = app.resource("azure-native:managedidentity:UserAssignedIdentity", "id", {
      resourceName: `id-claims-${v.env}-weu-001`,
      resourceGroupName,
    });
    const api = app.resource("azure-native:app:ContainerApp", "api", {
      containerAppName: `ca-claims-api-${v.env}`,
      resourceGroupName,
      environmentId: environment.id,
      identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
      configuration: {
        ingress: {
          external: true,
          targetPort: 8080,
          customDomains: [{ name: v.domain, bindingType: "SniEnabled" }],
          ipSecurityRestrictions: v.allowed.map((range, at) => ({
            name: `allow-${String(at)}`,
            action: "Allow",
            ipAddressRange: range,
          })),
        },
        secrets: [
          { name: "bus", value: secret(text`Endpoint=sb://${bus.get("namespaceName")}.servicebus.windows.net/`) },
        ],
      },
      template: {
        containers: [
          {
            name: "api",
            image: v.image,
            resources: { cpu: v.cpu, memory: v.memory },
            env: [
              { name: "ASPNETCORE_URLS", value: "http://+:8080" },
              { name: "Cosmos__Endpoint", value: text`https://${cosmos.get("accountName")}.documents.azure.com:443/` },
              { name: "Vault__Uri", value: vault.get("vaultUri") },
              { name: "Auth__Issuer", value: v.issuer },
              { name: "Auth__Audience", value: `api://claims-${v.env}` },
              { name: "Queue__Name", value: queue.get("queueName") },
              { name: "Logging__LogLevel__Default", value: v.log },
              { name: "ApplicationInsights__ConnectionString", value: insights.get("connectionString") },
              { name: "Bus", secretRef: "bus" },
            ],
          },
        ],
        scale: { minReplicas: v.min, maxReplicas: v.max },
      },
    });
    app.resource("azure-native:insights:MetricAlert", "restarts", {
      ruleName: `alert-claims-restarts-${v.env}`,
      resourceGroupName,
      scopes: [api.id],
      severity: 2,
      windowSize: "PT5M",
      criteria: { allOf: [{ metricName: "RestartCount", operator: "GreaterThan", threshold: 3, name: "restarts" }] },
    });
    app.resource("azure-native:portal:Dashboard", "overview", {
      dashboardName: `dash-claims-${v.env}`,
      resourceGroupName,
      properties: json({
        lenses: [{ order: 0, parts: [{ metadata: { resourceId: api.id, title: `Claims (${v.env.toUpperCase()})` } }] }],
      }),
    });
  },
  differences: [
    difference("changed", "azure-native:keyvault:Vault::kv", "properties.enablePurgeProtection", "May be purged."),
    difference("added", "azure-native:keyvault:Vault::kv", "properties.networkAcls.ipRules[*]", "Open to all."),
    difference("changed", "azure-native:servicebus:Namespace::bus", "sku.name", "A smaller tier."),
    difference("changed", "azure-native:servicebus:Namespace::bus", "sku.tier", "A smaller tier."),
    difference("changed", "azure-native:servicebus:Queue::intake", "requiresDuplicateDetection", "Duplicates pass."),
    difference(
      "changed",
      "azure-native:documentdb:DatabaseAccount::cosmos",
      "consistencyPolicy.defaultConsistencyLevel",
      "Another consistency.",
    ),
    difference("removed", "azure-native:documentdb:DatabaseAccount::cosmos", "locations[*]", "One region alone."),
    difference("changed", "azure-native:app:ManagedEnvironment::cae", "zoneRedundant", "Not across zones."),
    difference(
      "added",
      "azure-native:app:ContainerApp::api",
      "configuration.ingress.ipSecurityRestrictions[*]",
      "Open to all.",
    ),
    difference("changed", "azure-native:app:ContainerApp::api", "template.containers[0].image", "Another build."),
    difference("changed", "azure-native:app:ContainerApp::api", "template.containers[0].resources.cpu", "Less CPU."),
    difference(
      "changed",
      "azure-native:app:ContainerApp::api",
      "template.containers[0].resources.memory",
      "Less memory.",
    ),
    difference(
      "changed",
      "azure-native:app:ContainerApp::api",
      "template.containers[0].env[6].value",
      "More is logged.",
    ),
    difference("changed", "azure-native:app:ContainerApp::api", "template.scale.minReplicas", "Scales to nothing."),
    difference("changed", "azure-native:app:ContainerApp::api", "template.scale.maxReplicas", "Scales less far."),
  ],
});

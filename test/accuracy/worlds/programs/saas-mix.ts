import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Cloudflare, Datadog, GitHub, Auth0 and Atlas in one program; no AWS at all. */
export const saasMix = world({
  name: "saas-mix",
  subject: {
    project: "edge",
    stack: "staging",
    account: "0",
    region: "none",
    providers: {
      cloudflare: "5.41.0",
      datadog: "4.38.0",
      github: "6.3.2",
      auth0: "3.7.1",
      mongodbatlas: "3.22.0",
      random: "4.16.3",
    },
    values: {
      env: "staging",
      zone: "staging-fleetly.io",
      zoneId: "9a7b3c1d5e8f40216b7c8d9e0f1a2b3c",
      accountId: "f037e56e89293a057740de681ac9abbe",
      atlasOrg: "5f1a2b3c4d5e6f7a8b9c0d1e",
      tier: "M10",
      nodes: 3,
      backup: false,
      mongo: "7.0",
      threshold: 5,
      notify: "@slack-alerts-staging",
      paging: false,
      proxied: true,
      cache: 0,
      grants: ["authorization_code", "password"],
      required: 1,
      disk: 10,
      ips: ["52.17.204.11"],
    },
  },
  reference: {
    project: "edge",
    stack: "production",
    account: "0",
    region: "none",
    providers: {
      cloudflare: "5.41.0",
      datadog: "4.38.0",
      github: "6.3.2",
      auth0: "3.7.1",
      mongodbatlas: "3.22.0",
      random: "4.16.3",
    },
    values: {
      env: "production",
      zone: "fleetly.io",
      zoneId: "1f2e3d4c5b6a79880716253443526170",
      accountId: "f037e56e89293a057740de681ac9abbe",
      atlasOrg: "5f1a2b3c4d5e6f7a8b9c0d1e",
      tier: "M40",
      nodes: 3,
      backup: true,
      mongo: "7.0",
      threshold: 1,
      notify: "@slack-alerts-production",
      paging: true,
      proxied: true,
      cache: 3600,
      grants: ["authorization_code"],
      required: 2,
      disk: 80,
      ips: ["3.248.91.7"],
    },
  },
  program(app, v) {
    const project = app.resource("mongodbatlas:index/project:Project", "fleet", {
      name: `fleet-${v.env}`,
      orgId: v.atlasOrg,
    });
    const cluster = app.resource("mongodbatlas:index/advancedCluster:AdvancedCluster", "fleet", {
      name: `fleet-${v.env}`,
      projectId: project.id,
      clusterType: "REPLICASET",
      mongoDbMajorVersion: v.mongo,
      backupEnabled: v.backup,
      diskSizeGb: v.disk,
      replicationSpecs: [
        {
          regionConfigs: [
            {
              regionName: "EU_WEST_1",
              providerName: "AWS",
              priority: 7,
              electableSpecs: { instanceSize: v.tier, nodeCount: v.nodes },
            },
          ],
        },
      ],
    });
    const password = app.resource("random:index/randomPassword:RandomPassword", "fleet", { length: 24 });
    app.resource("mongodbatlas:index/databaseUser:DatabaseUser", "fleet", {
      projectId: project.id,
      username: "fleet",
      authDatabaseName: "admin",
      password: secret(password.get("result")),
      roles: [{ roleName: "readWrite", databaseName: "fleet" }],
    });
    v.ips.forEach((ipAddress, index) =>
      app.resource("mongodbatlas:index/projectIpAccessList:ProjectIpAccessList", `nat-${index}`, {
        projectId: project.id,
        ipAddress,
        comment: `nat gateway ${v.env}`,
      }),
    );
    const dns = (name: string, content: string | ReturnType<typeof text>) =>
      app.resource("cloudflare:index/record:Record", name, {
        zoneId: v.zoneId,
        name: name === "apex" ? v.zone : `${name}.${v.zone}`,
        type: "CNAME",
        content,
        proxied: v.proxied,
        ttl: 1,
      });
    dns("apex", `fleet-${v.env}.pages.dev`);
    dns("api", `api-${v.env}.fly.dev`);
    app.resource("cloudflare:index/pageRule:PageRule", "assets", {
      zoneId: v.zoneId,
      target: `${v.zone}/assets/*`,
      actions: { cacheLevel: "cache_everything", edgeCacheTtl: v.cache },
    });
    app.resource("cloudflare:index/workersScript:WorkersScript", "router", {
      accountId: v.accountId,
      name: `router-${v.env}`,
      content: `addEventListener("fetch", (event) => {\n  event.respondWith(fetch("https://api.${v.zone}" + new URL(event.request.url).pathname));\n});\n`,
      plainTextBindings: [{ name: "ENVIRONMENT", text: v.env }],
    });
    const api = app.resource("auth0:index/resourceServer:ResourceServer", "api", {
      name: `Fleetly API (${v.env})`,
      identifier: `https://api.${v.zone}`,
      signingAlg: "RS256",
      tokenLifetime: 86400,
    });
    const spa = app.resource("auth0:index/client:Client", "spa", {
      name: `Fleetly ${v.env}`,
      appType: "spa",
      callbacks: [`https://${v.zone}/callback`],
      allowedLogoutUrls: [`https://${v.zone}`],
      grantTypes: v.grants,
    });
    app.resource("auth0:index/clientGrant:ClientGrant", "spa", {
      clientId: spa.get("clientId"),
      audience: api.get("identifier"),
      scopes: ["read:fleet"],
    });
    const monitor = app.resource("datadog:index/monitor:Monitor", "errors", {
      name: `[${v.env}] API error rate`,
      type: "metric alert",
      query: `sum(last_5m):sum:trace.http.request.errors{env:${v.env},service:api}.as_count() > ${v.threshold}`,
      message: `Errors on ${v.env}. ${v.notify}${v.paging ? " @pagerduty" : ""}`,
      tags: [`env:${v.env}`, "team:fleet"],
      monitorThresholds: { critical: String(v.threshold) },
    });
    app.resource("datadog:index/dashboardJson:DashboardJson", "fleet", {
      dashboard: json({
        title: `Fleet ${v.env}`,
        layout_type: "ordered",
        template_variables: [{ name: "env", prefix: "env", default: v.env }],
        widgets: [{ definition: { type: "alert_graph", alert_id: monitor.id, viz_type: "timeseries" } }],
      }),
    });
    app.resource("github:index/repositoryEnvironment:RepositoryEnvironment", "deploy", {
      repository: "fleetly",
      environment: v.env,
      waitTimer: 0,
      reviewers: [{ teams: [4418201] }],
      deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
    });
    app.resource("github:index/branchProtection:BranchProtection", "release", {
      repositoryId: "fleetly",
      pattern: `release/${v.env}`,
      requiredPullRequestReviews: [{ requiredApprovingReviewCount: v.required }],
    });
    app.resource("github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable", "client", {
      repository: "fleetly",
      environment: v.env,
      variableName: "AUTH0_CLIENT_ID",
      value: spa.get("clientId"),
    });
    app.resource("github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret", "mongo", {
      repository: "fleetly",
      environment: v.env,
      secretName: "MONGO_URL",
      plaintextValue: secret(text`${cluster.get("srvAddress")}`),
    });
  },
  differences: [
    difference("changed", "mongodbatlas:index/advancedCluster:AdvancedCluster::*", "backupEnabled", "No backup."),
    difference("changed", "mongodbatlas:index/advancedCluster:AdvancedCluster::*", "diskSizeGb", "A smaller disk."),
    difference(
      "changed",
      "mongodbatlas:index/advancedCluster:AdvancedCluster::*",
      "replicationSpecs[0].regionConfigs[0].electableSpecs.instanceSize",
      "A smaller tier.",
    ),
    difference("changed", "cloudflare:index/pageRule:PageRule::*", "actions.edgeCacheTtl", "Nothing is cached."),
    difference("added", "auth0:index/client:Client::*", "grantTypes[*]", "The password grant is allowed in staging."),
    difference("changed", "datadog:index/monitor:Monitor::*", "query", "Another threshold."),
    difference("changed", "datadog:index/monitor:Monitor::*", "message", "Nobody is paged."),
    difference("changed", "datadog:index/monitor:Monitor::*", "monitorThresholds.critical", "Another threshold."),
    difference(
      "changed",
      "github:index/branchProtection:BranchProtection::*",
      "requiredPullRequestReviews[0].requiredApprovingReviewCount",
      "One review is enough.",
    ),
    {
      ...difference(
        "changed",
        "mongodbatlas:index/projectIpAccessList:ProjectIpAccessList::*",
        "ipAddress",
        "Each environment's own gateway; a program of another stack gives it.",
      ),
      optional: true,
    },
  ],
});

import { json, secret, text, Wired } from "../engine/wired";
import type { Handle } from "../engine/app";
import { difference, world } from "../world";

const JOB = "databricks:index/job:Job::*nightly";

/** Databricks and Okta: clusters, jobs, policies as JSON, groups and apps; names carry the environment in brackets. */
export const lakehouseOkta = world({
  name: "lakehouse-okta",
  subject: {
    project: "lakehouse",
    stack: "dev",
    account: "dbc-dev",
    region: "none",
    providers: { databricks: "1.60.0", okta: "4.13.0", time: "0.1.1" },
    values: {
      env: "dev",
      host: "https://dbc-1a2b3c4d-5e6f.cloud.databricks.com",
      catalog: "dev_bronze",
      spark: "16.1.x-scala2.12",
      node: "m5d.large",
      min: 1,
      max: 2,
      spot: "SPOT_WITH_FALLBACK",
      stop: 20,
      cron: "0 0 6 * * ?",
      paused: "PAUSED",
      retries: 0,
      photon: false,
      conf: { "spark.sql.shuffle.partitions": "64", "spark.databricks.delta.preview.enabled": "true" },
      branch: "main",
      job: 884512907714233,
      ids: ["0211-081522-k3v8x1qz", "0E02F1C3A5B70D11"],
      okta: { group: "00gab12CDEfgh3IJ4x7", app: "0oaq1w2e3R4t5Y6u7i8", mfa: "OPTIONAL" },
      domain: "dev.tidewater.ai",
      idle: 120,
      life: 720,
      mailers: ["data-dev@tidewater.ai"],
    },
  },
  reference: {
    project: "lakehouse",
    stack: "prod",
    account: "dbc-prod",
    region: "none",
    providers: { databricks: "1.60.0", okta: "4.13.0", time: "0.1.1" },
    values: {
      env: "prod",
      host: "https://dbc-9f8e7d6c-5b4a.cloud.databricks.com",
      catalog: "prod_bronze",
      spark: "15.4.x-scala2.12",
      node: "m5d.4xlarge",
      min: 2,
      max: 24,
      spot: "ON_DEMAND",
      stop: 20,
      cron: "0 0 2 * * ?",
      paused: "UNPAUSED",
      retries: 3,
      photon: true,
      conf: { "spark.sql.shuffle.partitions": "64", "spark.databricks.delta.preview.enabled": "true" },
      branch: "main",
      job: 120938457710021,
      ids: ["0119-220103-w7p2m5ab", "3F71B2D4C6E80A99"],
      okta: { group: "00gzy98XWVut7SR6q5p", app: "0oaZ9y8X7w6V5u4T3s2", mfa: "REQUIRED" },
      domain: "tidewater.ai",
      idle: 120,
      life: 720,
      mailers: ["data-oncall@tidewater.ai"],
    },
  },
  program(app, v) {
    const number = ({ id }: Handle) => new Wired(Number(id.value), id.from, false, id.unknown);
    const workspace = app.provider("databricks", "workspace", { host: v.host, token: secret("dapi") });
    const on = { provider: workspace };
    const [cluster, token] = v.ids;
    const policy = app.resource(
      "databricks:index/clusterPolicy:ClusterPolicy",
      `${v.env}-etl`,
      {
        name: `[${v.env}] etl`,
        definition: json({
          node_type_id: { type: "fixed", value: v.node },
          autotermination_minutes: { type: "fixed", value: v.stop, hidden: true },
          "custom_tags.env": { type: "fixed", value: v.env },
        }),
      },
      { ...on, outputs: { id: token ?? "", policyId: token ?? "" } },
    );
    const shared = app.resource(
      "databricks:index/cluster:Cluster",
      `${v.env}-shared`,
      {
        clusterName: `[${v.env}] shared`,
        sparkVersion: v.spark,
        nodeTypeId: v.node,
        policyId: policy.id,
        autoscale: { minWorkers: v.min, maxWorkers: v.max },
        autoterminationMinutes: v.stop,
        awsAttributes: { availability: v.spot, zoneId: "auto" },
        runtimeEngine: v.photon ? "PHOTON" : "STANDARD",
        sparkConf: { ...v.conf, "spark.hadoop.fs.s3a.endpoint": "s3.eu-west-1.amazonaws.com" },
        customTags: { env: v.env, team: "data" },
      },
      { ...on, outputs: { id: cluster ?? "", clusterId: cluster ?? "" } },
    );
    const catalog = app.resource(
      "databricks:index/catalog:Catalog",
      `${v.env}-bronze`,
      {
        name: v.catalog,
        storageRoot: `s3://tidewater-${v.env}-lake/bronze`,
        isolationMode: "ISOLATED",
      },
      { ...on, outputs: { id: v.catalog } },
    );
    const schema = app.resource(
      "databricks:index/schema:Schema",
      `${v.env}-events`,
      {
        catalogName: catalog.get("name"),
        name: "events",
      },
      { ...on, outputs: { id: text`${catalog.get("name")}.events` } },
    );
    app.resource(
      "databricks:index/grants:Grants",
      `${v.env}-events`,
      {
        schema: schema.id,
        grants: [
          { principal: `data-engineers-${v.env}`, privileges: ["USE_SCHEMA", "SELECT", "MODIFY"] },
          { principal: "account users", privileges: ["USE_SCHEMA"] },
        ],
      },
      on,
    );
    const warehouse = app.resource(
      "databricks:index/sqlEndpoint:SqlEndpoint",
      `${v.env}-sql`,
      {
        name: `[${v.env}] sql`,
        clusterSize: "2X-Small",
        autoStopMins: v.stop,
      },
      { ...on, outputs: { id: `${(cluster ?? "").slice(5, 11)}ab${(cluster ?? "").slice(12)}` } },
    );
    const repo = app.resource(
      "databricks:index/repo:Repo",
      `${v.env}-etl`,
      {
        url: "https://github.com/tidewater/etl.git",
        branch: v.branch,
        path: `/Repos/etl-${v.env}/etl`,
      },
      { ...on, outputs: { id: String(v.job).slice(0, 12), commitHash: `${v.env === "dev" ? "9c" : "1b"}77aa02` } },
    );
    const job = app.resource(
      "databricks:index/job:Job",
      `${v.env}-nightly`,
      {
        name: `[${v.env}] nightly`,
        maxConcurrentRuns: 1,
        schedule: { quartzCronExpression: v.cron, timezoneId: "UTC", pauseStatus: v.paused },
        tasks: [
          {
            taskKey: "ingest",
            existingClusterId: shared.id,
            maxRetries: v.retries,
            notebookTask: {
              notebookPath: text`${repo.get("path")}/ingest`,
              baseParameters: { catalog: catalog.get("name"), env: v.env },
            },
          },
          {
            taskKey: "publish",
            dependsOns: [{ taskKey: "ingest" }],
            sqlTask: { warehouseId: warehouse.id, parameters: { schema: schema.id } },
          },
        ],
        emailNotifications: { onFailures: v.mailers },
      },
      { ...on, outputs: { id: String(v.job), url: `${v.host}/#job/${v.job}` } },
    );
    app.resource(
      "databricks:index/permissions:Permissions",
      `${v.env}-nightly`,
      {
        jobId: job.id,
        accessControls: [{ groupName: `data-engineers-${v.env}`, permissionLevel: "CAN_MANAGE_RUN" }],
      },
      on,
    );
    app.resource(
      "databricks:index/dashboard:Dashboard",
      `${v.env}-runs`,
      {
        displayName: `Runs [${v.env}]`,
        parentPath: `/Shared/${v.env}`,
        serializedDashboard: json({
          datasets: [{ name: "runs", query: text`SELECT * FROM ${schema.id}.runs WHERE job_id = ${job.id}` }],
        }),
      },
      on,
    );
    const group = app.resource(
      "okta:group/group:Group",
      `${v.env}-engineers`,
      { name: `data-engineers-${v.env}` },
      { outputs: { id: v.okta.group } },
    );
    const oauth = app.resource(
      "okta:app/oAuth:OAuth",
      `${v.env}-notebooks`,
      {
        label: `Notebooks (${v.env})`,
        type: "web",
        redirectUris: [`https://notebooks.${v.domain}/callback`, text`${v.host}/oidc/callback`],
        postLogoutRedirectUris: [`https://notebooks.${v.domain}`],
        grantTypes: v.env === "dev" ? ["refresh_token", "authorization_code"] : ["authorization_code", "refresh_token"],
        tokenEndpointAuthMethod: "client_secret_basic",
      },
      { outputs: { id: v.okta.app, clientId: v.okta.app } },
    );
    app.resource("okta:app/groupAssignments:GroupAssignments", `${v.env}-notebooks`, {
      appId: oauth.id,
      groups: [{ id: group.id, priority: 1 }],
    });
    app.resource("okta:policy/mfa:Mfa", `${v.env}-mfa`, {
      name: `data-${v.env}`,
      groupsIncludeds: [group.id],
      oktaVerify: { enroll: v.okta.mfa },
    });
    app.resource("okta:policy/ruleSignon:RuleSignon", `${v.env}-signon`, {
      sessionIdle: v.idle,
      sessionLifetime: v.life,
      name: `data-${v.env}`,
    });
    app.resource(
      "databricks:index/instancePool:InstancePool",
      `${v.env}-pool`,
      {
        instancePoolName: `[${v.env}] pool`,
        nodeTypeId: v.node,
        minIdleInstances: 0,
        maxCapacity: v.max,
      },
      on,
    );
    app.resource(
      "databricks:index/secretAcl:SecretAcl",
      `${v.env}-acl`,
      { scope: `kafka-${v.env}`, principal: `data-engineers-${v.env}`, permission: "READ" },
      on,
    );
    app.resource(
      "databricks:index/token:Token",
      `${v.env}-ci`,
      { comment: `CI of job ${v.env}`, lifetimeSeconds: 7776000 },
      { ...on, dependsOn: [job] },
    );
    app.resource(
      "databricks:index/alert:Alert",
      `${v.env}-rows`,
      {
        displayName: `[${v.env}] rows`,
        queryId: text`${number(job)}`,
        condition: { op: "LESS_THAN", threshold: { value: { doubleValue: 1 } } },
      },
      on,
    );
  },
  differences: [
    difference("changed", "databricks:index/clusterPolicy:*::*", "definition.node_type_id.value", "Smaller machines."),
    difference("changed", "databricks:index/cluster:Cluster::*", "sparkVersion", "A major ahead."),
    difference("changed", "databricks:index/cluster:Cluster::*", "nodeTypeId", "Smaller machines."),
    difference("changed", "databricks:index/cluster:Cluster::*", "autoscale.minWorkers", "Fewer."),
    difference("changed", "databricks:index/cluster:Cluster::*", "autoscale.maxWorkers", "Fewer."),
    difference("changed", "databricks:index/cluster:Cluster::*", "awsAttributes.availability", "May be taken away."),
    difference("changed", "databricks:index/cluster:Cluster::*", "runtimeEngine", "Another engine."),
    difference("changed", JOB, "schedule.quartzCronExpression", "At another hour."),
    difference("changed", JOB, "schedule.pauseStatus", "Does not run."),
    difference("changed", JOB, "tasks[0].maxRetries", "Not tried again."),
    difference("changed", "okta:policy/mfa:Mfa::*", "oktaVerify.enroll", "Optional."),
    difference("changed", "databricks:index/instancePool:*::*", "nodeTypeId", "Smaller machines."),
    difference("changed", "databricks:index/instancePool:*::*", "maxCapacity", "Fewer."),
    { ...difference("changed", JOB, "emailNotifications.onFailures[0]", "Who is told."), optional: true },
  ],
});

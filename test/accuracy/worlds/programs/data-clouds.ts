import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const LOADING = "snowflake:index/warehouse:Warehouse::loading";
const CLUSTER = "mongodbatlas:index/advancedCluster:AdvancedCluster::*";

/** Snowflake, Confluent and Atlas: names in capitals, numeric grants, service accounts as principals. */
export const dataClouds = world({
  name: "data-clouds",
  subject: {
    project: "lake",
    stack: "uat",
    account: "org-uat",
    region: "eu-central-1",
    providers: { snowflake: "1.2.0", confluentcloud: "2.15.0", mongodbatlas: "3.28.0", mysql: "3.2.6" },
    values: {
      E: "UAT",
      e: "uat",
      size: "XSMALL",
      suspend: 60,
      clusters: 1,
      days: 1,
      ckus: 0,
      availability: "SINGLE_ZONE",
      kind: "basic",
      partitions: 6,
      keep: "86400000",
      mongo: "M10",
      disk: 20,
      pitr: false,
      mversion: "8.0",
      privileges: ["SELECT", "INSERT", "UPDATE"],
      ip: "10.8.0.0/16",
      schedule: "USING CRON 0 6 * * * UTC",
      cloudProvider: "AWS",
      compat: "BACKWARD",
    },
  },
  reference: {
    project: "lake",
    stack: "prd",
    account: "org-prd",
    region: "eu-central-1",
    providers: { snowflake: "1.2.0", confluentcloud: "2.15.0", mongodbatlas: "3.28.0", mysql: "3.2.6" },
    values: {
      E: "PRD",
      e: "prd",
      size: "LARGE",
      suspend: 60,
      clusters: 4,
      days: 30,
      ckus: 2,
      availability: "MULTI_ZONE",
      kind: "dedicated",
      partitions: 24,
      keep: "604800000",
      mongo: "M40",
      disk: 200,
      pitr: true,
      mversion: "7.0",
      privileges: ["UPDATE", "INSERT", "SELECT"],
      ip: "10.9.0.0/16",
      schedule: "USING CRON 0 * * * * UTC",
      cloudProvider: "AWS",
      compat: "BACKWARD",
    },
  },
  program(app, v) {
    const database = app.resource("snowflake:index/database:Database", "analytics", {
      name: `ANALYTICS_${v.E}`,
      dataRetentionTimeInDays: v.days,
      comment: `Managed by Pulumi (${v.e})`,
    });
    const raw = app.resource("snowflake:index/schema:Schema", "raw", { database: database.get("name"), name: "RAW" });
    const warehouse = app.resource("snowflake:index/warehouse:Warehouse", "loading", {
      name: `LOADING_WH_${v.E}`,
      warehouseSize: v.size,
      autoSuspend: v.suspend,
      maxClusterCount: v.clusters,
      autoResume: "true",
    });
    const role = app.resource("snowflake:index/accountRole:AccountRole", "loader", { name: `${v.E}_LOADER` });
    const user = app.resource("snowflake:index/serviceUser:ServiceUser", "loader", {
      name: `SVC_LOADER_${v.E}`,
      defaultRole: role.get("name"),
      defaultWarehouse: warehouse.get("name"),
      rsaPublicKey: `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A${v.e.repeat(20)}QIDAQAB`,
    });
    app.resource("snowflake:index/grantAccountRole:GrantAccountRole", "loader", {
      roleName: role.get("name"),
      userName: user.get("name"),
    });
    app.resource("snowflake:index/grantPrivilegesToAccountRole:GrantPrivilegesToAccountRole", "loader-raw", {
      accountRoleName: role.get("name"),
      privileges: v.privileges,
      onSchemaObject: {
        future: { objectTypePlural: "TABLES", inSchema: text`"${database.get("name")}"."${raw.get("name")}"` },
      },
    });
    app.resource("snowflake:index/task:Task", "compact", {
      database: database.get("name"),
      schema: raw.get("name"),
      name: "COMPACT",
      warehouse: warehouse.get("name"),
      schedule: { usingCron: v.schedule },
      sqlStatement: text`CALL ${database.get("name")}.RAW.COMPACT('${warehouse.get("name")}')`,
    });
    const environment = app.resource("confluentcloud:index/environment:Environment", "lake", {
      displayName: `lake-${v.e}`,
    });
    const cluster = app.resource("confluentcloud:index/kafkaCluster:KafkaCluster", "events", {
      displayName: `events-${v.e}`,
      environment: { id: environment.id },
      availability: v.availability,
      cloud: v.cloudProvider,
      region: "eu-central-1",
      ...(v.kind === "basic" ? { basic: {} } : { dedicated: { cku: v.ckus } }),
    });
    const account = app.resource("confluentcloud:index/serviceAccount:ServiceAccount", "sink", {
      displayName: `snowflake-sink-${v.e}`,
    });
    const topic = app.resource("confluentcloud:index/kafkaTopic:KafkaTopic", "orders", {
      kafkaCluster: { id: cluster.id },
      topicName: "orders.v1",
      partitionsCount: v.partitions,
      restEndpoint: cluster.get("restEndpoint"),
      config: { "cleanup.policy": "delete", "retention.ms": v.keep },
    });
    const key = app.resource("confluentcloud:index/apiKey:ApiKey", "sink", {
      displayName: "sink",
      owner: { id: account.id, apiVersion: "iam/v2", kind: "ServiceAccount" },
      managedResource: { id: cluster.id, apiVersion: "cmk/v2", kind: "Cluster", environment: { id: environment.id } },
    });
    app.resource("confluentcloud:index/kafkaAcl:KafkaAcl", "sink-read", {
      kafkaCluster: { id: cluster.id },
      resourceType: "TOPIC",
      resourceName: topic.get("topicName"),
      patternType: "LITERAL",
      principal: text`User:${account.id}`,
      host: "*",
      operation: "READ",
      permission: "ALLOW",
      restEndpoint: cluster.get("restEndpoint"),
      credentials: { key: key.id, secret: secret("x") },
    });
    app.resource("confluentcloud:index/connector:Connector", "snowflake", {
      environment: { id: environment.id },
      kafkaCluster: { id: cluster.id },
      configNonsensitive: {
        "connector.class": "SnowflakeSink",
        name: `snowflake-${v.e}`,
        "kafka.service.account.id": account.id,
        topics: topic.get("topicName"),
        "snowflake.database.name": database.get("name"),
        "snowflake.user.name": user.get("name"),
        "tasks.max": "2",
      },
      configSensitive: secret(json({ "snowflake.private.key": "x" })),
    });
    const atlas = app.resource("mongodbatlas:index/project:Project", "lake", {
      name: `lake-${v.e}`,
      orgId: "5f1e2d3c4b5a69788796a5b4",
    });
    const mongo = app.resource("mongodbatlas:index/advancedCluster:AdvancedCluster", "catalog", {
      projectId: atlas.id,
      name: `catalog-${v.e}`,
      clusterType: "REPLICASET",
      mongoDbMajorVersion: v.mversion,
      backupEnabled: true,
      pitEnabled: v.pitr,
      replicationSpecs: [
        {
          regionConfigs: [
            {
              priority: 7,
              regionName: "EU_CENTRAL_1",
              electableSpecs: { instanceSize: v.mongo, nodeCount: 3, diskSizeGb: v.disk },
            },
          ],
        },
      ],
    });
    app.resource("mongodbatlas:index/databaseUser:DatabaseUser", "catalog", {
      projectId: atlas.id,
      username: `catalog-${v.e}`,
      authDatabaseName: "admin",
      password: secret("y"),
      roles: [{ roleName: "readWrite", databaseName: "catalog" }],
      scopes: [{ name: mongo.get("name"), type: "CLUSTER" }],
    });
    app.resource("mongodbatlas:index/projectIpAccessList:ProjectIpAccessList", "vpc", {
      projectId: atlas.id,
      cidrBlock: v.ip,
      comment: `vpc ${v.e}`,
    });
    app.resource("mysql:index/grant:Grant", "reporting", {
      user: `reporting_${v.e}`,
      host: "%",
      database: "ledger",
      privileges: v.privileges,
    });
  },
  differences: [
    difference("changed", "snowflake:index/database:Database::*", "dataRetentionTimeInDays", "A day of history."),
    difference("changed", LOADING, "warehouseSize", "The smallest warehouse."),
    difference("changed", LOADING, "maxClusterCount", "Never scales out."),
    difference("changed", "snowflake:index/task:Task::compact", "schedule.usingCron", "Once a day, not every hour."),
    difference("changed", "confluentcloud:index/kafkaCluster:*::*", "availability", "In one zone."),
    difference("removed", "confluentcloud:index/kafkaCluster:*::*", "dedicated.cku", "No machines of its own."),
    difference("added", "confluentcloud:index/kafkaCluster:*::*", "basic", "No machines of its own."),
    difference("changed", "confluentcloud:index/kafkaTopic:*::*", "partitionsCount", "A quarter of the partitions."),
    difference("changed", "confluentcloud:index/kafkaTopic:*::*", 'config["retention.ms"]', "A day, not a week."),
    difference("changed", CLUSTER, "mongoDbMajorVersion", "A major ahead."),
    difference("changed", CLUSTER, "pitEnabled", "No point in time to go back to."),
    difference(
      "changed",
      CLUSTER,
      "replicationSpecs[0].regionConfigs[0].electableSpecs.instanceSize",
      "The smallest machine.",
    ),
    difference(
      "changed",
      CLUSTER,
      "replicationSpecs[0].regionConfigs[0].electableSpecs.diskSizeGb",
      "A tenth of the disk.",
    ),
  ],
});

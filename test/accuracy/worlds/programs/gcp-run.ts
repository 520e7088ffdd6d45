import { secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Cloud Run, Cloud SQL and Pub/Sub on Google Cloud; the stack QA calls itself rc everywhere. */
export const gcpRun = world({
  name: "gcp-run",
  subject: {
    project: "ledger",
    stack: "QA",
    account: "fin-rc-4471",
    region: "europe-west1",
    providers: { gcp: "8.10.0", random: "4.16.7" },
    values: {
      env: "rc",
      project: "fin-rc-4471",
      number: "582019374651",
      image: "europe-west1-docker.pkg.dev/fin-artifacts/ledger/api:3.9.0-rc.4",
      min: 0,
      max: 4,
      tier: "db-custom-1-3840",
      availability: "ZONAL",
      pitr: false,
      version: "POSTGRES_16",
      conn: "20",
      host: "ledger.rc.finly.co",
      ack: 20,
      cpuIdle: true,
      flags: "payouts_v2,fx_quotes",
    },
  },
  reference: {
    project: "ledger",
    stack: "Production",
    account: "fin-prod-1189",
    region: "europe-west1",
    providers: { gcp: "8.10.0", random: "4.16.7" },
    values: {
      env: "prod",
      project: "fin-prod-1189",
      number: "904817263540",
      image: "europe-west1-docker.pkg.dev/fin-artifacts/ledger/api:3.8.2",
      min: 2,
      max: 40,
      tier: "db-custom-4-15360",
      availability: "REGIONAL",
      pitr: true,
      version: "POSTGRES_16",
      conn: "20",
      host: "ledger.finly.co",
      ack: 20,
      cpuIdle: false,
      flags: "payouts_v2",
    },
  },
  program(app, v) {
    const account = app.resource("gcp:serviceaccount/account:Account", `ledger-${v.env}`, {
      accountId: `ledger-${v.env}`,
      project: v.project,
    });
    const network = app.resource("gcp:compute/network:Network", `ledger-${v.env}`, {
      autoCreateSubnetworks: false,
      project: v.project,
    });
    const sql = app.resource("gcp:sql/databaseInstance:DatabaseInstance", `ledger-${v.env}`, {
      name: `ledger-${v.env}-pg`,
      project: v.project,
      region: app.place.region,
      databaseVersion: v.version,
      deletionProtection: true,
      settings: {
        tier: v.tier,
        availabilityType: v.availability,
        backupConfiguration: { enabled: true, pointInTimeRecoveryEnabled: v.pitr },
        ipConfiguration: { ipv4Enabled: false, privateNetwork: network.get("selfLink") },
        databaseFlags: [{ name: "cloudsql.iam_authentication", value: "on" }],
      },
    });
    const database = app.resource("gcp:sql/database:Database", `ledger-${v.env}`, {
      name: "ledger",
      instance: sql.get("name"),
      project: v.project,
    });
    const password = app.resource("random:index/randomPassword:RandomPassword", `ledger-${v.env}`, {
      length: 32,
      special: false,
    });
    app.resource("gcp:sql/user:User", `ledger-${v.env}`, {
      name: "ledger",
      instance: sql.get("name"),
      password: secret(password.get("result")),
      project: v.project,
    });
    const key = app.resource(
      "gcp:secretmanager/secret:Secret",
      `ledger-${v.env}-db`,
      { secretId: `ledger-db-${v.env}`, project: v.project, replication: { auto: {} } },
      { outputs: { name: `projects/${v.number}/secrets/ledger-db-${v.env}` } },
    );
    app.resource("gcp:secretmanager/secretIamMember:SecretIamMember", `ledger-${v.env}-db`, {
      secretId: key.id,
      role: "roles/secretmanager.secretAccessor",
      member: account.get("member"),
      project: v.project,
    });
    app.resource("gcp:projects/iAMMember:IAMMember", `ledger-${v.env}-sql`, {
      project: v.project,
      role: "roles/cloudsql.client",
      member: text`serviceAccount:${account.get("email")}`,
    });
    const dead = app.resource("gcp:pubsub/topic:Topic", `postings-dead-${v.env}`, { project: v.project });
    const topic = app.resource("gcp:pubsub/topic:Topic", `postings-${v.env}`, {
      project: v.project,
      messageRetentionDuration: "604800s",
    });
    const service = app.resource(
      "gcp:cloudrunv2/service:Service",
      `ledger-${v.env}`,
      {
        name: `ledger-api-${v.env}`,
        location: app.place.region,
        project: v.project,
        ingress: "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
        template: {
          serviceAccount: account.get("email"),
          maxInstanceRequestConcurrency: 80,
          scaling: { minInstanceCount: v.min, maxInstanceCount: v.max },
          containers: [
            {
              image: v.image,
              resources: { cpuIdle: v.cpuIdle, limits: { cpu: "2", memory: "2Gi" } },
              envs: [
                { name: "ENVIRONMENT", value: v.env },
                { name: "GOOGLE_CLOUD_PROJECT", value: v.project },
                { name: "DB_INSTANCE", value: sql.get("connectionName") },
                { name: "DB_POOL", value: v.conn },
                { name: "POSTINGS_TOPIC", value: topic.id },
                { name: "PUBLIC_HOST", value: v.host },
                { name: "FEATURES", value: v.flags },
                {
                  name: "DB_PASSWORD",
                  valueSource: { secretKeyRef: { secret: key.get("secretId"), version: "latest" } },
                },
              ],
            },
          ],
          volumes: [{ name: "cloudsql", cloudSqlInstance: { instances: [sql.get("connectionName")] } }],
        },
      },
      { dependsOn: [database] },
    );
    app.resource("gcp:pubsub/subscription:Subscription", `postings-${v.env}`, {
      topic: topic.id,
      project: v.project,
      ackDeadlineSeconds: v.ack,
      deadLetterPolicy: { deadLetterTopic: dead.id, maxDeliveryAttempts: 5 },
      pushConfig: {
        pushEndpoint: text`${service.get("uri")}/postings`,
        oidcToken: { serviceAccountEmail: account.get("email") },
      },
    });
    app.resource("gcp:storage/bucket:Bucket", `statements-${v.env}`, {
      name: `finly-statements-${v.env}`,
      location: "EU",
      project: v.project,
      uniformBucketLevelAccess: true,
      versioning: { enabled: true },
    });
    app.resource("gcp:compute/address:Address", `ledger-${v.env}`, {
      name: `ledger-${v.env}`,
      region: app.place.region,
      project: v.project,
    });
  },
  differences: [
    difference("changed", "gcp:sql/databaseInstance:DatabaseInstance::*", "settings.tier", "A smaller machine."),
    difference("changed", "gcp:sql/databaseInstance:DatabaseInstance::*", "settings.availabilityType", "One zone."),
    difference(
      "changed",
      "gcp:sql/databaseInstance:DatabaseInstance::*",
      "settings.backupConfiguration.pointInTimeRecoveryEnabled",
      "No recovery to a point in time.",
    ),
    difference("changed", "gcp:cloudrunv2/service:Service::*", "template.scaling.minInstanceCount", "Scales to zero."),
    difference(
      "changed",
      "gcp:cloudrunv2/service:Service::*",
      "template.scaling.maxInstanceCount",
      "A tenth of the instances.",
    ),
    difference("changed", "gcp:cloudrunv2/service:Service::*", "template.containers[0].image", "A release candidate."),
    difference(
      "changed",
      "gcp:cloudrunv2/service:Service::*",
      "template.containers[0].resources.cpuIdle",
      "The CPU sleeps between requests.",
    ),
    difference(
      "changed",
      "gcp:cloudrunv2/service:Service::*",
      "template.containers[0].envs[6].value",
      "One feature more.",
    ),
  ],
});

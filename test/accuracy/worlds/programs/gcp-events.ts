import { base64, json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const RUN = "gcp:cloudrunv2/service:Service::ingest";

/** Events on Google Cloud: a project each, whose number stands in names and members; the program is in Python. */
export const gcpEvents = world({
  name: "gcp-events",
  subject: {
    project: "events",
    stack: "staging",
    account: "lumen-events-stg-4821",
    region: "europe-west4",
    providers: { gcp: "8.30.1", docker: "4.6.1" },
    values: {
      gcp: "lumen-events-stg-4821",
      number: "519283746501",
      domain: "events.stg.lumen.sh",
      min: 0,
      max: 4,
      cpu: "1000m",
      memory: "512Mi",
      tag: "sha-9c1e77a",
      ack: 30,
      retain: "86400s",
      dead: 5,
      tier: "db-custom-1-3840",
      ha: "ZONAL",
      pitr: false,
      days: 30,
      sampling: "1.0",
      dedupe: "on",
      schedule: "0 */4 * * *",
      threshold: 0.05,
      table: { expiration: 2592000000 },
      roles: ["roles/bigquery.dataEditor", "roles/pubsub.publisher", "roles/storage.admin"],
    },
  },
  reference: {
    project: "events",
    stack: "production",
    account: "lumen-events-prd-1177",
    region: "europe-west4",
    providers: { gcp: "8.30.1", docker: "4.6.1" },
    values: {
      gcp: "lumen-events-prd-1177",
      number: "880417263955",
      domain: "events.lumen.sh",
      min: 2,
      max: 60,
      cpu: "2",
      memory: "2Gi",
      tag: "sha-02bb41f",
      ack: 30,
      retain: "604800s",
      dead: 5,
      tier: "db-custom-4-15360",
      ha: "REGIONAL",
      pitr: true,
      days: 30,
      sampling: "0.1",
      dedupe: "on",
      schedule: "0 * * * *",
      threshold: 0.01,
      table: { expiration: 0 },
      roles: ["roles/pubsub.publisher", "roles/bigquery.dataEditor"],
    },
  },
  program(app, v) {
    const base = { project: v.gcp };
    const labels = { team: "ingest", env: app.place.stack };
    const told = {
      outputs: { effectiveLabels: { ...labels, "goog-pulumi-provisioned": "true" }, pulumiLabels: labels },
    };
    const registry = app.resource("gcp:artifactregistry/repository:Repository", "images", {
      ...base,
      repositoryId: "images",
      location: "europe-west4",
      format: "DOCKER",
    });
    const runner = app.resource("gcp:serviceaccount/account:Account", "ingest", { ...base, accountId: "ingest-run" });
    for (const role of v.roles)
      app.resource("gcp:projects/iAMMember:IAMMember", `ingest-${role.split("/")[1] ?? ""}`, {
        ...base,
        role,
        member: text`serviceAccount:${runner.get("email")}`,
      });
    const key = app.resource("gcp:serviceaccount/key:Key", "partner", {
      serviceAccountId: runner.get("name"),
      publicKeyType: "TYPE_X509_PEM_FILE",
    });
    const topic = app.resource(
      "gcp:pubsub/topic:Topic",
      "events",
      {
        ...base,
        name: "events",
        labels,
        messageRetentionDuration: v.retain,
      },
      told,
    );
    const dead = app.resource("gcp:pubsub/topic:Topic", "events-dead", { ...base, name: "events-dead", labels }, told);
    app.resource("gcp:pubsub/topicIAMMember:TopicIAMMember", "events-dead", {
      ...base,
      topic: dead.get("name"),
      role: "roles/pubsub.publisher",
      member: `serviceAccount:service-${v.number}@gcp-sa-pubsub.iam.gserviceaccount.com`,
    });
    const db = app.resource("gcp:sql/databaseInstance:DatabaseInstance", "events", {
      ...base,
      region: "europe-west4",
      databaseVersion: "POSTGRES_16",
      deletionProtection: true,
      settings: {
        tier: v.tier,
        availabilityType: v.ha,
        backupConfiguration: { enabled: true, pointInTimeRecoveryEnabled: v.pitr },
        databaseFlags: [{ name: "max_connections", value: "200" }],
        ipConfiguration: { ipv4Enabled: false, privateNetwork: `projects/${v.gcp}/global/networks/default` },
      },
    });
    const token = app.resource("gcp:secretmanager/secret:Secret", "partner-key", {
      ...base,
      secretId: "partner-key",
      replication: { auto: {} },
    });
    app.resource("gcp:secretmanager/secretVersion:SecretVersion", "partner-key", {
      secret: token.id,
      secretData: secret(key.get("privateKey")),
    });
    const service = app.resource(
      "gcp:cloudrunv2/service:Service",
      "ingest",
      {
        ...base,
        name: "ingest",
        location: "europe-west4",
        ingress: "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
        labels,
        template: {
          serviceAccount: runner.get("email"),
          scaling: { minInstanceCount: v.min, maxInstanceCount: v.max },
          vpcAccess: { connector: `projects/${v.gcp}/locations/europe-west4/connectors/serverless` },
          volumes: [{ name: "cloudsql", cloudSqlInstance: { instances: [db.get("connectionName")] } }],
          containers: [
            {
              image: text`europe-west4-docker.pkg.dev/${v.gcp}/${registry.get("repositoryId")}/ingest:${v.tag}`,
              resources: { limits: { cpu: v.cpu, memory: v.memory } },
              envs: [
                { name: "GOOGLE_CLOUD_PROJECT", value: v.gcp },
                { name: "TOPIC", value: topic.id },
                { name: "INSTANCE_CONNECTION_NAME", value: db.get("connectionName") },
                { name: "SAMPLING", value: v.sampling },
                { name: "DEDUPE", value: v.dedupe },
                { name: "PUBLIC_URL", value: `https://${v.domain}/v1` },
                {
                  name: "PARTNER_KEY",
                  valueSource: { secretKeyRef: { secret: token.get("secretId"), version: "latest" } },
                },
              ],
            },
          ],
        },
      },
      told,
    );
    app.resource("gcp:pubsub/subscription:Subscription", "events-push", {
      ...base,
      name: "events-push",
      topic: topic.get("name"),
      ackDeadlineSeconds: v.ack,
      pushConfig: {
        pushEndpoint: text`${service.get("uri")}/push`,
        oidcToken: { serviceAccountEmail: runner.get("email"), audience: service.get("uri") },
      },
      deadLetterPolicy: { deadLetterTopic: dead.id, maxDeliveryAttempts: v.dead },
    });
    app.resource("gcp:cloudscheduler/job:Job", "compact", {
      ...base,
      region: "europe-west4",
      schedule: v.schedule,
      timeZone: "Etc/UTC",
      pubsubTarget: { topicName: topic.id, data: base64(json({ kind: "compact", project: v.gcp })) },
    });
    const dataset = app.resource("gcp:bigquery/dataset:Dataset", "events", {
      ...base,
      datasetId: `events_${app.place.stack}`,
      location: "EU",
      defaultTableExpirationMs: v.table.expiration,
      accesses: [
        { role: "OWNER", specialGroup: "projectOwners" },
        { role: "WRITER", userByEmail: runner.get("email") },
      ],
    });
    app.resource("gcp:logging/projectSink:ProjectSink", "audit", {
      ...base,
      destination: text`bigquery.googleapis.com/${dataset.id}`,
      filter: text`resource.type="cloud_run_revision" AND resource.labels.service_name="${service.get("name")}" AND logName="projects/${v.gcp}/logs/run.googleapis.com%2Frequests"`,
    });
    app.resource("gcp:monitoring/alertPolicy:AlertPolicy", "errors", {
      ...base,
      displayName: `[${app.place.stack}] ingest errors`,
      combiner: "OR",
      conditions: [
        {
          displayName: "5xx",
          conditionThreshold: {
            filter: text`metric.type="run.googleapis.com/request_count" resource.label."service_name"="${service.get("name")}" resource.label."project_id"="${v.gcp}"`,
            comparison: "COMPARISON_GT",
            thresholdValue: v.threshold,
            duration: "300s",
          },
        },
      ],
      notificationChannels: [`projects/${v.gcp}/notificationChannels/1${v.number.slice(0, 10)}`],
    });
  },
  differences: [
    difference("extra", "gcp:projects/iAMMember:IAMMember::ingest-storage.admin", null, "May do all with storage."),
    difference("changed", "gcp:pubsub/topic:Topic::events", "messageRetentionDuration", "A day instead of a week."),
    difference("changed", "gcp:sql/databaseInstance:*::*", "settings.tier", "A quarter of the machine."),
    difference("changed", "gcp:sql/databaseInstance:*::*", "settings.availabilityType", "In one zone."),
    difference(
      "changed",
      "gcp:sql/databaseInstance:*::*",
      "settings.backupConfiguration.pointInTimeRecoveryEnabled",
      "No point in time to go back to.",
    ),
    difference("changed", RUN, "template.scaling.minInstanceCount", "Scales to zero."),
    difference("changed", RUN, "template.scaling.maxInstanceCount", "Fewer instances."),
    difference("changed", RUN, "template.containers[0].image", "Another commit's image."),
    difference("changed", RUN, "template.containers[0].resources.limits.cpu", "Half the CPU."),
    difference("changed", RUN, "template.containers[0].resources.limits.memory", "A quarter of the memory."),
    difference("changed", RUN, "template.containers[0].envs[3].value", "Samples all events."),
    difference("changed", "gcp:cloudscheduler/job:Job::compact", "schedule", "Four times less often."),
    difference("changed", "gcp:bigquery/dataset:Dataset::*", "defaultTableExpirationMs", "Tables expire."),
    difference(
      "changed",
      "gcp:monitoring/alertPolicy:AlertPolicy::*",
      "conditions[0].conditionThreshold.thresholdValue",
      "Alerts later.",
    ),
  ],
});

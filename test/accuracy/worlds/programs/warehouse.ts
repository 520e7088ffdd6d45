import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Redshift, Glue and Step Functions; `integ` against `live`, and a state machine that was rewired. */
export const warehouse = world({
  name: "warehouse",
  subject: {
    project: "warehouse",
    stack: "integ",
    account: "736455463728",
    region: "eu-west-1",
    providers: { aws: "6.81.0", random: "4.18.0" },
    values: {
      e: "integ",
      node: "ra3.xlplus",
      nodes: 2,
      encrypted: true,
      snapshots: 1,
      publicly: true,
      target: "staging",
      bucket: "grain-integ-exports",
      retries: 1,
      cron: "cron(0 4 ? * MON-FRI *)",
      wlm: 5,
    },
  },
  reference: {
    project: "warehouse",
    stack: "live",
    account: "192837465546",
    region: "eu-west-1",
    providers: { aws: "6.81.0", random: "4.18.0" },
    values: {
      e: "live",
      node: "ra3.4xlarge",
      nodes: 4,
      encrypted: true,
      snapshots: 14,
      publicly: false,
      target: "curated",
      bucket: "grain-live-exports",
      retries: 3,
      cron: "cron(0 4 * * ? *)",
      wlm: 15,
    },
  },
  program(app, v) {
    const password = app.resource("random:index/randomPassword:RandomPassword", "admin", { length: 32 });
    const raw = app.resource("aws:s3/bucket:Bucket", "raw", { bucket: `grain-${v.e}-raw` });
    const curated = app.resource("aws:s3/bucket:Bucket", "curated", { bucket: `grain-${v.e}-curated` });
    const staged = app.resource("aws:s3/bucket:Bucket", "staged", { bucket: `grain-${v.e}-staged` });
    const params = app.resource("aws:redshift/parameterGroup:ParameterGroup", "main", {
      family: "redshift-1.0",
      parameters: [
        { name: "wlm_json_configuration", value: json([{ query_concurrency: v.wlm, auto_wlm: false }]) },
        { name: "require_ssl", value: "true" },
      ],
    });
    const cluster = app.resource("aws:redshift/cluster:Cluster", "main", {
      clusterIdentifier: `grain-${v.e}`,
      nodeType: v.node,
      numberOfNodes: v.nodes,
      databaseName: "grain",
      masterUsername: "admin",
      masterPassword: secret(password.get("result")),
      encrypted: v.encrypted,
      automatedSnapshotRetentionPeriod: v.snapshots,
      publiclyAccessible: v.publicly,
      clusterParameterGroupName: params.get("name"),
      skipFinalSnapshot: true,
    });
    const role = app.resource("aws:iam/role:Role", "etl", {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: ["glue.amazonaws.com", "states.amazonaws.com"] },
            Action: "sts:AssumeRole",
          },
        ],
      }),
    });
    const sink = v.target === "staging" ? staged : curated;
    const load = app.resource("aws:glue/job:Job", "load", {
      roleArn: role.get("arn"),
      glueVersion: "4.0",
      maxRetries: v.retries,
      command: { scriptLocation: text`s3://${raw.id}/jobs/load.py` },
      defaultArguments: {
        "--source": text`s3://${raw.id}/in/`,
        "--sink": text`s3://${sink.id}/out/`,
        "--jdbc": text`jdbc:redshift://${cluster.get("endpoint")}/grain`,
      },
    });
    const machine = app.resource("aws:sfn/stateMachine:StateMachine", "nightly", {
      roleArn: role.get("arn"),
      definition: json({
        Comment: "nightly load",
        StartAt: "Load",
        States: {
          Load: {
            Type: "Task",
            Resource: "arn:aws:states:::glue:startJobRun.sync",
            Parameters: { JobName: load.get("name") },
            TimeoutSeconds: 7200,
            Next: "Export",
          },
          Export: {
            Type: "Task",
            Resource: "arn:aws:states:::aws-sdk:redshiftdata:executeStatement",
            Parameters: {
              ClusterIdentifier: cluster.id,
              Database: "grain",
              Sql: `unload ('select * from daily') to 's3://${v.bucket}/daily/'`,
            },
            End: true,
          },
        },
      }),
    });
    const rule = app.resource("aws:cloudwatch/eventRule:EventRule", "nightly", { scheduleExpression: v.cron });
    app.resource("aws:cloudwatch/eventTarget:EventTarget", "nightly", {
      rule: rule.get("name"),
      arn: machine.get("arn"),
      roleArn: role.get("arn"),
    });
    app.resource("aws:s3/bucketNotification:BucketNotification", "raw", { bucket: raw.id, eventbridge: true });
    app.resource("aws:secretsmanager/secret:Secret", "admin", {
      name: `grain/${v.e}/redshift-admin`,
      recoveryWindowInDays: 7,
    });
  },
  differences: [
    difference(
      "changed",
      "aws:redshift/parameterGroup:ParameterGroup::main",
      "parameters[0].value[0].query_concurrency",
      "Fewer queries at a time.",
    ),
    difference("changed", "aws:redshift/cluster:Cluster::main", "nodeType", "Smaller nodes."),
    difference("changed", "aws:redshift/cluster:Cluster::main", "numberOfNodes", "Two nodes instead of four."),
    difference("changed", "aws:redshift/cluster:Cluster::main", "automatedSnapshotRetentionPeriod", "A day."),
    difference("changed", "aws:redshift/cluster:Cluster::main", "publiclyAccessible", "Open to the internet."),
    difference("changed", "aws:glue/job:Job::load", "maxRetries", "One retry."),
    difference(
      "changed",
      "aws:glue/job:Job::load",
      'defaultArguments["--sink"]',
      "Writes to another bucket of its own.",
    ),
    difference("changed", "aws:cloudwatch/eventRule:EventRule::nightly", "scheduleExpression", "Not on weekends."),
  ],
});

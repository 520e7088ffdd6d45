import { json } from "../engine/wired";
import { difference, world } from "../world";

/** Staging that writes to production's bucket and calls production's API by mistake. */
export const sharedProd = world({
  name: "shared-prod",
  subject: {
    project: "notify",
    stack: "staging",
    account: "705190283746",
    region: "us-east-1",
    providers: { aws: "6.66.2" },
    values: {
      env: "staging",
      table: "notify-staging-templates",
      api: "https://api.tidepool.dev",
      queueAccount: "705190283746",
      archive: "tidepool-archive-production",
      sender: "hello@staging.tidepool.dev",
      base: "staging.tidepool.dev",
      retries: 3,
    },
  },
  reference: {
    project: "notify",
    stack: "production",
    account: "918273001928",
    region: "us-east-1",
    providers: { aws: "6.66.2" },
    values: {
      env: "production",
      table: "notify-production-templates",
      api: "https://api.tidepool.dev",
      queueAccount: "918273001928",
      archive: "tidepool-archive-production",
      sender: "hello@tidepool.dev",
      base: "tidepool.dev",
      retries: 3,
    },
  },
  program(app, v) {
    const table = app.resource("aws:dynamodb/table:Table", "templates", {
      name: v.table,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
    });
    app.resource("aws:s3/bucket:Bucket", "archive", { bucket: `tidepool-archive-${v.env}` });
    const role = app.resource("aws:iam/role:Role", "sender", {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", "sender", {
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "dynamodb:GetItem", Resource: table.get("arn") },
          { Effect: "Allow", Action: "s3:PutObject", Resource: `arn:aws:s3:::tidepool-archive-${v.env}/*` },
        ],
      }),
    });
    app.resource("aws:lambda/function:Function", "sender", {
      runtime: "python3.12",
      handler: "sender.handle",
      timeout: 15,
      memorySize: 256,
      role: role.get("arn"),
      environment: {
        variables: {
          TABLE: table.get("name"),
          API_URL: v.api,
          ARCHIVE_BUCKET: v.archive,
          SENDER: v.sender,
          MAX_RETRIES: String(v.retries),
          QUEUE_URL: `https://sqs.us-east-1.amazonaws.com/${v.queueAccount}/notify-${v.env}`,
          APP_URL: `https://app.${v.base}`,
          DOCS_URL: `https://docs.${v.base}`,
        },
      },
    });
    app.resource("aws:route53/record:Record", "app", {
      zoneId: v.env === "staging" ? "Z0529183TIDESTAGING01" : "Z0918273TIDEPROD00002",
      name: `app.${v.base}`,
      type: "CNAME",
      ttl: 300,
      records: [`cname.vercel-dns.com`],
    });
    app.resource("aws:route53/record:Record", "api", {
      zoneId: v.env === "staging" ? "Z0529183TIDESTAGING01" : "Z0918273TIDEPROD00002",
      name: `api.${v.base}`,
      type: "CNAME",
      ttl: 300,
      records: [`cname.vercel-dns.com`],
    });
    app.resource("aws:cloudwatch/logGroup:LogGroup", "sender", {
      name: `/aws/lambda/notify-${v.env}`,
      retentionInDays: 30,
    });
  },
  differences: [
    difference(
      "shared",
      "aws:lambda/function:Function::sender",
      "environment.variables.API_URL",
      "Calls production's API.",
    ),
    difference(
      "shared",
      "aws:lambda/function:Function::sender",
      "environment.variables.ARCHIVE_BUCKET",
      "Writes to production's bucket.",
    ),
  ],
});

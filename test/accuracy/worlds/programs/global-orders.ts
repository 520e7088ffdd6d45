import { json, text } from "../engine/wired";
import { difference, world } from "../world";

const TABLE = "aws:dynamodb/table:Table::*";

/** One letter names the environment; two regions, each with a provider of its own, and failover between them. */
export const globalOrders = world({
  name: "global-orders",
  subject: {
    project: "global-orders",
    stack: "d",
    account: "318844720916",
    region: "us-east-1",
    providers: { aws: "6.74.0" },
    values: {
      env: "d",
      domain: "orders.dev.lumenpay.io",
      zone: "Z0441772218QKDLUMENP",
      regions: ["us-east-1"],
      primary: "us-east-1",
      pitr: false,
      interval: 30,
      expireDays: 7,
      gateway: "http://gateway.dev.lumenpay.io/v1",
      partner: "https://sandbox.cardlink.com/v3",
      retries: 2,
    },
  },
  reference: {
    project: "global-orders",
    stack: "p",
    account: "905511630274",
    region: "us-east-1",
    providers: { aws: "6.74.0" },
    values: {
      env: "p",
      domain: "orders.lumenpay.io",
      zone: "Z0990182551TRWLUMENP",
      regions: ["us-east-1", "us-west-2"],
      primary: "us-east-1",
      pitr: true,
      interval: 10,
      expireDays: 90,
      gateway: "https://gateway.lumenpay.io/v1",
      partner: "https://api.cardlink.com/v3",
      retries: 2,
    },
  },
  program(app, v) {
    const events = app.resource("aws:sns/topic:Topic", `${v.env}-orders-events`, { name: `${v.env}-orders-events` });
    const table = app.resource("aws:dynamodb/table:Table", `${v.env}-orders`, {
      name: `${v.env}-orders`,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "pk",
      rangeKey: "sk",
      attributes: [
        { name: "pk", type: "S" },
        { name: "sk", type: "S" },
      ],
      streamEnabled: true,
      streamViewType: "NEW_AND_OLD_IMAGES",
      pointInTimeRecovery: { enabled: v.pitr },
      ttl: { attributeName: "expires", enabled: true },
    });
    for (const region of v.regions) {
      const short = region.replace(/-(\w)\w+-/, "$1");
      const provider = app.provider("aws", `${v.env}-${short}`, { region, allowedAccountIds: [app.place.account] });
      const site = app.component("lumen:orders:RegionalSite", `${v.env}-${short}`);
      const inside = { parent: site, provider };
      const bucket = app.resource(
        "aws:s3/bucketV2:BucketV2",
        `${v.env}-orders-${short}`,
        { bucket: `${v.env}-lumenpay-orders-${short}`, tags: { Region: region, Env: v.env } },
        inside,
      );
      app.resource(
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        `${v.env}-orders-${short}`,
        { bucket: bucket.id, rules: [{ id: "expire", status: "Enabled", expiration: { days: v.expireDays } }] },
        inside,
      );
      const role = app.resource(
        "aws:iam/role:Role",
        `${v.env}-orders-fn-${short}`,
        {
          name: `${v.env}-orders-fn-${short}`,
          assumeRolePolicy: json({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
          }),
        },
        inside,
      );
      app.resource(
        "aws:iam/rolePolicy:RolePolicy",
        `${v.env}-orders-fn-${short}`,
        {
          role: role.id,
          policy: json({
            Version: "2012-10-17",
            Statement: [
              {
                Sid: "Table",
                Effect: "Allow",
                Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
                Resource: [table.get("arn"), text`${table.get("arn")}/index/*`],
              },
              { Sid: "Archive", Effect: "Allow", Action: ["s3:PutObject"], Resource: text`${bucket.get("arn")}/*` },
              { Sid: "Tell", Effect: "Allow", Action: "sns:Publish", Resource: events.id },
            ],
          }),
        },
        inside,
      );
      const fn = app.resource(
        "aws:lambda/function:Function",
        `${v.env}-orders-${short}`,
        {
          name: `${v.env}-orders-${short}`,
          role: role.get("arn"),
          runtime: "nodejs20.x",
          handler: "index.handler",
          timeout: 20,
          memorySize: 512,
          environment: {
            variables: {
              TABLE: table.id,
              BUCKET: bucket.id,
              TOPIC: events.id,
              REGION: region,
              STAGE: v.env,
              GATEWAY_URL: v.gateway,
              CARDLINK_URL: v.partner,
              MAX_RETRIES: String(v.retries),
            },
          },
        },
        inside,
      );
      const url = app.resource(
        "aws:lambda/functionUrl:FunctionUrl",
        `${v.env}-orders-${short}`,
        { functionName: fn.id, authorizationType: "AWS_IAM" },
        inside,
      );
      const check = app.resource(
        "aws:route53/healthCheck:HealthCheck",
        `${v.env}-orders-${short}`,
        {
          fqdn: text`${url.id}.lambda-url.${region}.on.aws`,
          port: 443,
          type: "HTTPS",
          requestInterval: v.interval,
          resourcePath: "/healthz",
        },
        inside,
      );
      app.resource(
        "aws:route53/record:Record",
        `${v.env}-orders-${short}`,
        {
          zoneId: v.zone,
          name: v.domain,
          type: "CNAME",
          ttl: 60,
          records: [text`${url.id}.lambda-url.${region}.on.aws`],
          setIdentifier: region,
          healthCheckId: check.id,
          failoverRoutingPolicies: [{ type: region === v.primary ? "PRIMARY" : "SECONDARY" }],
        },
        inside,
      );
    }
  },
  differences: [
    difference("changed", TABLE, "pointInTimeRecovery.enabled", "No point-in-time recovery in dev."),
    difference(
      "changed",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration::*",
      "rules[0].expiration.days",
      "Objects expire earlier.",
    ),
    difference("changed", "aws:route53/healthCheck:HealthCheck::*", "requestInterval", "Checked less often."),
    difference(
      "changed",
      "aws:lambda/function:Function::*",
      "environment.variables.GATEWAY_URL",
      "In the clear in dev: http instead of https.",
    ),
    {
      ...difference(
        "changed",
        "aws:lambda/function:Function::*",
        "environment.variables.CARDLINK_URL",
        "The partner's sandbox; nobody can tell it from an own host.",
      ),
      optional: true,
    },
    difference("missing", "pulumi:providers:aws::*", null, "No second region.", 1),
    difference("missing", "lumen:orders:RegionalSite::*", null, "No second region."),
    difference("missing", "aws:s3/bucketV2:BucketV2::*", null, "No second region."),
    difference(
      "missing",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration::*",
      null,
      "No second region.",
    ),
    difference("missing", "aws:iam/role:Role::*", null, "No second region."),
    difference("missing", "aws:iam/rolePolicy:RolePolicy::*", null, "No second region."),
    difference("missing", "aws:lambda/function:Function::*", null, "No second region."),
    difference("missing", "aws:lambda/functionUrl:FunctionUrl::*", null, "No second region."),
    difference("missing", "aws:route53/healthCheck:HealthCheck::*", null, "No second region."),
    difference("missing", "aws:route53/record:Record::*", null, "No second region."),
  ],
});

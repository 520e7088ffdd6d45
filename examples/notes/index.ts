import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const stack = pulumi.getStack();

const notes = new aws.dynamodb.Table("notes", {
  attributes: [{ name: "id", type: "S" }],
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
  pointInTimeRecovery: { enabled: config.requireBoolean("backups") },
});
const failed = new aws.sqs.Queue("failed", { messageRetentionSeconds: 1209600 });
const jobs = new aws.sqs.Queue("jobs", {
  visibilityTimeoutSeconds: 90,
  redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: 5 }),
});
const role = new aws.iam.Role("api", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
const api = new aws.lambda.Function("api", {
  runtime: config.get("runtime") ?? "nodejs22.x",
  handler: "index.handler",
  role: role.arn,
  code: new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};"),
  }),
  memorySize: config.requireNumber("memory"),
  timeout: config.getNumber("timeout") ?? 30,
  environment: {
    variables: {
      TABLE: notes.name,
      JOBS: jobs.url,
      PUBLIC_URL: `https://${stack}.notes.example.com`,
      RETRIES: config.get("retries") ?? "3",
    },
  },
});
export const url = new aws.lambda.FunctionUrl("api", { functionName: api.name, authorizationType: "NONE" }).functionUrl;

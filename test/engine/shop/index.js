// A small shop, written without @pulumi/aws, which takes seconds to load. Everything that a test wants to differ is
// configuration, or stands in BREAK.
const { Config, CustomResource, getStack, interpolate } = require("@pulumi/pulumi");

const config = new Config();
const stack = getStack();

class Queue extends CustomResource {
  constructor(name, args) {
    super("aws:sqs/queue:Queue", name, { arn: undefined, url: undefined, ...args });
  }
}
class Database extends CustomResource {
  constructor(name, args) {
    super("aws:rds/instance:Instance", name, { address: undefined, endpoint: undefined, arn: undefined, ...args });
  }
}
class Function extends CustomResource {
  constructor(name, args) {
    super("aws:lambda/function:Function", name, { arn: undefined, ...args });
  }
}

const failures = new Queue("failures", { messageRetentionSeconds: 1209600 });
const orders = new Queue("orders", {
  visibilityTimeoutSeconds: config.getNumber("visibilityTimeout") ?? 60,
  redrivePolicy: interpolate`{"deadLetterTargetArn":"${failures.arn}","maxReceiveCount":5}`,
});
const database = new Database("database", {
  engine: "postgres",
  engineVersion: config.get("engineVersion") ?? "16.3",
  instanceClass: config.get("instanceClass") ?? "db.r6g.large",
  allocatedStorage: 100,
  storageEncrypted: true,
  multiAz: config.getBoolean("multiAz") ?? true,
  username: "shop",
  password: config.getSecret("password") ?? "correct-horse-battery",
  skipFinalSnapshot: true,
});
new Function("checkout", {
  runtime: process.env.SHOP_RUNTIME ?? "nodejs22.x",
  handler: "index.handler",
  memorySize: 512,
  timeout: config.getNumber("timeout") ?? 30,
  role: `arn:aws:iam::123456789012:role/${stack}-checkout`,
  s3Bucket: "artifacts",
  s3Key: "checkout.zip",
  environment: {
    variables: { ORDERS_URL: orders.url, DATABASE: database.address, RETRIES: config.get("retries") ?? "3" },
  },
});
if (process.env.SHOP_EXTRA !== undefined) new Queue("extra", {});
if (process.env.SHOP_FAIL !== undefined) throw new Error("the program fails");

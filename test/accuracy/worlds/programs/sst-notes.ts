import { json, text } from "../engine/wired";
import { difference, world } from "../world";

const LETTERS: Readonly<Record<string, readonly string[]>> = {
  staging: ["bcdkfmnx", "srmtxwva", "kkzdbuch", "wnhofbsv", "zzcmtoka", "ndvuaxbe"],
  production: ["urvkxeta", "mhnmcvoe", "dxsbtkos", "fbuwnnht", "cfatxroo", "hsxdvzuk"],
};

/** As a framework upon the engine writes it: components of its own, eight letters behind every name, links as JSON in variables. */
export const sstNotes = world({
  name: "sst-notes",
  subject: {
    project: "inkwell",
    stack: "staging",
    account: "402211998877",
    region: "us-east-1",
    providers: { aws: "6.66.2", random: "4.16.6", "pulumi-nodejs": "1.0.0" },
    defaultTags: { "sst:app": "inkwell", "sst:stage": "staging" },
    values: {
      stage: "staging",
      host: "staging.inkwell.page",
      letters: LETTERS.staging ?? [],
      memory: "512 MB",
      warm: false,
      remove: "remove",
      code: "7f0e1d2c3b4a59687766554433221100ffeeddccbbaa99887766554433221100",
      logs: 7,
      concurrency: -1,
    },
  },
  reference: {
    project: "inkwell",
    stack: "production",
    account: "917263548102",
    region: "us-east-1",
    providers: { aws: "6.66.2", random: "4.16.6", "pulumi-nodejs": "1.0.0" },
    defaultTags: { "sst:app": "inkwell", "sst:stage": "production" },
    values: {
      stage: "production",
      host: "inkwell.page",
      letters: LETTERS.production ?? [],
      memory: "1024 MB",
      warm: true,
      remove: "retain",
      code: "7f0e1d2c3b4a59687766554433221100ffeeddccbbaa99887766554433221100",
      logs: 30,
      concurrency: 50,
    },
  },
  program(app, v) {
    const { account } = app.place;
    const named = (name: string, at: number) => `inkwell-${v.stage}-${name.toLowerCase()}-${v.letters[at] ?? ""}`;
    const uploads = app.component("sst:aws:Bucket", "Uploads");
    const bucket = app.resource(
      "aws:s3/bucketV2:BucketV2",
      "UploadsBucket",
      { bucket: named("UploadsBucket", 0), forceDestroy: !v.warm },
      { parent: uploads, state: { retainOnDelete: v.warm } },
    );
    app.resource(
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      "UploadsPublicAccessBlock",
      {
        bucket: bucket.get("bucket"),
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      { parent: uploads },
    );
    app.resource(
      "aws:s3/bucketPolicy:BucketPolicy",
      "UploadsPolicy",
      {
        bucket: bucket.get("bucket"),
        policy: json({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Deny",
              Principal: "*",
              Action: "s3:*",
              Resource: [bucket.get("arn"), text`${bucket.get("arn")}/*`],
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
          ],
        }),
      },
      { parent: uploads },
    );
    const notes = app.component("sst:aws:Dynamo", "Notes");
    const table = app.resource(
      "aws:dynamodb/table:Table",
      "NotesTable",
      {
        name: `inkwell-${v.stage}-NotesTable-${v.letters[1] ?? ""}`,
        attributes: [
          { name: "userId", type: "S" },
          { name: "noteId", type: "S" },
        ],
        hashKey: "userId",
        rangeKey: "noteId",
        billingMode: "PAY_PER_REQUEST",
        pointInTimeRecovery: { enabled: true },
      },
      { parent: notes },
    );
    const link = (name: string, type: string, properties: object) =>
      [`SST_RESOURCE_${name}`, json({ ...properties, type })] as const;
    const links = Object.fromEntries([
      link("App", "sst.sst.App", { name: "inkwell", stage: v.stage }),
      link("Uploads", "sst.aws.Bucket", { name: bucket.get("bucket") }),
      link("Notes", "sst.aws.Dynamo", { name: table.get("name") }),
    ]);
    const fn = app.component("sst:aws:Function", "Api");
    const role = app.resource(
      "aws:iam/role:Role",
      "ApiRole",
      {
        name: `inkwell-${v.stage}-ApiRole-${v.letters[2] ?? ""}`,
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { AWS: v.warm ? undefined : `arn:aws:iam::${account}:root`, Service: "lambda.amazonaws.com" },
              Action: "sts:AssumeRole",
            },
          ],
        }),
        inlinePolicies: [
          {
            name: "inline",
            policy: json({
              Version: "2012-10-17",
              Statement: [
                { Effect: "Allow", Action: ["s3:*"], Resource: [bucket.get("arn"), text`${bucket.get("arn")}/*`] },
                { Effect: "Allow", Action: ["dynamodb:*"], Resource: [table.get("arn"), text`${table.get("arn")}/*`] },
              ],
            }),
          },
        ],
        managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
      },
      { parent: fn },
    );
    const code = app.resource(
      "aws:s3/bucketObjectv2:BucketObjectv2",
      "ApiCode",
      {
        key: `assets/Api-code-${v.code}.zip`,
        bucket: `sst-asset-${v.stage === "staging" ? "hbeomzkxsrfu" : "wdxhsaoktvnb"}`,
        source: {
          "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
          hash: v.code,
          path: `.sst/artifacts/Api-src`,
        },
      },
      { parent: fn },
    );
    const logs = app.resource(
      "aws:cloudwatch/logGroup:LogGroup",
      "ApiLogGroup",
      { name: `/aws/lambda/inkwell-${v.stage}-ApiFunction-${v.letters[3] ?? ""}`, retentionInDays: v.logs },
      { parent: fn },
    );
    const lambda = app.resource(
      "aws:lambda/function:Function",
      "ApiFunction",
      {
        name: `inkwell-${v.stage}-ApiFunction-${v.letters[3] ?? ""}`,
        description: `inkwell/${v.stage} Api`,
        s3Bucket: code.get("bucket"),
        s3Key: code.get("key"),
        handler: "bundle.handler",
        runtime: "nodejs20.x",
        memorySize: Number(v.memory.split(" ")[0]),
        timeout: 20,
        architectures: ["arm64"],
        role: role.get("arn"),
        layers: [],
        loggingConfig: { logFormat: "Text", logGroup: logs.get("name") },
        environment: { variables: { ...links, SST_KEY_FILE: "resource.enc" } },
        ...(v.concurrency > 0 ? { reservedConcurrentExecutions: v.concurrency } : {}),
      },
      { parent: fn },
    );
    const url = app.resource(
      "aws:lambda/functionUrl:FunctionUrl",
      "ApiUrl",
      { functionName: lambda.get("name"), authorizationType: "NONE", invokeMode: "RESPONSE_STREAM" },
      { parent: fn },
    );
    app.resource(
      "pulumi-nodejs:dynamic:Resource",
      "ApiCodeUpdater.sst.aws.FunctionCodeUpdater",
      {
        __provider: `exports.handler = __f0; /* ${v.stage} */`,
        functionName: lambda.get("name"),
        s3Bucket: code.get("bucket"),
        s3Key: code.get("key"),
        functionLastModified: lambda.get("lastModified"),
        region: "us-east-1",
      },
      { parent: fn, outputs: { id: lambda.get("name"), version: v.warm ? "12" : "88" } },
    );
    const router = app.component("sst:aws:Router", "Web");
    const cdn = app.component("sst:aws:CDN", "WebCdn", { parent: router });
    const edge = app.resource(
      "aws:cloudfront/function:Function",
      "WebCloudfrontFunctionRequest",
      {
        name: `inkwell-${v.stage}-WebCloudfrontFunctionRequest-${v.letters[4] ?? ""}`,
        runtime: "cloudfront-js-2.0",
        code: `import cf from "cloudfront";\nasync function handler(event) {\n  if (event.request.headers.host.value.includes('cloudfront.net')) return { statusCode: 403 };\n  event.request.headers["x-forwarded-host"] = { value: "${v.host}" };\n  return event.request;\n}`,
      },
      { parent: router, outputs: { etag: "ETVPDKIKX0DER" } },
    );
    const policy = app.resource(
      "aws:cloudfront/cachePolicy:CachePolicy",
      "WebCachePolicy",
      {
        name: `inkwell-${v.stage}-WebCachePolicy-${v.letters[5] ?? ""}`,
        defaultTtl: 0,
        maxTtl: 31536000,
        minTtl: 0,
        parametersInCacheKeyAndForwardedToOrigin: {
          cookiesConfig: { cookieBehavior: "none" },
          headersConfig: { headerBehavior: "whitelist", headers: { items: ["x-open-next-cache-key"] } },
          queryStringsConfig: { queryStringBehavior: "all" },
        },
      },
      { parent: router },
    );
    const distribution = app.resource(
      "aws:cloudfront/distribution:Distribution",
      "WebCdnDistribution",
      {
        comment: `inkwell-${v.stage} web`,
        enabled: true,
        aliases: [v.host, `www.${v.host}`],
        origins: [
          {
            originId: "default",
            domainName: text`${url.get("urlId")}.lambda-url.us-east-1.on.aws`,
            customOriginConfig: {
              httpPort: 80,
              httpsPort: 443,
              originProtocolPolicy: "https-only",
              originReadTimeout: 20,
              originSslProtocols: ["TLSv1.2"],
            },
          },
        ],
        defaultCacheBehavior: {
          targetOriginId: "default",
          viewerProtocolPolicy: "redirect-to-https",
          allowedMethods: ["GET", "HEAD"],
          cachedMethods: ["GET", "HEAD"],
          cachePolicyId: policy.id,
          originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
          functionAssociations: [{ eventType: "viewer-request", functionArn: edge.get("arn") }],
        },
        restrictions: { geoRestriction: { restrictionType: "none" } },
        viewerCertificate: {
          acmCertificateArn: `arn:aws:acm:us-east-1:${account}:certificate/${v.warm ? "10fe32dc-54ba-4698-8776-5544332211ff" : "ab01cd23-ef45-4067-89ab-cdef01234567"}`,
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2021",
        },
        waitForDeployment: false,
      },
      { parent: cdn },
    );
    app.resource(
      "pulumi-nodejs:dynamic:Resource",
      "WebInvalidation.sst.aws.DistributionInvalidation",
      {
        distributionId: distribution.id,
        paths: ["/*"],
        version: v.warm ? "c3cf9a8d0f1f4b6e" : "0b9d8e7f6a5c4321",
        wait: false,
      },
      { parent: cdn },
    );
    if (v.warm) {
      const cron = app.component("sst:aws:Cron", "Warmer");
      const rule = app.resource(
        "aws:cloudwatch/eventRule:EventRule",
        "WarmerRule",
        { scheduleExpression: "rate(5 minutes)" },
        { parent: cron },
      );
      app.resource(
        "aws:cloudwatch/eventTarget:EventTarget",
        "WarmerTarget",
        { rule: rule.get("name"), arn: lambda.get("arn") },
        { parent: cron },
      );
    }
  },
  differences: [
    difference("changed", "aws:s3/bucketV2:BucketV2::*", "forceDestroy", "May be deleted with all that it holds."),
    difference(
      "added",
      "aws:iam/role:Role::*",
      "assumeRolePolicy.Statement[0].Principal.AWS",
      "A developer's machine may take its place.",
    ),
    difference("changed", "aws:cloudwatch/logGroup:LogGroup::*", "retentionInDays", "Logs of a week."),
    difference("changed", "aws:lambda/function:Function::*", "memorySize", "Half of the memory."),
    difference("removed", "aws:lambda/function:Function::*", "reservedConcurrentExecutions", "Nothing is reserved."),
    difference("missing", "sst:aws:Cron::*", null, "Nothing is kept warm."),
    difference("missing", "aws:cloudwatch/eventRule:EventRule::*", null, "Nothing is kept warm."),
    difference("missing", "aws:cloudwatch/eventTarget:EventTarget::*", null, "Nothing is kept warm."),
    {
      ...difference(
        "changed",
        "pulumi-nodejs:dynamic:Resource::*",
        "version",
        "Whatever was invalidated last: may be said.",
      ),
      optional: true,
    },
  ],
});

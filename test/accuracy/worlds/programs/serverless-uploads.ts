import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Lambda, API Gateway, queue, schedule and state machine; stage suffix, two accounts, two regions, provider 7. */
export const serverlessUploads = world({
  name: "serverless-uploads",
  subject: {
    project: "uploads",
    stack: "stage",
    account: "302948571120",
    region: "us-west-2",
    providers: { aws: "7.12.0" },
    defaultTags: { Environment: "stage", Owner: "media" },
    values: {
      env: "stage",
      host: "uploads-stage.pixelbay.com",
      runtime: "nodejs20.x",
      visibility: 180,
      memory: 512,
      dlq: true,
      rate: "rate(10 minutes)",
      nodeEnv: "production",
      hash: "q3l7Qm8bVfYt1w9zXy2Kp5RrD0uE6sAhJcLnTgBiOoM=",
      actions: ["s3:GetObject", "s3:PutObject"],
    },
  },
  reference: {
    project: "uploads",
    stack: "prod",
    account: "918273645510",
    region: "us-east-1",
    providers: { aws: "7.12.0" },
    defaultTags: { Environment: "prod", Owner: "media" },
    values: {
      env: "prod",
      host: "uploads.pixelbay.com",
      runtime: "nodejs22.x",
      visibility: 180,
      memory: 512,
      dlq: true,
      rate: "rate(1 minute)",
      nodeEnv: "production",
      hash: "Zk1nY7eRbqW0oUvG4xH8tM2pAaS5dF3jL6cXiN9wKyE=",
      actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
    },
  },
  program(app, v) {
    const n = (name: string) => `${name}-${v.env}`;
    const bucket = app.resource("aws:s3/bucket:Bucket", n("incoming"), { forceDestroy: false });
    const key = app.resource("aws:kms/key:Key", n("uploads"), {
      enableKeyRotation: true,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "root",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${app.place.account}:root` },
            Action: "kms:*",
            Resource: "*",
          },
        ],
      }),
    });
    app.resource("aws:kms/alias:Alias", n("uploads"), {
      name: `alias/uploads/${v.env}`,
      targetKeyId: key.get("keyId"),
    });
    const dead = app.resource("aws:sqs/queue:Queue", n("thumbs-dead"), { messageRetentionSeconds: 1209600 });
    const queue = app.resource("aws:sqs/queue:Queue", n("thumbs"), {
      visibilityTimeoutSeconds: v.visibility,
      redrivePolicy: json({ deadLetterTargetArn: dead.get("arn"), maxReceiveCount: 5 }),
      kmsMasterKeyId: key.get("arn"),
    });
    app.resource("aws:sqs/queuePolicy:QueuePolicy", n("thumbs"), {
      queueUrl: queue.get("url"),
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "s3.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: queue.get("arn"),
            Condition: {
              ArnLike: { "aws:SourceArn": bucket.get("arn") },
              StringEquals: { "aws:SourceAccount": app.place.account },
            },
          },
        ],
      }),
    });
    const role = app.resource("aws:iam/role:Role", n("thumbs"), {
      name: `uploads-thumbs-${app.place.region}-${v.env}`,
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" } }],
      }),
    });
    app.resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", n("thumbs-basic"), {
      role: role.get("name"),
      policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", n("thumbs"), {
      role: role.get("name"),
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: v.actions, Resource: text`${bucket.get("arn")}/*` },
          {
            Effect: "Allow",
            Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            Resource: queue.get("arn"),
          },
        ],
      }),
    });
    const fn = (name: string, env: Record<string, string | ReturnType<typeof text>>) =>
      app.resource("aws:lambda/function:Function", n(name), {
        runtime: v.runtime,
        handler: "index.handler",
        memorySize: v.memory,
        timeout: 30,
        role: role.get("arn"),
        sourceCodeHash: v.hash,
        s3Bucket: `pixelbay-artifacts-${app.place.region}`,
        s3Key: `uploads/${name}.zip`,
        environment: { variables: { NODE_ENV: v.nodeEnv, STAGE: v.env, ...env } },
      });
    const thumbs = fn("thumbs", { BUCKET: text`${bucket.id}`, QUEUE_URL: text`${queue.get("url")}` });
    const api = fn("api", { PUBLIC_HOST: v.host, BUCKET_ARN: text`${bucket.get("arn")}` });
    app.resource("aws:lambda/eventSourceMapping:EventSourceMapping", n("thumbs"), {
      eventSourceArn: queue.get("arn"),
      functionName: thumbs.get("arn"),
      batchSize: 10,
    });
    const gateway = app.resource("aws:apigatewayv2/api:Api", n("uploads"), {
      protocolType: "HTTP",
      corsConfiguration: {
        allowOrigins: [`https://${v.host.replace("uploads", "app")}`],
        allowMethods: ["GET", "POST"],
      },
    });
    const integration = app.resource("aws:apigatewayv2/integration:Integration", n("api"), {
      apiId: gateway.id,
      integrationType: "AWS_PROXY",
      integrationUri: api.get("invokeArn"),
      payloadFormatVersion: "2.0",
    });
    app.resource("aws:apigatewayv2/route:Route", n("default"), {
      apiId: gateway.id,
      routeKey: "$default",
      target: text`integrations/${integration.id}`,
    });
    app.resource("aws:apigatewayv2/stage:Stage", n("default"), {
      apiId: gateway.id,
      name: "$default",
      autoDeploy: true,
      defaultRouteSettings: { throttlingBurstLimit: 100, throttlingRateLimit: 50 },
    });
    app.resource("aws:lambda/permission:Permission", n("api"), {
      action: "lambda:InvokeFunction",
      function: api.get("name"),
      principal: "apigateway.amazonaws.com",
      sourceArn: text`${gateway.get("executionArn")}/*/*`,
    });
    const machine = app.resource("aws:sfn/stateMachine:StateMachine", n("ingest"), {
      roleArn: role.get("arn"),
      definition: json({
        StartAt: "Thumb",
        States: {
          Thumb: {
            Type: "Task",
            Resource: "arn:aws:states:::lambda:invoke",
            Parameters: { FunctionName: thumbs.get("arn"), "Payload.$": "$" },
            Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 3 }],
            Next: "Notify",
          },
          Notify: {
            Type: "Task",
            Resource: "arn:aws:states:::sqs:sendMessage",
            Parameters: { QueueUrl: queue.get("url"), "MessageBody.$": "$" },
            End: true,
          },
        },
      }),
    });
    const rule = app.resource("aws:cloudwatch/eventRule:EventRule", n("sweep"), {
      scheduleExpression: v.rate,
      state: "ENABLED",
    });
    app.resource("aws:cloudwatch/eventTarget:EventTarget", n("sweep"), {
      rule: rule.get("name"),
      arn: machine.get("arn"),
      roleArn: role.get("arn"),
      input: json({ bucket: bucket.id, stage: v.env }),
    });
    app.resource("aws:ssm/parameter:Parameter", n("bucket"), {
      name: `/${v.env}/uploads/bucket`,
      type: "String",
      value: bucket.id,
    });
  },
  differences: [
    difference("changed", "aws:lambda/function:Function::thumbs*", "runtime", "An older runtime."),
    difference("changed", "aws:lambda/function:Function::api*", "runtime", "An older runtime."),
    difference("changed", "aws:cloudwatch/eventRule:EventRule::*", "scheduleExpression", "Runs ten times less often."),
    difference(
      "removed",
      "aws:iam/rolePolicy:RolePolicy::*",
      "policy.Statement[0].Action[*]",
      "May not delete objects in staging.",
    ),
    {
      ...difference(
        "changed",
        "aws:lambda/function:Function::*",
        "sourceCodeHash",
        "Other code was deployed; which build is which cannot be told from a hash.",
        2,
      ),
      optional: true,
    },
  ],
});

import { json, text } from "../engine/wired";
import { world } from "../world";

/** A saga in Step Functions fed by pipes, of two developers who each deploy their own; default names, an old bridge, packages by hash. */
export const orderSagaTwin = world({
  name: "order-saga-twin",
  subject: {
    project: "order-saga",
    stack: "dev-marta",
    account: "381492071234",
    region: "eu-west-1",
    version: 4,
    providers: { aws: "6.83.0", archive: "0.3.2" },
    values: {
      owner: "marta",
      queue: "https://sqs.eu-west-1.amazonaws.com/381492071234/intake-marta-0a1b2c3",
      hash: "Qm0x8h6oMZ9xZbS2rT3Y7hYt4nTzZs9lqJYbQb3l4gk=",
    },
  },
  reference: {
    project: "order-saga",
    stack: "dev-jonas",
    account: "381492071234",
    region: "eu-west-1",
    version: 4,
    providers: { aws: "6.83.0", archive: "0.3.2" },
    values: {
      owner: "jonas",
      queue: "https://sqs.eu-west-1.amazonaws.com/381492071234/intake-jonas-9f8e7d6",
      hash: "Qm0x8h6oMZ9xZbS2rT3Y7hYt4nTzZs9lqJYbQb3l4gk=",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const shared = app.resource(
      "pulumi:pulumi:StackReference",
      "acme/intake/dev",
      { name: `acme/intake/dev-${v.owner}` },
      { outputs: { outputs: { intakeQueueUrl: v.queue }, secretOutputNames: [] }, state: { external: true } },
    );
    const trust = (service: string) =>
      json({
        Version: "2012-10-17",
        Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: service } }],
      });
    const roleDefaults = { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" };
    const table = app.resource(
      "aws:dynamodb/table:Table",
      "orders",
      {
        attributes: [
          { name: "pk", type: "S" },
          { name: "status", type: "S" },
        ],
        billingMode: "PAY_PER_REQUEST",
        hashKey: "pk",
        globalSecondaryIndexes: [{ name: "byStatus", hashKey: "status", projectionType: "ALL" }],
        streamEnabled: true,
        streamViewType: "NEW_AND_OLD_IMAGES",
        pointInTimeRecovery: { enabled: false },
        tags: { owner: v.owner, "saga:stack": app.place.stack },
      },
      { outputs: { streamLabel: "2026-01-12T08:03:41.210", replicas: [], tableClass: "" } },
    );
    const dead = app.resource("aws:sqs/queue:Queue", "saga-dlq", { messageRetentionSeconds: 1209600 });
    const intake = app.resource("aws:sqs/queue:Queue", "saga", {
      visibilityTimeoutSeconds: 180,
      redrivePolicy: json({ deadLetterTargetArn: dead.get("arn"), maxReceiveCount: 5 }),
    });
    const bus = app.resource("aws:cloudwatch/eventBus:EventBus", "saga", { name: `saga-${v.owner}` });
    const fnRole = app.resource(
      "aws:iam/role:Role",
      "fn",
      { assumeRolePolicy: trust("lambda.amazonaws.com") },
      { defaults: roleDefaults },
    );
    app.resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "fn-basic", {
      role: fnRole.get("name"),
      policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    });
    const functions = Object.fromEntries(
      ["reserve", "charge", "ship", "refund"].map((step) => {
        const fn = app.resource(
          "aws:lambda/function:Function",
          step,
          {
            architectures: ["arm64"],
            code: {
              "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
              hash: "e9c2f4c3e1a9f5d2a0b7c4d8e6f1a3b5c7d9e0f2a4b6c8d0e1f3a5b7c9d0e2f4",
              assets: {
                ".": {
                  "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
                  hash: "0cf1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f",
                  path: `/Users/${v.owner}/src/order-saga/dist/${step}`,
                },
              },
            },
            handler: "index.handler",
            memorySize: 256,
            role: fnRole.get("arn"),
            runtime: "nodejs22.x",
            sourceCodeHash: v.hash,
            timeout: 30,
            environment: {
              variables: {
                TABLE_NAME: table.get("name"),
                BUS_NAME: bus.get("name"),
                POWERTOOLS_SERVICE_NAME: `saga-${step}`,
                POWERTOOLS_METRICS_NAMESPACE: `saga/${v.owner}`,
                LOG_LEVEL: "DEBUG",
              },
            },
            tracingConfig: { mode: "Active" },
          },
          {
            defaults: { packageType: "Zip", publish: false, reservedConcurrentExecutions: -1, skipDestroy: false },
            outputs: {
              sourceCodeSize: 182911,
              loggingConfig: {
                applicationLogLevel: "",
                logFormat: "Text",
                logGroup: `/aws/lambda/${step}-${v.owner}`,
                systemLogLevel: "",
              },
            },
          },
        );
        return [step, fn] as const;
      }),
    );
    const stateRole = app.resource(
      "aws:iam/role:Role",
      "machine",
      {
        assumeRolePolicy: trust("states.amazonaws.com"),
        inlinePolicies: [
          {
            name: "invoke",
            policy: json({
              Version: "2012-10-17",
              Statement: [
                {
                  Effect: "Allow",
                  Action: ["lambda:InvokeFunction"],
                  Resource: Object.values(functions).flatMap((fn) => [fn.get("arn"), text`${fn.get("arn")}:*`]),
                },
                { Effect: "Allow", Action: ["events:PutEvents"], Resource: bus.get("arn") },
                {
                  Effect: "Allow",
                  Action: ["events:PutTargets", "events:PutRule", "events:DescribeRule"],
                  Resource: `arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`,
                },
              ],
            }),
          },
        ],
      },
      { defaults: roleDefaults },
    );
    const logs = app.resource(
      "aws:cloudwatch/logGroup:LogGroup",
      "machine",
      { name: `/aws/vendedlogs/states/saga-${v.owner}`, retentionInDays: 7 },
      { defaults: { skipDestroy: false } },
    );
    const task = (step: string, next: object) => ({
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: { FunctionName: functions[step]?.get("arn") ?? "", "Payload.$": "$" },
      Retry: [{ ErrorEquals: ["Lambda.TooManyRequestsException"], IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2 }],
      ...next,
    });
    const machine = app.resource(
      "aws:sfn/stateMachine:StateMachine",
      "saga",
      {
        roleArn: stateRole.get("arn"),
        type: "STANDARD",
        definition: json({
          Comment: `Order saga of ${v.owner}`,
          StartAt: "Reserve",
          TimeoutSeconds: 86400,
          States: {
            Reserve: task("reserve", { Next: "Charge", Catch: [{ ErrorEquals: ["States.ALL"], Next: "Failed" }] }),
            Charge: task("charge", { Next: "Ship", Catch: [{ ErrorEquals: ["States.ALL"], Next: "Refund" }] }),
            Ship: task("ship", { Next: "Announce", Catch: [{ ErrorEquals: ["States.ALL"], Next: "Refund" }] }),
            Refund: task("refund", { Next: "Failed" }),
            Announce: {
              Type: "Task",
              Resource: "arn:aws:states:::events:putEvents",
              Parameters: {
                Entries: [
                  {
                    "Detail.$": "$",
                    DetailType: "OrderShipped",
                    EventBusName: bus.get("name"),
                    Source: `saga.${v.owner}`,
                  },
                ],
              },
              End: true,
            },
            Failed: { Type: "Fail", Error: "SagaFailed" },
          },
        }),
        loggingConfiguration: { level: "ALL", includeExecutionData: true, logDestination: text`${logs.get("arn")}:*` },
      },
      {
        defaults: { publish: false },
        outputs: {
          creationDate: `2026-01-1${v.owner === "marta" ? "2" : "5"}T08:04:11Z`,
          status: "ACTIVE",
          revisionId: "",
          stateMachineVersionArn: "",
        },
        state: { customTimeouts: { create: 300000000000, update: 60000000000, delete: 300000000000 } },
      },
    );
    const pipeRole = app.resource(
      "aws:iam/role:Role",
      "pipe",
      {
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "sts:AssumeRole",
              Principal: { Service: "pipes.amazonaws.com" },
              Condition: { StringEquals: { "aws:SourceAccount": account } },
            },
          ],
        }),
      },
      { defaults: roleDefaults },
    );
    app.resource("aws:iam/rolePolicy:RolePolicy", "pipe", {
      role: pipeRole.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            Resource: [intake.get("arn")],
          },
          { Effect: "Allow", Action: ["states:StartExecution"], Resource: [machine.get("arn")] },
        ],
      }),
    });
    app.resource("aws:pipes/pipe:Pipe", "intake", {
      roleArn: pipeRole.get("arn"),
      source: intake.get("arn"),
      sourceParameters: { sqsQueueParameters: { batchSize: 1 } },
      target: machine.get("arn"),
      targetParameters: {
        stepFunctionStateMachineParameters: { invocationType: "FIRE_AND_FORGET" },
        inputTemplate: '{"order": <$.body>, "receivedAt": <aws.pipes.event.ingestion-time>}',
      },
      desiredState: "RUNNING",
    });
    app.resource("aws:lambda/eventSourceMapping:EventSourceMapping", "outbox", {
      eventSourceArn: table.get("streamArn"),
      functionName: functions.ship?.get("arn"),
      startingPosition: "LATEST",
      filterCriteria: { filters: [{ pattern: json({ dynamodb: { NewImage: { status: { S: ["SHIPPED"] } } } }) }] },
      destinationConfig: { onFailure: { destinationArn: dead.get("arn") } },
    });
    const rule = app.resource("aws:cloudwatch/eventRule:EventRule", "failed", {
      eventBusName: "default",
      eventPattern: json({
        source: ["aws.states"],
        "detail-type": ["Step Functions Execution Status Change"],
        detail: { status: ["FAILED", "TIMED_OUT"], stateMachineArn: [machine.get("arn")] },
      }),
    });
    app.resource("aws:cloudwatch/eventTarget:EventTarget", "failed", {
      rule: rule.get("name"),
      arn: dead.get("arn"),
      inputTransformer: {
        inputPaths: { name: "$.detail.name", status: "$.detail.status" },
        inputTemplate: `{"text": "saga of ${v.owner}: <name> is <status>"}`,
      },
    });
    app.resource("aws:sqs/queuePolicy:QueuePolicy", "saga-dlq", {
      queueUrl: dead.get("url"),
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: dead.get("arn"),
            Condition: { ArnEquals: { "aws:SourceArn": rule.get("arn") } },
          },
        ],
      }),
    });
    app.resource("aws:cloudwatch/dashboard:Dashboard", "saga", {
      dashboardName: `saga-${v.owner}`,
      dashboardBody: json({
        widgets: [
          {
            type: "metric",
            x: 0,
            y: 0,
            width: 12,
            height: 6,
            properties: {
              region,
              title: `Executions (${v.owner})`,
              metrics: [
                ["AWS/States", "ExecutionsSucceeded", "StateMachineArn", machine.get("arn")],
                [".", "ExecutionsFailed", ".", "."],
              ],
            },
          },
          {
            type: "log",
            x: 12,
            y: 0,
            width: 12,
            height: 6,
            properties: {
              region,
              query: text`SOURCE '${logs.get("name")}' | fields @timestamp, @message | sort @timestamp desc | limit 20`,
            },
          },
        ],
      }),
    });
    app.resource("aws:ssm/parameter:Parameter", "intake-queue", {
      name: `/order-saga/${v.owner}/intake`,
      type: "String",
      value: shared.get("outputs.intakeQueueUrl"),
    });
  },
  differences: [],
});

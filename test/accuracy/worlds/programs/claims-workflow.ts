import { base64, json, text } from "../engine/wired";
import { difference, world } from "../world";

const MACHINE = "aws:sfn/stateMachine:StateMachine::*";

/** A workflow as ASL, an API by an OpenAPI body, event rules; names by project, stack and place. */
export const claimsWorkflow = world({
  name: "claims-workflow",
  subject: {
    project: "claims",
    stack: "int",
    account: "604417283950",
    region: "ca-central-1",
    providers: { aws: "6.70.1" },
    values: {
      env: "int",
      throttle: { burst: 20, rate: 10 },
      scoreTimeout: 30,
      retries: 1,
      wait: 60,
      manualLimit: 500,
      xray: false,
      log: "ALL",
      schedule: "rate(1 hour)",
      origin: "https://claims.int.maplemutual.ca",
      jwks: "https://id.int.maplemutual.ca/.well-known/jwks.json",
      rating: "http://rating.maplemutual.internal:8080/v1/score",
      ratingConcurrency: 2,
      bucket: "maplemutual-claims-int",
    },
  },
  reference: {
    project: "claims",
    stack: "prod",
    account: "118306629475",
    region: "ca-central-1",
    providers: { aws: "6.70.1" },
    values: {
      env: "prod",
      throttle: { burst: 500, rate: 200 },
      scoreTimeout: 30,
      retries: 4,
      wait: 3600,
      manualLimit: 500,
      xray: true,
      log: "ERROR",
      schedule: "rate(5 minutes)",
      origin: "https://claims.maplemutual.ca",
      jwks: "https://id.maplemutual.ca/.well-known/jwks.json",
      rating: "http://rating.maplemutual.internal:9090/v1/score",
      ratingConcurrency: 10,
      bucket: "maplemutual-claims-prod",
    },
  },
  program(app, v) {
    const named = (what: string) => `claims-${v.env}-cac1-${what}`;
    const bucket = app.resource("aws:s3/bucketV2:BucketV2", named("documents"), { bucket: v.bucket });
    const bus = app.resource("aws:cloudwatch/eventBus:EventBus", named("bus"), { name: named("bus") });
    const lambda = (what: string, variables: Record<string, string>, more: Record<string, number> = {}) => {
      const role = app.resource("aws:iam/role:Role", named(`${what}-role`), {
        name: named(`${what}-role`),
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
        }),
        managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
      });
      return app.resource("aws:lambda/function:Function", named(what), {
        name: named(what),
        role: role.get("arn"),
        runtime: "python3.12",
        handler: `${what}.main.handler`,
        architectures: ["arm64"],
        environment: { variables: { ...variables, STAGE: v.env, POWERTOOLS_SERVICE_NAME: `claims-${v.env}` } },
        ...more,
      });
    };
    const score = lambda("score", { RATING_URL: v.rating }, { reservedConcurrentExecutions: v.ratingConcurrency });
    const pay = lambda("pay", { BUCKET: v.bucket, BUS_NAME: named("bus") });
    const caller = app.resource("aws:iam/role:Role", named("sfn"), {
      name: named("sfn"),
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "states.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      inlinePolicies: [
        {
          name: "invoke",
          policy: json({
            Version: "2012-10-17",
            Statement: [
              { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: [score.get("arn"), pay.get("arn")] },
              { Effect: "Allow", Action: ["events:PutEvents"], Resource: bus.get("arn") },
              { Effect: "Allow", Action: ["s3:GetObject"], Resource: text`${bucket.get("arn")}/intake/*` },
            ],
          }),
        },
      ],
    });
    const machine = app.resource("aws:sfn/stateMachine:StateMachine", named("adjudicate"), {
      name: named("adjudicate"),
      roleArn: caller.get("arn"),
      type: "STANDARD",
      loggingConfiguration: { level: v.log, includeExecutionData: v.log === "ALL" },
      tracingConfiguration: { enabled: v.xray },
      definition: json({
        Comment: `Adjudicates claims (${v.env})`,
        StartAt: "Score",
        States: {
          Score: {
            Type: "Task",
            Resource: "arn:aws:states:::lambda:invoke",
            Parameters: { FunctionName: text`${score.get("arn")}:$LATEST`, "Payload.$": "$" },
            TimeoutSeconds: v.scoreTimeout,
            Retry: [{ ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 2, MaxAttempts: v.retries, BackoffRate: 2 }],
            Next: "Route",
          },
          Route: {
            Type: "Choice",
            Choices: [{ Variable: "$.amount", NumericGreaterThan: v.manualLimit, Next: "Wait" }],
            Default: "Pay",
          },
          Wait: { Type: "Wait", Seconds: v.wait, Next: "Pay" },
          Pay: {
            Type: "Task",
            Resource: pay.get("arn"),
            End: true,
          },
        },
      }),
    });
    const rest = app.resource("aws:apigateway/restApi:RestApi", named("api"), {
      name: named("api"),
      endpointConfiguration: { types: "REGIONAL" },
      body: json({
        openapi: "3.0.1",
        info: { title: named("api"), version: "1.4" },
        paths: {
          "/claims": {
            post: {
              security: [{ jwt: [] }],
              "x-amazon-apigateway-integration": {
                type: "aws",
                httpMethod: "POST",
                uri: text`arn:aws:apigateway:ca-central-1:states:action/StartExecution`,
                credentials: caller.get("arn"),
                requestTemplates: {
                  "application/json": text`{"stateMachineArn":"${machine.id}","input":"$util.escapeJavaScript($input.json('$'))"}`,
                },
              },
              responses: {
                "200": {
                  headers: { "Access-Control-Allow-Origin": { schema: { type: "string", default: v.origin } } },
                },
              },
            },
            get: {
              "x-amazon-apigateway-integration": {
                type: "aws_proxy",
                httpMethod: "POST",
                uri: text`arn:aws:apigateway:ca-central-1:lambda:path/2015-03-31/functions/${score.get("arn")}/invocations`,
                timeoutInMillis: 29000,
              },
            },
          },
        },
        components: {
          securitySchemes: {
            jwt: { type: "oauth2", "x-amazon-apigateway-authorizer": { type: "jwt", jwksUri: v.jwks } },
          },
        },
      }),
    });
    const deployment = app.resource("aws:apigateway/deployment:Deployment", named("api"), {
      restApi: rest.id,
      triggers: { redeployment: text`${rest.get("rootResourceId")}-${v.env}` },
    });
    app.resource("aws:apigateway/stage:Stage", named("api"), {
      restApi: rest.id,
      deployment: deployment.id,
      stageName: v.env,
      xrayTracingEnabled: v.xray,
    });
    app.resource("aws:apigateway/methodSettings:MethodSettings", named("api"), {
      restApi: rest.id,
      stageName: v.env,
      methodPath: "*/*",
      settings: { throttlingBurstLimit: v.throttle.burst, throttlingRateLimit: v.throttle.rate, metricsEnabled: true },
    });
    const rule = app.resource("aws:cloudwatch/eventRule:EventRule", named("sweep"), {
      name: named("sweep"),
      scheduleExpression: v.schedule,
    });
    app.resource("aws:cloudwatch/eventTarget:EventTarget", named("sweep"), {
      rule: rule.id,
      arn: machine.id,
      roleArn: caller.get("arn"),
      input: json({ sweep: true, bucket: v.bucket, prefix: `claims/${v.env}/pending/` }),
    });
    app.resource("aws:ssm/parameter:Parameter", named("client"), {
      name: `/claims/${v.env}/client`,
      type: "String",
      value: base64(json({ api: rest.id, stage: v.env, origin: v.origin, retries: 3 })),
    });
  },
  differences: [
    difference("changed", "aws:lambda/function:Function::*score", "environment.variables.RATING_URL", "Another port."),
    difference("changed", "aws:lambda/function:Function::*score", "reservedConcurrentExecutions", "Fewer at once."),
    difference("changed", MACHINE, "loggingConfiguration.level", "More is logged."),
    difference("changed", MACHINE, "loggingConfiguration.includeExecutionData", "More is logged."),
    difference("changed", MACHINE, "tracingConfiguration.enabled", "Not traced."),
    difference("changed", MACHINE, "definition.States.Score.Retry[0].MaxAttempts", "Fewer attempts."),
    difference("changed", MACHINE, "definition.States.Wait.Seconds", "A shorter wait."),
    difference("changed", "aws:apigateway/stage:Stage::*", "xrayTracingEnabled", "Not traced."),
    difference("changed", "aws:apigateway/methodSettings:MethodSettings::*", "settings.throttlingBurstLimit", "Less."),
    difference("changed", "aws:apigateway/methodSettings:MethodSettings::*", "settings.throttlingRateLimit", "Less."),
    difference("changed", "aws:cloudwatch/eventRule:EventRule::*", "scheduleExpression", "Less often."),
  ],
});

import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** A REST API from an OpenAPI document that holds the functions' ARNs; infix without delimiters. */
export const restOpenapi = world({
  name: "rest-openapi",
  subject: {
    project: "partners",
    stack: "uat",
    account: "647382910564",
    region: "ca-central-1",
    providers: { aws: "5.80.0" },
    values: {
      e: "uat",
      burst: 20,
      rate: 10,
      quota: 1000,
      timeout: 29000,
      host: "partners-uat.maplebank.ca",
      cache: false,
      trace: true,
      validator: "params-only",
      tier: "partners-uat",
      keys: ["northwind"],
      layer: 12,
    },
  },
  reference: {
    project: "partners",
    stack: "prod",
    account: "918273640192",
    region: "ca-central-1",
    providers: { aws: "5.80.0" },
    values: {
      e: "prod",
      burst: 200,
      rate: 100,
      quota: 50000,
      timeout: 29000,
      host: "partners.maplebank.ca",
      cache: true,
      trace: true,
      validator: "all",
      tier: "partners-prod",
      keys: ["northwind"],
      layer: 12,
    },
  },
  program(app, v) {
    const role = app.resource("aws:iam/role:Role", `partners${v.e}fn`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    const fn = app.resource("aws:lambda/function:Function", `partners${v.e}quote`, {
      runtime: "java21",
      handler: "ca.maplebank.Quote::handle",
      memorySize: 1024,
      timeout: 20,
      role: role.get("arn"),
      layers: [`arn:aws:lambda:ca-central-1:580247275435:layer:LambdaInsightsExtension:${v.layer}`],
      snapStart: { applyOn: "PublishedVersions" },
      environment: {
        variables: {
          ISSUER: `https://${v.host}/issuer`,
          AUDIENCE: v.tier,
          JAVA_TOOL_OPTIONS: "-XX:+TieredCompilation",
        },
      },
    });
    const api = app.resource("aws:apigateway/restApi:RestApi", `partners${v.e}`, {
      name: `partners${v.e}`,
      body: json({
        openapi: "3.0.1",
        info: { title: `Partners ${v.e.toUpperCase()}`, version: "2.3.0" },
        servers: [{ url: `https://${v.host}` }],
        "x-amazon-apigateway-request-validator": v.validator,
        paths: {
          "/quotes": {
            post: {
              "x-amazon-apigateway-integration": {
                type: "aws_proxy",
                httpMethod: "POST",
                uri: fn.get("invokeArn"),
                timeoutInMillis: v.timeout,
              },
              responses: { "200": { description: "ok" } },
            },
          },
        },
      }),
    });
    const deployment = app.resource("aws:apigateway/deployment:Deployment", `partners${v.e}`, {
      restApi: api.id,
      triggers: {
        redeployment: v.e === "uat" ? "5d41402abc4b2a76b9719d911017c592" : "7d793037a0760186574b0282f2f435e7",
      },
    });
    const stage = app.resource("aws:apigateway/stage:Stage", `partners${v.e}`, {
      restApi: api.id,
      deployment: deployment.id,
      stageName: "v2",
      cacheClusterEnabled: v.cache,
      ...(v.cache ? { cacheClusterSize: "0.5" } : {}),
      xrayTracingEnabled: v.trace,
      accessLogSettings: {
        destinationArn: `arn:aws:logs:ca-central-1:${app.place.account}:log-group:/apigw/partners${v.e}`,
        format: '{"requestId":"$context.requestId"}',
      },
    });
    app.resource("aws:lambda/permission:Permission", `partners${v.e}invoke`, {
      action: "lambda:InvokeFunction",
      principal: "apigateway.amazonaws.com",
      function: fn.get("name"),
      sourceArn: text`${api.get("executionArn")}/*`,
    });
    const plan = app.resource("aws:apigateway/usagePlan:UsagePlan", `partners${v.e}`, {
      name: v.tier,
      apiStages: [{ apiId: api.id, stage: stage.get("stageName") }],
      throttleSettings: { burstLimit: v.burst, rateLimit: v.rate },
      quotaSettings: { limit: v.quota, period: "DAY" },
    });
    for (const key of v.keys) {
      const made = app.resource("aws:apigateway/apiKey:ApiKey", `partners${v.e}${key}`, { name: `${key}-${v.e}` });
      app.resource("aws:apigateway/usagePlanKey:UsagePlanKey", `partners${v.e}${key}`, {
        keyId: made.id,
        keyType: "API_KEY",
        usagePlanId: plan.id,
      });
    }
    app.resource("aws:apigateway/domainName:DomainName", `partners${v.e}`, {
      domainName: v.host,
      regionalCertificateArn: `arn:aws:acm:ca-central-1:${app.place.account}:certificate/${v.e === "uat" ? "11111111-aaaa-4bbb-8ccc-222222222222" : "33333333-dddd-4eee-8fff-444444444444"}`,
      securityPolicy: "TLS_1_2",
      endpointConfiguration: { types: "REGIONAL" },
    });
  },
  differences: [
    difference(
      "changed",
      "aws:apigateway/restApi:RestApi::*",
      "body.x-amazon-apigateway-request-validator",
      "Bodies are not validated.",
    ),
    difference("changed", "aws:apigateway/stage:Stage::*", "cacheClusterEnabled", "No cache."),
    difference("removed", "aws:apigateway/stage:Stage::*", "cacheClusterSize", "No cache."),
    difference("changed", "aws:apigateway/usagePlan:UsagePlan::*", "throttleSettings.burstLimit", "A tenth."),
    difference("changed", "aws:apigateway/usagePlan:UsagePlan::*", "throttleSettings.rateLimit", "A tenth."),
    difference("changed", "aws:apigateway/usagePlan:UsagePlan::*", "quotaSettings.limit", "A fiftieth."),
  ],
});

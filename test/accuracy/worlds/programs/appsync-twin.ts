import { json, text } from "../engine/wired";
import { world } from "../world";

/** AppSync over DynamoDB with resolver templates, PascalCase names with the stage inside: nothing differs. */
export const appsyncTwin = world({
  name: "appsync-twin",
  subject: {
    project: "mobile-api",
    stack: "Staging",
    account: "129837465012",
    region: "eu-west-3",
    providers: { aws: "6.70.1" },
    values: {
      Env: "Staging",
      host: "graph.staging.mooncake.fr",
      pool: "eu-west-3_aB3dE5fG7",
      client: "3k5m7n9p1q2r4s6t8v0w2x4y6z",
    },
  },
  reference: {
    project: "mobile-api",
    stack: "Production",
    account: "564738291056",
    region: "eu-west-3",
    providers: { aws: "6.70.1" },
    values: {
      Env: "Production",
      host: "graph.mooncake.fr",
      pool: "eu-west-3_Zy8Xw6Vu4",
      client: "7a1b3c5d9e0f2g4h6i8j1k3l5m",
    },
  },
  program(app, v) {
    const table = app.resource("aws:dynamodb/table:Table", `Mooncake${v.Env}OrdersTable`, {
      billingMode: "PAY_PER_REQUEST",
      hashKey: "pk",
      rangeKey: "sk",
      attributes: [
        { name: "pk", type: "S" },
        { name: "sk", type: "S" },
      ],
      pointInTimeRecovery: { enabled: true },
      streamEnabled: true,
      streamViewType: "NEW_IMAGE",
    });
    const role = app.resource("aws:iam/role:Role", `Mooncake${v.Env}GraphRole`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: ["appsync.amazonaws.com", "lambda.amazonaws.com"] },
            Action: "sts:AssumeRole",
          },
        ],
      }),
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", `Mooncake${v.Env}GraphPolicy`, {
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["dynamodb:Query", "dynamodb:PutItem"],
            Resource: [table.get("arn"), text`${table.get("arn")}/index/*`],
          },
        ],
      }),
    });
    const api = app.resource(
      "aws:appsync/graphQLApi:GraphQLApi",
      `Mooncake${v.Env}Graph`,
      {
        authenticationType: "AMAZON_COGNITO_USER_POOLS",
        userPoolConfig: {
          userPoolId: v.pool,
          defaultAction: "ALLOW",
          awsRegion: "eu-west-3",
          appIdClientRegex: v.client,
        },
        schema: "type Query { orders: [Order] }\ntype Order { id: ID! total: Float }\nschema { query: Query }\n",
        logConfig: { fieldLogLevel: "ERROR", cloudwatchLogsRoleArn: role.get("arn") },
      },
      { outputs: { uris: { GRAPHQL: `https://${v.client}.appsync-api.eu-west-3.amazonaws.com/graphql` } } },
    );
    const source = app.resource("aws:appsync/dataSource:DataSource", `Mooncake${v.Env}Orders`, {
      apiId: api.id,
      name: "Orders",
      type: "AMAZON_DYNAMODB",
      serviceRoleArn: role.get("arn"),
      dynamodbConfig: { tableName: table.get("name"), region: "eu-west-3" },
    });
    app.resource("aws:appsync/resolver:Resolver", `Mooncake${v.Env}OrdersResolver`, {
      apiId: api.id,
      type: "Query",
      field: "orders",
      dataSource: source.get("name"),
      requestTemplate: text`{\n  "version": "2018-05-29",\n  "operation": "Query",\n  "query": { "expression": "pk = :pk", "expressionValues": { ":pk": $util.dynamodb.toDynamoDBJson($ctx.identity.sub) } }\n}\n`,
      responseTemplate: "$util.toJson($ctx.result.items)",
    });
    const fn = app.resource("aws:lambda/function:Function", `Mooncake${v.Env}Projector`, {
      runtime: "nodejs22.x",
      handler: "projector.handler",
      role: role.get("arn"),
      environment: {
        variables: {
          TABLE: table.get("name"),
          GRAPH_URL: text`https://${v.host}/graphql`,
          POOL_ISSUER: `https://cognito-idp.eu-west-3.amazonaws.com/${v.pool}`,
          POWERTOOLS_SERVICE_NAME: "projector",
          STAGE: v.Env.toLowerCase(),
        },
      },
      tags: { "mooncake:stage": v.Env, "mooncake:managed-by": "pulumi" },
    });
    app.resource("aws:lambda/eventSourceMapping:EventSourceMapping", `Mooncake${v.Env}Stream`, {
      eventSourceArn: table.get("streamArn"),
      functionName: fn.get("name"),
      startingPosition: "LATEST",
      batchSize: 25,
    });
    app.resource("aws:ssm/parameter:Parameter", `Mooncake${v.Env}Config`, {
      name: `/Mooncake/${v.Env}/app-config`,
      type: "String",
      value: json({
        graph: `https://${v.host}/graphql`,
        apiId: api.id,
        pool: v.pool,
        clientId: v.client,
        region: "eu-west-3",
        stage: v.Env,
      }),
    });
    app.resource("aws:appsync/domainName:DomainName", `Mooncake${v.Env}Domain`, {
      domainName: v.host,
      certificateArn: `arn:aws:acm:us-east-1:${app.place.account}:certificate/${v.Env === "Staging" ? "0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9" : "f9e8d7c6-b5a4-4392-8180-716253443526"}`,
    });
  },
  differences: [],
});

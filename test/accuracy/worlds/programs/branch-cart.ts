import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** A branch's own functions upon staging's shared base, both through one stack reference; layers, aliases, packages by key. */
export const branchCart = world({
  name: "branch-cart",
  subject: {
    project: "cart-api",
    stack: "feat-split-payments",
    account: "203344556677",
    region: "eu-west-1",
    providers: { aws: "6.81.0" },
    values: {
      slug: "feat-split-payments",
      host: "feat-split-payments.api.stg.papercrane.shop",
      sha: "2c9d01fe4b7a",
      ttl: 3,
      provisioned: 0,
      memory: 512,
      cert: "arn:aws:acm:eu-west-1:203344556677:certificate/0e9d8c7b-6a59-4847-b635-241302f1e0d9",
      flags: { splitPayments: true, giftCards: true },
      topics: ["cart-events"],
      expiry: "2026-03-20T00:00:00Z",
      alarms: false,
      layer: 47,
    },
  },
  reference: {
    project: "cart-api",
    stack: "staging",
    account: "203344556677",
    region: "eu-west-1",
    providers: { aws: "6.81.0" },
    values: {
      slug: "staging",
      host: "api.stg.papercrane.shop",
      sha: "b83af7720c15",
      ttl: 14,
      provisioned: 2,
      memory: 512,
      cert: "arn:aws:acm:eu-west-1:203344556677:certificate/0e9d8c7b-6a59-4847-b635-241302f1e0d9",
      flags: { splitPayments: false, giftCards: true },
      topics: ["cart-events"],
      expiry: "",
      alarms: true,
      layer: 47,
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const base = app.resource(
      "pulumi:pulumi:StackReference",
      "papercrane/base/staging",
      { name: "papercrane/base/staging" },
      {
        outputs: {
          outputs: {
            vpcId: "vpc-0e5d4c3b2a1908f7e",
            subnetIds: ["subnet-01a2b3c4d5e6f7089", "subnet-0918a7b6c5d4e3f20"],
            databaseHost: "base-staging.cluster-c1x2y3z4a5b6.eu-west-1.rds.amazonaws.com",
            databaseSecretArn: "arn:aws:secretsmanager:eu-west-1:203344556677:secret:base-staging-db-AbC123",
            zoneId: "Z05XSTAGINGPAPERCRANE",
            artifacts: "papercrane-artifacts-eu-west-1",
          },
          secretOutputNames: [],
        },
      },
    );
    const tags = { branch: v.slug, commit: v.sha, ...(v.expiry === "" ? {} : { expires: v.expiry }) };
    const n = (name: string) => `cart-${v.slug}-${name}`;
    const sg = app.resource("aws:ec2/securityGroup:SecurityGroup", n("fn"), {
      vpcId: base.get("outputs.vpcId"),
      description: `cart functions (${v.slug})`,
      egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] }],
      tags,
    });
    const role = app.resource("aws:iam/role:Role", n("fn"), {
      namePrefix: "cart-",
      name: `cart-${v.slug === "staging" ? "20260112080122123400000001" : "20260301095511987600000003"}`,
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      managedPolicyArns: [
        "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
        "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess",
      ],
      tags,
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", n("secret"), {
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: base.get("outputs.databaseSecretArn") },
        ],
      }),
    });
    const table = app.resource("aws:dynamodb/table:Table", n("carts"), {
      name: n("carts"),
      billingMode: "PAY_PER_REQUEST",
      hashKey: "cartId",
      attributes: [{ name: "cartId", type: "S" }],
      ttl: { attributeName: "expiresAt", enabled: true },
      tags,
    });
    const layer = app.resource("aws:lambda/layerVersion:LayerVersion", n("deps"), {
      layerName: n("deps"),
      compatibleRuntimes: ["python3.13"],
      s3Bucket: base.get("outputs.artifacts"),
      s3Key: `cart/${v.sha}/layer.zip`,
      sourceCodeHash: "u9p1Jr0Zc2l8g8pPpD0pGmYc5v3Q7lQJ2zq3bY3n1tM=",
    });
    const handlers = ["get", "add", "checkout"].map((handler) => {
      const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", n(handler), {
        name: `/aws/lambda/${n(handler)}`,
        retentionInDays: v.ttl,
        tags,
      });
      const fn = app.resource(
        "aws:lambda/function:Function",
        n(handler),
        {
          name: n(handler),
          runtime: "python3.13",
          handler: `cart.${handler}.handler`,
          memorySize: v.memory,
          timeout: 15,
          role: role.get("arn"),
          publish: true,
          s3Bucket: base.get("outputs.artifacts"),
          s3Key: `cart/${v.sha}/functions.zip`,
          layers: [
            layer.get("arn"),
            `arn:aws:lambda:${region}:017000801446:layer:AWSLambdaPowertoolsPythonV3-python313-arm64:${String(v.layer)}`,
          ],
          architectures: ["arm64"],
          snapStart: { applyOn: "PublishedVersions" },
          vpcConfig: {
            subnetIds: [base.get("outputs.subnetIds.0"), base.get("outputs.subnetIds.1")],
            securityGroupIds: [sg.id],
          },
          environment: {
            variables: {
              CARTS_TABLE: table.get("name"),
              DATABASE_HOST: base.get("outputs.databaseHost"),
              DATABASE_SECRET_ARN: base.get("outputs.databaseSecretArn"),
              FEATURES: json(v.flags),
              GIT_SHA: v.sha,
              PUBLIC_URL: `https://${v.host}`,
              POWERTOOLS_SERVICE_NAME: n(handler),
            },
          },
          tags,
        },
        { dependsOn: [logs], outputs: { version: v.slug === "staging" ? "318" : "4" } },
      );
      const alias = app.resource("aws:lambda/alias:Alias", n(`${handler}-live`), {
        functionName: fn.get("name"),
        functionVersion: fn.get("version"),
        name: "live",
      });
      if (v.provisioned > 0)
        app.resource("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig", n(handler), {
          functionName: fn.get("name"),
          qualifier: alias.get("name"),
          provisionedConcurrentExecutions: v.provisioned,
        });
      return { handler, fn, alias };
    });
    const api = app.resource("aws:apigatewayv2/api:Api", n("http"), {
      name: n("http"),
      protocolType: "HTTP",
      disableExecuteApiEndpoint: true,
      tags,
    });
    for (const { handler, alias, fn } of handlers) {
      const integration = app.resource("aws:apigatewayv2/integration:Integration", n(handler), {
        apiId: api.id,
        integrationType: "AWS_PROXY",
        integrationUri: alias.get("arn"),
        payloadFormatVersion: "2.0",
      });
      app.resource("aws:apigatewayv2/route:Route", n(handler), {
        apiId: api.id,
        routeKey: handler === "get" ? "GET /carts/{id}" : `POST /carts/{id}/${handler}`,
        target: text`integrations/${integration.id}`,
      });
      app.resource("aws:lambda/permission:Permission", n(handler), {
        action: "lambda:InvokeFunction",
        function: fn.get("name"),
        qualifier: alias.get("name"),
        principal: "apigateway.amazonaws.com",
        sourceArn: text`${api.get("executionArn")}/*/*`,
      });
    }
    const stage = app.resource("aws:apigatewayv2/stage:Stage", n("http"), {
      apiId: api.id,
      name: "$default",
      autoDeploy: true,
      tags,
    });
    const domain = app.resource(
      "aws:apigatewayv2/domainName:DomainName",
      n("http"),
      {
        domainName: v.host,
        domainNameConfiguration: { certificateArn: v.cert, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
        tags,
      },
      {
        outputs: {
          domainNameConfiguration: {
            certificateArn: v.cert,
            endpointType: "REGIONAL",
            securityPolicy: "TLS_1_2",
            hostedZoneId: "ZLY8HYME6SFDD",
            targetDomainName: `d-${v.sha.slice(0, 10)}.execute-api.eu-west-1.amazonaws.com`,
          },
        },
      },
    );
    app.resource("aws:apigatewayv2/apiMapping:ApiMapping", n("http"), {
      apiId: api.id,
      domainName: domain.get("domainName"),
      stage: stage.get("name"),
    });
    app.resource("aws:route53/record:Record", n("http"), {
      zoneId: base.get("outputs.zoneId"),
      name: v.host,
      type: "A",
      aliases: [
        {
          name: domain.get("domainNameConfiguration.targetDomainName"),
          zoneId: domain.get("domainNameConfiguration.hostedZoneId"),
          evaluateTargetHealth: false,
        },
      ],
    });
    if (v.alarms)
      app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", n("errors"), {
        comparisonOperator: "GreaterThanThreshold",
        evaluationPeriods: 1,
        metricName: "5xx",
        namespace: "AWS/ApiGateway",
        period: 300,
        statistic: "Sum",
        threshold: 5,
        dimensions: { ApiId: api.id },
        alarmActions: [`arn:aws:sns:${region}:${account}:on-call`],
      });
  },
  differences: [
    difference(
      "changed",
      "aws:cloudwatch/logGroup:LogGroup::*",
      "retentionInDays",
      "Kept for three days, not fourteen.",
      3,
    ),
    difference(
      "changed",
      "aws:lambda/function:Function::*",
      "environment.variables.FEATURES.splitPayments",
      "The branch's own feature.",
      3,
    ),
    difference(
      "missing",
      "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig::*",
      null,
      "Nothing is kept warm.",
      3,
    ),
    difference("missing", "aws:cloudwatch/metricAlarm:MetricAlarm::*", null, "Nobody is called for a branch."),
    // Another commit: what is built differs; a commit's hash may be said or not.
    {
      ...difference("changed", "aws:lambda/function:Function::*", "s3Key", "Another commit's package.", 3),
      optional: true,
    },
    {
      ...difference(
        "changed",
        "aws:lambda/function:Function::*",
        "environment.variables.GIT_SHA",
        "Another commit.",
        3,
      ),
      optional: true,
    },
    {
      ...difference("changed", "aws:lambda/layerVersion:LayerVersion::*", "s3Key", "Another commit's package."),
      optional: true,
    },
    { ...difference("changed", "*", "tags.commit", "Another commit.", 20), optional: true },
    { ...difference("changed", "*", "tagsAll.commit", "Another commit.", 20), optional: true },
    { ...difference("added", "*", "tags.expires", "A branch goes away by itself.", 20), optional: true },
    { ...difference("added", "*", "tagsAll.expires", "A branch goes away by itself.", 20), optional: true },
  ],
});

import { json, text } from "../engine/wired";
import { world } from "../world";

/** All through the provider that is made from CloudFormation's schema: other spellings, lists of tags, documents as data; nothing differs. */
export const nativeNotes = world({
  name: "native-notes",
  subject: {
    project: "notes",
    stack: "tst",
    account: "135724681357",
    region: "eu-south-1",
    providers: { "aws-native": "1.26.0", random: "4.17.0" },
    values: {
      env: "tst",
      host: "notes.tst.cipresso.it",
      cert: "arn:aws:acm:us-east-1:135724681357:certificate/0c0c1d1d-2e2e-4f3f-8a4a-5b5b6c6c7d7d",
      zone: "Z00TSTCIPRESSOIT0001",
    },
  },
  reference: {
    project: "notes",
    stack: "prd",
    account: "975318642097",
    region: "eu-south-1",
    providers: { "aws-native": "1.26.0", random: "4.17.0" },
    values: {
      env: "prd",
      host: "notes.cipresso.it",
      cert: "arn:aws:acm:us-east-1:975318642097:certificate/f1f2f3f4-a5a6-4b7b-9c8c-d9dae0e1f2f3",
      zone: "Z00PRDCIPRESSOIT0002",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const tags = [
      { key: "env", value: v.env },
      { key: "app", value: "notes" },
    ];
    const table = app.resource("aws-native:dynamodb:Table", "notes", {
      attributeDefinitions: [
        { attributeName: "pk", attributeType: "S" },
        { attributeName: "sk", attributeType: "S" },
      ],
      keySchema: [
        { attributeName: "pk", keyType: "HASH" },
        { attributeName: "sk", keyType: "RANGE" },
      ],
      billingMode: "PAY_PER_REQUEST",
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      sseSpecification: { sseEnabled: true },
      tags,
    });
    const blobs = app.resource("aws-native:s3:Bucket", "blobs", {
      bucketEncryption: {
        serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
      },
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      corsConfiguration: {
        corsRules: [{ allowedMethods: ["GET", "PUT"], allowedOrigins: [`https://${v.host}`], allowedHeaders: ["*"] }],
      },
      lifecycleConfiguration: {
        rules: [{ id: "abort", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }],
      },
      tags,
    });
    const role = app.resource("aws-native:iam:Role", "api", {
      assumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      },
      managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
      policies: [
        {
          policyName: "data",
          policyDocument: {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Action: ["dynamodb:Query", "dynamodb:PutItem"],
                Resource: [table.get("arn"), text`${table.get("arn")}/index/*`],
              },
              { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: text`${blobs.get("arn")}/*` },
              { Effect: "Allow", Action: "xray:PutTraceSegments", Resource: "*" },
            ],
          },
        },
      ],
      tags,
    });
    const fn = app.resource("aws-native:lambda:Function", "api", {
      handler: "index.handler",
      runtime: "nodejs22.x",
      memorySize: 512,
      timeout: 10,
      role: role.get("arn"),
      code: {
        zipFile: `exports.handler = async (event) => {\n  const origin = "https://${v.host}";\n  return { statusCode: 200, headers: { "access-control-allow-origin": origin }, body: JSON.stringify(event) };\n};\n`,
      },
      environment: {
        variables: { TABLE: table.id, BLOBS: blobs.id, STAGE: v.env, NODE_OPTIONS: "--enable-source-maps" },
      },
      tags,
    });
    const api = app.resource("aws-native:apigatewayv2:Api", "notes", {
      name: `notes-${v.env}`,
      protocolType: "HTTP",
      disableExecuteApiEndpoint: false,
    });
    const integration = app.resource("aws-native:apigatewayv2:Integration", "api", {
      apiId: api.id,
      integrationType: "AWS_PROXY",
      integrationUri: fn.get("arn"),
      payloadFormatVersion: "2.0",
    });
    app.resource("aws-native:apigatewayv2:Route", "api", {
      apiId: api.id,
      routeKey: "ANY /{proxy+}",
      target: text`integrations/${integration.get("integrationId")}`,
    });
    app.resource("aws-native:apigatewayv2:Stage", "api", {
      apiId: api.id,
      stageName: "$default",
      autoDeploy: true,
      defaultRouteSettings: { throttlingBurstLimit: 100, throttlingRateLimit: 50 },
    });
    app.resource("aws-native:lambda:Permission", "api", {
      action: "lambda:InvokeFunction",
      functionName: fn.id,
      principal: "apigateway.amazonaws.com",
      sourceArn: text`arn:aws:execute-api:${region}:${account}:${api.id}/*/*`,
    });
    const oac = app.resource("aws-native:cloudfront:OriginAccessControl", "web", {
      originAccessControlConfig: {
        name: `notes-${v.env}`,
        originAccessControlOriginType: "s3",
        signingBehavior: "always",
        signingProtocol: "sigv4",
      },
    });
    const cdn = app.resource("aws-native:cloudfront:Distribution", "web", {
      distributionConfig: {
        enabled: true,
        aliases: [v.host],
        comment: `notes of ${v.env}`,
        defaultRootObject: "index.html",
        origins: [
          {
            id: "blobs",
            domainName: blobs.get("regionalDomainName"),
            originAccessControlId: oac.id,
            s3OriginConfig: { originAccessIdentity: "" },
          },
          {
            id: "api",
            domainName: text`${api.id}.execute-api.${region}.amazonaws.com`,
            customOriginConfig: { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },
          },
        ],
        defaultCacheBehavior: {
          targetOriginId: "blobs",
          viewerProtocolPolicy: "redirect-to-https",
          cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        },
        viewerCertificate: {
          acmCertificateArn: v.cert,
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2021",
        },
      },
    });
    app.resource("aws-native:s3:BucketPolicy", "blobs", {
      bucket: blobs.id,
      policyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Action: "s3:GetObject",
            Resource: text`${blobs.get("arn")}/*`,
            Condition: {
              StringEquals: { "AWS:SourceArn": text`arn:aws:cloudfront::${account}:distribution/${cdn.id}` },
            },
          },
        ],
      },
    });
    app.resource("aws-native:route53:RecordSet", "web", {
      hostedZoneId: v.zone,
      name: v.host,
      type: "A",
      aliasTarget: { dnsName: cdn.get("domainName"), hostedZoneId: "Z2FDTNDATAQYW2" },
    });
    app.resource("aws-native:logs:LogGroup", "api", { logGroupName: text`/aws/lambda/${fn.id}`, retentionInDays: 30 });
    app.resource("aws-native:cloudwatch:Alarm", "errors", {
      alarmName: `notes-${v.env}-errors`,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 1,
      metricName: "Errors",
      namespace: "AWS/Lambda",
      period: 60,
      statistic: "Sum",
      threshold: 0,
      dimensions: [{ name: "FunctionName", value: fn.id }],
    });
    app.resource("aws-native:events:Rule", "nightly", {
      scheduleExpression: "cron(0 3 * * ? *)",
      state: "ENABLED",
      targets: [{ id: "api", arn: fn.get("arn"), input: json({ job: "compact", table: table.id }) }],
    });
    const state = app.resource("aws-native:iam:Role", "machine", {
      assumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { Service: `states.${region}.amazonaws.com` }, Action: "sts:AssumeRole" },
        ],
      },
    });
    app.resource("aws-native:stepfunctions:StateMachine", "export", {
      roleArn: state.get("arn"),
      definitionString: json({
        StartAt: "Export",
        States: { Export: { Type: "Task", Resource: fn.get("arn"), End: true } },
      }),
      stateMachineType: "EXPRESS",
      tags,
    });
  },
  differences: [],
});

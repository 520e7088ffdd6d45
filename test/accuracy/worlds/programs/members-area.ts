import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const suffixed = (suffix: string) => (name: string) => `${name}${suffix}`;

/** Cognito before an HTTP API behind CloudFront and a firewall; production's names have no suffix, two regions' providers. */
export const membersArea = world({
  name: "members-area",
  subject: {
    project: "members",
    stack: "acceptance",
    account: "294817560384",
    region: "eu-central-1",
    providers: { aws: "6.49.1" },
    values: {
      suffix: "-acceptance",
      site: "members.acceptance.bergfreunde-sektion.de",
      zone: "Z08231551QG7YPO3MK2WX",
      idp: "https://login.acceptance.dachverband.org/realms/sektionen",
      client: "sektion-acceptance",
      mfa: "OPTIONAL",
      minLength: 8,
      refresh: 30,
      rate: 2000,
      limit: "COUNT",
      csp: "default-src 'self' https://*.acceptance.bergfreunde-sektion.de",
      throttle: { burst: 20, rate: 10 },
      callback: ["https://members.acceptance.bergfreunde-sektion.de/callback", "http://localhost:5173/callback"],
      log: "INFO",
      advanced: "OFF",
      price: "PriceClass_100",
      from: "arn:aws:ses:eu-central-1:294817560384:identity/acceptance.bergfreunde-sektion.de",
    },
  },
  reference: {
    project: "members",
    stack: "production",
    account: "671093458812",
    region: "eu-central-1",
    providers: { aws: "6.49.1" },
    values: {
      suffix: "",
      site: "members.bergfreunde-sektion.de",
      zone: "Z0644721LKD83HSQV5TRN",
      idp: "https://login.dachverband.org/realms/sektionen",
      client: "sektion",
      mfa: "ON",
      minLength: 12,
      refresh: 7,
      rate: 2000,
      limit: "BLOCK",
      csp: "default-src 'self' https://*.bergfreunde-sektion.de",
      throttle: { burst: 200, rate: 100 },
      callback: ["https://members.bergfreunde-sektion.de/callback"],
      log: "ERROR",
      advanced: "ENFORCED",
      price: "PriceClass_All",
      from: "arn:aws:ses:eu-central-1:671093458812:identity/bergfreunde-sektion.de",
    },
  },
  program(app, v) {
    const n = suffixed(v.suffix);
    const { account } = app.place;
    const us = app.provider("aws", "us-east-1", {
      region: "us-east-1",
      skipCredentialsValidation: "false",
      skipRegionValidation: "true",
    });
    const global = { provider: us, region: "us-east-1" };
    const cert = app.resource(
      "aws:acm/certificate:Certificate",
      n("members"),
      { domainName: v.site, validationMethod: "DNS", subjectAlternativeNames: [`auth.${v.site}`] },
      {
        ...global,
        outputs: {
          domainValidationOptions: [v.site, `auth.${v.site}`].map((domainName, index) => ({
            domainName,
            resourceRecordName: `_${index}${v.zone.slice(4, 18).toLowerCase()}b71c0e92.${domainName}.`,
            resourceRecordType: "CNAME",
            resourceRecordValue: `_${v.zone.slice(3, 14).toLowerCase()}${index}d4f6a8c0e2.sdgjtdhdhz.acm-validations.aws.`,
          })),
        },
      },
    );
    const records = [0, 1].map((index) =>
      app.resource("aws:route53/record:Record", n(`validation-${index}`), {
        allowOverwrite: true,
        name: cert.get(`domainValidationOptions.${index}.resourceRecordName`),
        records: [cert.get(`domainValidationOptions.${index}.resourceRecordValue`)],
        type: cert.get(`domainValidationOptions.${index}.resourceRecordType`),
        ttl: 60,
        zoneId: v.zone,
      }),
    );
    const valid = app.resource(
      "aws:acm/certificateValidation:CertificateValidation",
      n("members"),
      { certificateArn: cert.get("arn"), validationRecordFqdns: records.map((one) => one.get("fqdn")) },
      { ...global, outputs: {} },
    );
    const fnRole = app.resource("aws:iam/role:Role", n("trigger"), {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
    });
    const trigger = app.resource("aws:lambda/function:Function", n("claims"), {
      name: n("claims"),
      runtime: "python3.12",
      handler: "claims.handler",
      role: fnRole.get("arn"),
      timeout: 5,
      s3Bucket: `sektion-artifacts-${account}`,
      s3Key: "claims/1.9.0.zip",
      environment: { variables: { ISSUER: v.idp, LOG_LEVEL: v.log, TENANT: "sektion" } },
    });
    const pool = app.resource(
      "aws:cognito/userPool:UserPool",
      n("members"),
      {
        name: n("members"),
        mfaConfiguration: v.mfa,
        softwareTokenMfaConfiguration: { enabled: true },
        autoVerifiedAttributes: ["email"],
        usernameAttributes: ["email"],
        passwordPolicy: {
          minimumLength: v.minLength,
          requireNumbers: true,
          requireLowercase: true,
          temporaryPasswordValidityDays: 7,
        },
        emailConfiguration: {
          emailSendingAccount: "DEVELOPER",
          sourceArn: v.from,
          fromEmailAddress: `Sektion <no-reply@${v.site.replace("members.", "")}>`,
        },
        lambdaConfig: { preTokenGeneration: trigger.get("arn") },
        userPoolAddOns: { advancedSecurityMode: v.advanced },
        deletionProtection: "ACTIVE",
        schemas: [
          { name: "email", attributeDataType: "String", required: true, mutable: true },
          {
            name: "section",
            attributeDataType: "String",
            mutable: true,
            stringAttributeConstraints: { minLength: "1", maxLength: "64" },
          },
        ],
      },
      {
        outputs: {
          creationDate: "2025-11-03T10:11:12Z",
          estimatedNumberOfUsers: v.suffix === "" ? 41872 : 93,
          customDomain: `auth.${v.site}`,
        },
        state: { protect: true },
      },
    );
    app.resource("aws:lambda/permission:Permission", n("claims"), {
      action: "lambda:InvokeFunction",
      function: trigger.get("name"),
      principal: "cognito-idp.amazonaws.com",
      sourceArn: pool.get("arn"),
    });
    const domain = app.resource(
      "aws:cognito/userPoolDomain:UserPoolDomain",
      n("members"),
      { domain: `auth.${v.site}`, certificateArn: valid.get("certificateArn"), userPoolId: pool.id },
      {
        outputs: {
          cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2",
          awsAccountId: account,
          s3Bucket: "aws-cognito-prod-fra-assets",
        },
      },
    );
    const idp = app.resource("aws:cognito/identityProvider:IdentityProvider", n("dachverband"), {
      userPoolId: pool.id,
      providerName: "Dachverband",
      providerType: "OIDC",
      attributeMapping: { email: "email", username: "sub" },
      providerDetails: {
        attributes_request_method: "GET",
        authorize_scopes: "openid email",
        client_id: v.client,
        client_secret: secret(`secret-of-${v.client}`),
        oidc_issuer: v.idp,
        attributes_url_add_attributes: "false",
      },
    });
    const client = app.resource(
      "aws:cognito/userPoolClient:UserPoolClient",
      n("web"),
      {
        name: n("web"),
        userPoolId: pool.id,
        generateSecret: false,
        callbackUrls: v.callback,
        logoutUrls: [`https://${v.site}/`],
        allowedOauthFlows: ["code"],
        allowedOauthFlowsUserPoolClient: true,
        allowedOauthScopes: ["openid", "email", "profile"],
        supportedIdentityProviders: [idp.get("providerName")],
        refreshTokenValidity: v.refresh,
        preventUserExistenceErrors: "ENABLED",
      },
      { state: { additionalSecretOutputs: ["clientSecret"] } },
    );
    const api = app.resource("aws:apigatewayv2/api:Api", n("members"), {
      name: n("members"),
      protocolType: "HTTP",
      corsConfiguration: {
        allowOrigins: [`https://${v.site}`],
        allowHeaders: ["authorization", "content-type"],
        allowMethods: ["*"],
        maxAge: 300,
      },
    });
    const authorizer = app.resource("aws:apigatewayv2/authorizer:Authorizer", n("jwt"), {
      apiId: api.id,
      authorizerType: "JWT",
      identitySources: ["$request.header.Authorization"],
      name: "cognito",
      jwtConfiguration: { audiences: [client.id], issuer: text`https://${pool.get("endpoint")}` },
    });
    const integration = app.resource("aws:apigatewayv2/integration:Integration", n("claims"), {
      apiId: api.id,
      integrationType: "AWS_PROXY",
      integrationUri: trigger.get("invokeArn"),
      payloadFormatVersion: "2.0",
      timeoutMilliseconds: 10000,
    });
    app.resource("aws:apigatewayv2/route:Route", n("me"), {
      apiId: api.id,
      routeKey: "GET /me",
      target: text`integrations/${integration.id}`,
      authorizationType: "JWT",
      authorizerId: authorizer.id,
      authorizationScopes: ["openid"],
    });
    const access = app.resource("aws:cloudwatch/logGroup:LogGroup", n("access"), {
      name: `/members${v.suffix}/access`,
      retentionInDays: 90,
    });
    const stage = app.resource("aws:apigatewayv2/stage:Stage", n("default"), {
      apiId: api.id,
      name: "$default",
      autoDeploy: true,
      accessLogSettings: {
        destinationArn: access.get("arn"),
        format: '{"id":"$context.requestId","ip":"$context.identity.sourceIp","status":"$context.status"}',
      },
      defaultRouteSettings: { throttlingBurstLimit: v.throttle.burst, throttlingRateLimit: v.throttle.rate },
    });
    const acl = app.resource(
      "aws:wafv2/webAcl:WebAcl",
      n("members"),
      {
        name: n("members"),
        scope: "CLOUDFRONT",
        defaultAction: { allow: {} },
        visibilityConfig: {
          cloudwatchMetricsEnabled: true,
          metricName: n("members").replace(/-/g, ""),
          sampledRequestsEnabled: true,
        },
        rules: [
          {
            name: "rate",
            priority: 1,
            action: v.limit === "BLOCK" ? { block: {} } : { count: {} },
            statement: { rateBasedStatement: { limit: v.rate, aggregateKeyType: "IP" } },
            visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: n("rate"), sampledRequestsEnabled: true },
          },
          {
            name: "common",
            priority: 2,
            overrideAction: { none: {} },
            statement: {
              managedRuleGroupStatement: {
                vendorName: "AWS",
                name: "AWSManagedRulesCommonRuleSet",
                ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
              },
            },
            visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: n("common"), sampledRequestsEnabled: true },
          },
        ],
      },
      {
        ...global,
        outputs: {
          arn: `arn:aws:wafv2:us-east-1:${account}:global/webacl/${n("members")}/${v.suffix === "" ? "0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9" : "a91b82c7-3d64-4e55-9f06-17283940abcd"}`,
        },
      },
    );
    const rewrite = app.resource(
      "aws:cloudfront/function:Function",
      n("rewrite"),
      {
        name: n("members-rewrite"),
        runtime: "cloudfront-js-2.0",
        publish: true,
        code: `import cf from 'cloudfront';\nfunction handler(event) {\n  var request = event.request;\n  if (request.headers.host.value !== '${v.site}') {\n    return { statusCode: 301, headers: { location: { value: 'https://${v.site}' + request.uri } } };\n  }\n  if (!request.uri.includes('.')) request.uri = '/index.html';\n  return request;\n}\n`,
      },
      { ...global, outputs: { etag: "ETVPDKIKX0DER", liveStageEtag: "ETVPDKIKX0DER", status: "UNASSOCIATED" } },
    );
    const headers = app.resource("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", n("members"), {
      name: n("members"),
      securityHeadersConfig: {
        contentSecurityPolicy: { contentSecurityPolicy: v.csp, override: true },
        strictTransportSecurity: { accessControlMaxAgeSec: 31536000, includeSubdomains: true, override: true },
      },
    });
    const web = app.resource("aws:s3/bucketV2:BucketV2", n("members-web"), { bucket: v.site });
    const oac = app.resource("aws:cloudfront/originAccessControl:OriginAccessControl", n("members"), {
      name: n("members"),
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
    const cdn = app.resource("aws:cloudfront/distribution:Distribution", n("members"), {
      aliases: [v.site],
      enabled: true,
      httpVersion: "http2and3",
      priceClass: v.price,
      webAclId: acl.get("arn"),
      defaultRootObject: "index.html",
      origins: [
        { originId: "web", domainName: web.get("bucketRegionalDomainName"), originAccessControlId: oac.id },
        {
          originId: "api",
          domainName: text`${api.id}.execute-api.eu-central-1.amazonaws.com`,
          customOriginConfig: {
            httpPort: 80,
            httpsPort: 443,
            originProtocolPolicy: "https-only",
            originSslProtocols: ["TLSv1.2"],
          },
          customHeaders: [{ name: "x-origin-stage", value: stage.get("name") }],
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: "web",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD", "OPTIONS"],
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        responseHeadersPolicyId: headers.id,
        functionAssociations: [{ eventType: "viewer-request", functionArn: rewrite.get("arn") }],
      },
      orderedCacheBehaviors: [
        {
          pathPattern: "/api/*",
          targetOriginId: "api",
          viewerProtocolPolicy: "https-only",
          allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
          cachedMethods: ["GET", "HEAD"],
          cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
          originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        },
      ],
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: {
        acmCertificateArn: valid.get("certificateArn"),
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      },
    });
    app.resource("aws:s3/bucketPolicy:BucketPolicy", n("members-web"), {
      bucket: web.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Action: "s3:GetObject",
            Resource: text`${web.get("arn")}/*`,
            Condition: { StringEquals: { "AWS:SourceArn": cdn.get("arn") } },
          },
        ],
      }),
    });
    for (const [label, name, alias, zone] of [
      ["web", v.site, cdn.get("domainName"), cdn.get("hostedZoneId")],
      ["auth", `auth.${v.site}`, domain.get("cloudfrontDistribution"), domain.get("cloudfrontDistributionZoneId")],
    ] as const)
      app.resource("aws:route53/record:Record", n(`members-${label}`), {
        name,
        type: "A",
        zoneId: v.zone,
        aliases: [{ name: alias, zoneId: zone, evaluateTargetHealth: false }],
      });
    app.resource("aws:s3/bucketObjectv2:BucketObjectv2", n("config"), {
      bucket: web.id,
      key: "config.json",
      contentType: "application/json",
      content: json({
        apiUrl: `https://${v.site}/api`,
        auth: { userPoolId: pool.id, clientId: client.id, domain: domain.get("domain"), redirect: v.callback[0] ?? "" },
      }),
    });
  },
  differences: [
    difference("changed", "aws:lambda/function:Function::*", "environment.variables.LOG_LEVEL", "Says more."),
    difference(
      "changed",
      "aws:cognito/userPool:UserPool::*",
      "mfaConfiguration",
      "A second factor is a choice in acceptance.",
    ),
    difference("changed", "aws:cognito/userPool:UserPool::*", "passwordPolicy.minimumLength", "Shorter passwords."),
    difference(
      "changed",
      "aws:cognito/userPool:UserPool::*",
      "userPoolAddOns.advancedSecurityMode",
      "No adaptive protection.",
    ),
    difference(
      "added",
      "aws:cognito/userPoolClient:UserPoolClient::*",
      "callbackUrls[1]",
      "A developer's machine may be called back.",
    ),
    difference(
      "changed",
      "aws:cognito/userPoolClient:UserPoolClient::*",
      "refreshTokenValidity",
      "Sessions last longer.",
    ),
    difference(
      "changed",
      "aws:apigatewayv2/stage:Stage::*",
      "defaultRouteSettings.throttlingBurstLimit",
      "A tenth of the burst.",
    ),
    difference(
      "changed",
      "aws:apigatewayv2/stage:Stage::*",
      "defaultRouteSettings.throttlingRateLimit",
      "A tenth of the rate.",
    ),
    difference("added", "aws:wafv2/webAcl:WebAcl::*", "rules[0].action.count", "Counts what production blocks."),
    difference("removed", "aws:wafv2/webAcl:WebAcl::*", "rules[0].action.block", "Counts what production blocks."),
    difference("changed", "aws:cloudfront/distribution:Distribution::*", "priceClass", "Fewer edge locations."),
  ],
});

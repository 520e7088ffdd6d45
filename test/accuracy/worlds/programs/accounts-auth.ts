import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Cognito, WAF, SES; the production token is empty and staging is a word before the domain. */
export const accountsAuth = world({
  name: "accounts-auth",
  subject: {
    project: "accounts",
    stack: "nonprod",
    account: "847162930415",
    region: "ap-southeast-2",
    providers: { aws: "6.66.2", auth0: "3.9.0" },
    values: {
      suffix: "-nonprod",
      host: "login.nonprod.harbour.com.au",
      app: "https://app.nonprod.harbour.com.au",
      mfa: "OPTIONAL",
      length: 8,
      limit: 5000,
      block: false,
      extra: ["http://localhost:3000/callback"],
      token: 60,
      mail: "no-reply@nonprod.harbour.com.au",
    },
  },
  reference: {
    project: "accounts",
    stack: "live",
    account: "206593817744",
    region: "ap-southeast-2",
    providers: { aws: "6.66.2", auth0: "3.9.0" },
    values: {
      suffix: "",
      host: "login.harbour.com.au",
      app: "https://app.harbour.com.au",
      mfa: "ON",
      length: 12,
      limit: 2000,
      block: true,
      extra: [],
      token: 60,
      mail: "no-reply@harbour.com.au",
    },
  },
  program(app, v) {
    const ses = app.resource("aws:ses/domainIdentity:DomainIdentity", `mail${v.suffix}`, {
      domain: v.mail.split("@")[1] ?? "",
    });
    const pool = app.resource("aws:cognito/userPool:UserPool", `customers${v.suffix}`, {
      name: `customers${v.suffix}`,
      mfaConfiguration: v.mfa,
      passwordPolicy: { minimumLength: v.length, requireLowercase: true, requireNumbers: true },
      emailConfiguration: {
        emailSendingAccount: "DEVELOPER",
        sourceArn: ses.get("arn"),
        fromEmailAddress: `Harbour <${v.mail}>`,
      },
      autoVerifiedAttributes: ["email"],
    });
    const client = app.resource("aws:cognito/userPoolClient:UserPoolClient", `web${v.suffix}`, {
      userPoolId: pool.id,
      callbackUrls: [`${v.app}/callback`, ...v.extra],
      logoutUrls: [`${v.app}/`],
      allowedOauthFlows: ["code"],
      allowedOauthScopes: ["openid", "email"],
      accessTokenValidity: v.token,
      tokenValidityUnits: { accessToken: "minutes" },
    });
    const cert = app.resource("aws:acm/certificate:Certificate", `login${v.suffix}`, {
      domainName: v.host,
      validationMethod: "DNS",
    });
    const domain = app.resource("aws:cognito/userPoolDomain:UserPoolDomain", `login${v.suffix}`, {
      domain: v.host,
      userPoolId: pool.id,
      certificateArn: cert.get("arn"),
    });
    app.resource("aws:route53/record:Record", `login${v.suffix}`, {
      zoneId: v.suffix === "" ? "Z08113471HARBOURLIVE0" : "Z0771842NONPRODHRBR1X",
      name: v.host,
      type: "A",
      aliases: [{ name: domain.get("cloudfrontDistribution"), zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false }],
    });
    const identity = app.resource("aws:cognito/identityPool:IdentityPool", `customers${v.suffix}`, {
      identityPoolName: `customers${v.suffix}`,
      allowUnauthenticatedIdentities: false,
      cognitoIdentityProviders: [
        { clientId: client.id, providerName: pool.get("endpoint"), serverSideTokenCheck: true },
      ],
    });
    app.resource("aws:iam/role:Role", `customer${v.suffix}`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: "cognito-identity.amazonaws.com" },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringEquals: { "cognito-identity.amazonaws.com:aud": identity.id },
              "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
            },
          },
        ],
      }),
    });
    const acl = app.resource("aws:wafv2/webAcl:WebAcl", `edge${v.suffix}`, {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: `edge${v.suffix}`, sampledRequestsEnabled: true },
      rules: [
        {
          name: "rate",
          priority: 1,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: v.limit, aggregateKeyType: "IP" } },
          visibilityConfig: {
            cloudwatchMetricsEnabled: true,
            metricName: `edge${v.suffix}-rate`,
            sampledRequestsEnabled: true,
          },
        },
        {
          name: "common",
          priority: 2,
          overrideAction: v.block ? { none: {} } : { count: {} },
          statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
          visibilityConfig: {
            cloudwatchMetricsEnabled: true,
            metricName: `edge${v.suffix}-common`,
            sampledRequestsEnabled: true,
          },
        },
      ],
    });
    app.resource("aws:wafv2/webAclAssociation:WebAclAssociation", `login${v.suffix}`, {
      webAclArn: acl.get("arn"),
      resourceArn: pool.get("arn"),
    });
    app.resource("aws:ssm/parameter:Parameter", `issuer${v.suffix}`, {
      name: `/accounts${v.suffix}/issuer`,
      type: "String",
      value: text`https://${pool.get("endpoint")}`,
    });
    app.resource("auth0:index/client:Client", `backoffice${v.suffix}`, {
      name: `Backoffice${v.suffix === "" ? "" : " (nonprod)"}`,
      appType: "spa",
      callbacks: [`${v.app.replace("app.", "backoffice.")}/cb`],
      grantTypes: ["authorization_code", "refresh_token"],
    });
  },
  differences: [
    difference("changed", "aws:cognito/userPool:UserPool::*", "mfaConfiguration", "A second factor is only optional."),
    difference("changed", "aws:cognito/userPool:UserPool::*", "passwordPolicy.minimumLength", "Shorter passwords."),
    difference("added", "aws:cognito/userPoolClient:UserPoolClient::*", "callbackUrls[*]", "A local callback."),
    difference(
      "changed",
      "aws:wafv2/webAcl:WebAcl::*",
      "rules[0].statement.rateBasedStatement.limit",
      "A higher rate.",
    ),
    difference(
      "added",
      "aws:wafv2/webAcl:WebAcl::*",
      "rules[1].overrideAction.count",
      "Only counts what production blocks.",
    ),
    difference(
      "removed",
      "aws:wafv2/webAcl:WebAcl::*",
      "rules[1].overrideAction.none",
      "Only counts what production blocks.",
    ),
  ],
});

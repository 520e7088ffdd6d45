import { json } from "../engine/wired";
import { difference, world } from "../world";

/** Roles that CI and vendors assume, two accounts; the branch, an action and a condition differ. */
export const ciRoles = world({
  name: "ci-roles",
  subject: {
    project: "iam",
    stack: "staging",
    account: "381729405617",
    region: "us-east-1",
    providers: { aws: "6.66.2" },
    values: {
      env: "staging",
      sub: "repo:acme/shop:ref:refs/heads/develop",
      externalId: "3f6b1d0c-52a4-4f9e-8c77-0e2d9b51a644",
      mfa: false,
      deny: true,
      boundary: "arn:aws:iam::381729405617:policy/org/boundary",
      actions: [
        "ecs:UpdateService",
        "ecs:DescribeServices",
        "ecs:RegisterTaskDefinition",
        "iam:PassRole",
        "iam:CreateRole",
      ],
      session: 3600,
    },
  },
  reference: {
    project: "iam",
    stack: "production",
    account: "592810374466",
    region: "us-east-1",
    providers: { aws: "6.66.2" },
    values: {
      env: "production",
      sub: "repo:acme/shop:ref:refs/heads/main",
      externalId: "b9d0a7e2-81c3-4d5f-9a06-f1c84e7b2d35",
      mfa: true,
      deny: true,
      boundary: "arn:aws:iam::592810374466:policy/org/boundary",
      actions: ["ecs:DescribeServices", "ecs:RegisterTaskDefinition", "ecs:UpdateService", "iam:PassRole"],
      session: 3600,
    },
  },
  program(app, v) {
    const account = app.place.account;
    const github = app.resource("aws:iam/openIdConnectProvider:OpenIdConnectProvider", "github", {
      url: "https://token.actions.githubusercontent.com",
      clientIdLists: ["sts.amazonaws.com"],
      thumbprintLists: ["6938fd4d98bab03faadb97b34396831e3780aea1"],
    });
    const deploy = app.resource("aws:iam/role:Role", "github-deploy", {
      name: `github-deploy-${v.env}`,
      maxSessionDuration: v.session,
      permissionsBoundary: v.boundary,
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: github.get("arn") },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
              StringLike: { "token.actions.githubusercontent.com:sub": v.sub },
            },
          },
        ],
      }),
    });
    const policy = app.resource("aws:iam/policy:Policy", "deploy", {
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Sid: "Deploy", Effect: "Allow", Action: v.actions, Resource: "*" },
          {
            Sid: "Push",
            Effect: "Allow",
            Action: ["ecr:PutImage", "ecr:InitiateLayerUpload"],
            Resource: `arn:aws:ecr:us-east-1:${account}:repository/shop-*`,
          },
          ...(v.deny ? [{ Sid: "NoBilling", Effect: "Deny", Action: "aws-portal:*", Resource: "*" }] : []),
        ],
      }),
    });
    app.resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "deploy", {
      role: deploy.get("name"),
      policyArn: policy.get("arn"),
    });
    app.resource("aws:iam/role:Role", "datadog", {
      name: "DatadogIntegrationRole",
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::464622532012:root" },
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "sts:ExternalId": v.externalId } },
          },
        ],
      }),
    });
    const admin = app.resource("aws:iam/role:Role", "break-glass", {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: "sts:AssumeRole",
            ...(v.mfa ? { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } } : {}),
          },
        ],
      }),
      managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
    });
    const audit = app.resource("aws:iam/user:User", "auditor", { path: "/external/", forceDestroy: true });
    app.resource("aws:iam/policy:Policy", "assume-admin", {
      name: `assume-break-glass-${v.env}`,
      policy: json({
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Action: "sts:AssumeRole", Resource: [admin.get("arn")] },
      }),
    });
    const key = app.resource("aws:kms/key:Key", "audit", {
      policy: json({
        Version: "2012-10-17",
        Id: `key-${v.env}`,
        Statement: [
          {
            Sid: "Enable IAM",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            Sid: "Read",
            Effect: "Allow",
            Principal: { AWS: [audit.get("arn"), deploy.get("arn")] },
            Action: ["kms:Decrypt", "kms:DescribeKey"],
            Resource: "*",
          },
        ],
      }),
    });
    app.resource("aws:kms/alias:Alias", "audit", { name: `alias/${v.env}-audit`, targetKeyId: key.id });
  },
  differences: [
    difference(
      "changed",
      "aws:iam/role:Role::github-deploy",
      'assumeRolePolicy.Statement[0].Condition.StringLike["token.actions.githubusercontent.com:sub"]',
      "Another branch may deploy.",
    ),
    difference(
      "added",
      "aws:iam/policy:Policy::deploy",
      "policy.Statement[0].Action[*]",
      "CI may create roles in staging.",
    ),
    difference(
      "removed",
      "aws:iam/role:Role::break-glass",
      'assumeRolePolicy.Statement[0].Condition.Bool["aws:MultiFactorAuthPresent"]',
      "No MFA is asked for in staging.",
    ),
  ],
});

import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** An organisation and its trial double: policies, permission sets, backups into a vault of another account; looked-up ids everywhere. */
export const guardrails = world({
  name: "guardrails",
  subject: {
    project: "org",
    stack: "trial",
    account: "440055667788",
    region: "eu-central-1",
    providers: { aws: "6.68.0" },
    values: {
      org: "o-7h3k9p2m5x",
      root: "r-4q8z",
      instance: "arn:aws:sso:::instance/ssoins-69871b2c3d4e5f60",
      store: "d-99677a1b2c",
      groups: { admin: "b3d4c5e6-7081-70a2-b3c4-d5e6f7a8b9c0", dev: "13d4f5a6-c0b1-70d2-e3f4-a5b6c7d8e9f0" },
      workloads: { shop: "558811223344", data: "667711223344" },
      prefix: "trial-",
      regions: ["eu-central-1", "eu-west-1"],
      session: "PT12H",
      sessionDev: "PT8H",
      retain: { daily: 7, monthly: 90 },
      vaultLock: false,
      copies: false,
      denyLeave: true,
      tag: "Trial",
      external: "orgs-trial-0f9e",
      hour: 3,
    },
  },
  reference: {
    project: "org",
    stack: "main",
    account: "110022334455",
    region: "eu-central-1",
    providers: { aws: "6.68.0" },
    values: {
      org: "o-a1s2d3f4g5",
      root: "r-b7n1",
      instance: "arn:aws:sso:::instance/ssoins-7f6e5d4c3b2a1908",
      store: "d-99671f2e3d",
      groups: { admin: "5091a2b3-c4d5-7066-e7f8-091a2b3c4d5e", dev: "90f1e2d3-c4b5-70a6-9788-796a5b4c3d2e" },
      workloads: { shop: "221133445566", data: "331133445566" },
      prefix: "",
      regions: ["eu-central-1"],
      session: "PT1H",
      sessionDev: "PT8H",
      retain: { daily: 35, monthly: 365 },
      vaultLock: true,
      copies: true,
      denyLeave: true,
      tag: "Main",
      external: "orgs-main-77ab",
      hour: 3,
    },
  },
  program(app, v) {
    const { account } = app.place;
    const n = (name: string) => `${v.prefix}${name}`;
    const ou = app.resource(
      "aws:organizations/organizationalUnit:OrganizationalUnit",
      n("workloads"),
      { name: `${v.tag} Workloads`, parentId: v.root },
      {
        outputs: {
          id: `ou-${v.root.slice(2)}-${v.prefix === "" ? "kx82mq1z" : "p0d4t7yc"}`,
          accounts: Object.entries(v.workloads).map(([name, id]) => ({
            name,
            id,
            arn: `arn:aws:organizations::${account}:account/${v.org}/${id}`,
            email: `aws+${name}@granite.bank`,
          })),
        },
      },
    );
    const scp = app.resource("aws:organizations/policy:Policy", n("regions"), {
      name: n("regions"),
      type: "SERVICE_CONTROL_POLICY",
      description: "Nothing outside of our regions",
      content: json({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Regions",
            Effect: "Deny",
            NotAction: ["iam:*", "organizations:*", "route53:*", "cloudfront:*", "support:*", "sts:*"],
            Resource: "*",
            Condition: {
              StringNotEquals: { "aws:RequestedRegion": v.regions },
              ArnNotLike: {
                "aws:PrincipalARN": [
                  "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*",
                  "arn:aws:iam::*:role/stacksets-exec-*",
                ],
              },
            },
          },
          ...(v.denyLeave
            ? [{ Sid: "Stay", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }]
            : []),
        ],
      }),
    });
    app.resource("aws:organizations/policyAttachment:PolicyAttachment", n("regions"), {
      policyId: scp.id,
      targetId: ou.id,
    });
    const sets = (
      [
        ["admin", "AdministratorAccess", v.session],
        ["dev", "ReadOnlyAccess", v.sessionDev],
      ] as const
    ).map(([name, policy, sessionDuration]) => {
      const set = app.resource("aws:ssoadmin/permissionSet:PermissionSet", n(name), {
        name: `${v.tag}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        instanceArn: v.instance,
        sessionDuration,
        relayState: `https://eu-central-1.console.aws.amazon.com/console/home?region=eu-central-1`,
      });
      app.resource("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", n(name), {
        instanceArn: v.instance,
        permissionSetArn: set.get("arn"),
        managedPolicyArn: `arn:aws:iam::aws:policy/${policy}`,
      });
      return [name, set] as const;
    });
    for (const [name, set] of sets)
      for (const [workload, targetId] of Object.entries(v.workloads))
        app.resource("aws:ssoadmin/accountAssignment:AccountAssignment", n(`${name}-${workload}`), {
          instanceArn: v.instance,
          permissionSetArn: set.get("arn"),
          principalId: v.groups[name],
          principalType: "GROUP",
          targetId,
          targetType: "AWS_ACCOUNT",
        });
    const admin = sets[0]?.[1];
    if (admin !== undefined)
      app.resource("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", n("admin"), {
        instanceArn: v.instance,
        permissionSetArn: admin.get("arn"),
        inlinePolicy: json({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Deny",
              Action: ["s3:DeleteBucket", "backup:DeleteBackupVault"],
              Resource: "*",
              Condition: { StringNotLike: { "aws:userid": "*:break-glass" } },
            },
          ],
        }),
      });
    for (const [workload, id] of Object.entries(v.workloads)) {
      const into = app.provider("aws", n(workload), {
        region: "eu-central-1",
        assumeRole: json({
          roleArn: `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`,
          sessionName: "pulumi",
          externalId: v.external,
        }),
        defaultTags: json({ tags: { "managed-by": "org", organisation: v.tag } }),
      });
      app.resource(
        "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
        n(workload),
        { minimumPasswordLength: 16, requireSymbols: true, maxPasswordAge: 90 },
        { provider: into, outputs: { id: "iam-account-password-policy", expirePasswords: true } },
      );
      const role = app.resource(
        "aws:iam/role:Role",
        n(`${workload}-auditor`),
        {
          name: "granite-auditor",
          assumeRolePolicy: json({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: { AWS: `arn:aws:iam::${account}:root` },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:PrincipalOrgID": v.org } },
              },
            ],
          }),
        },
        { provider: into, outputs: { arn: `arn:aws:iam::${id}:role/granite-auditor` } },
      );
      app.resource(
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        n(`${workload}-auditor`),
        { role: role.get("name"), policyArn: "arn:aws:iam::aws:policy/SecurityAudit" },
        { provider: into },
      );
    }
    const key = app.resource("aws:kms/key:Key", n("backup"), {
      description: `${v.tag} backups`,
      enableKeyRotation: true,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" },
          {
            Effect: "Allow",
            Principal: { AWS: "*" },
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: "*",
            Condition: {
              StringEquals: { "aws:PrincipalOrgID": v.org },
              "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": `${v.org}/${v.root}/*` },
            },
          },
        ],
      }),
    });
    const vault = app.resource("aws:backup/vault:Vault", n("central"), {
      name: `${n("central")}-vault`,
      kmsKeyArn: key.get("arn"),
    });
    if (v.vaultLock)
      app.resource("aws:backup/vaultLockConfiguration:VaultLockConfiguration", n("central"), {
        backupVaultName: vault.get("name"),
        minRetentionDays: 7,
        maxRetentionDays: 400,
        changeableForDays: 3,
      });
    app.resource("aws:backup/vaultPolicy:VaultPolicy", n("central"), {
      backupVaultName: vault.get("name"),
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: "*",
            Action: "backup:CopyIntoBackupVault",
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalOrgID": [v.org] } },
          },
        ],
      }),
    });
    app.resource("aws:organizations/policy:Policy", n("backups"), {
      name: n("backups"),
      type: "BACKUP_POLICY",
      content: json({
        plans: {
          Daily: {
            regions: { "@@assign": v.regions },
            rules: {
              daily: {
                schedule_expression: { "@@assign": `cron(0 ${v.hour} * * ? *)` },
                target_backup_vault_name: { "@@assign": "local" },
                lifecycle: { delete_after_days: { "@@assign": String(v.retain.daily) } },
                ...(v.copies
                  ? {
                      copy_actions: {
                        [`arn:aws:backup:eu-central-1:${account}:backup-vault:${n("central")}-vault`]: {
                          target_backup_vault_arn: {
                            "@@assign": `arn:aws:backup:eu-central-1:${account}:backup-vault:${n("central")}-vault`,
                          },
                        },
                      },
                    }
                  : {}),
              },
              monthly: {
                schedule_expression: { "@@assign": "cron(0 4 1 * ? *)" },
                target_backup_vault_name: { "@@assign": "local" },
                lifecycle: { delete_after_days: { "@@assign": String(v.retain.monthly) } },
              },
            },
            selections: {
              tags: {
                all: {
                  iam_role_arn: { "@@assign": "arn:aws:iam::$account:role/backup" },
                  tag_key: { "@@assign": "backup" },
                  tag_value: { "@@assign": ["daily"] },
                },
              },
            },
          },
        },
      }),
    });
    const trail = app.resource("aws:s3/bucketV2:BucketV2", n("trail"), { bucket: `granite-${n("org")}-trail` });
    app.resource("aws:s3/bucketPolicy:BucketPolicy", n("trail"), {
      bucket: trail.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Acl",
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "s3:GetBucketAcl",
            Resource: trail.get("arn"),
          },
          {
            Sid: "Write",
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: [text`${trail.get("arn")}/AWSLogs/${account}/*`, text`${trail.get("arn")}/AWSLogs/${v.org}/*`],
            Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
          },
        ],
      }),
    });
    app.resource("aws:cloudtrail/trail:Trail", n("org"), {
      name: n("org"),
      s3BucketName: trail.id,
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      enableLogFileValidation: true,
    });
    app.resource("aws:budgets/budget:Budget", n("org"), {
      name: n("org"),
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "500",
      limitUnit: "USD",
      notifications: [
        {
          comparisonOperator: "GREATER_THAN",
          notificationType: "FORECASTED",
          threshold: 100,
          thresholdType: "PERCENTAGE",
          subscriberEmailAddresses: ["cloud@granite.bank"],
        },
      ],
    });
  },
  differences: [
    difference(
      "added",
      "aws:organizations/policy:Policy::*regions",
      "content.Statement[*]",
      "Another region may be used.",
    ),
    difference(
      "added",
      "aws:organizations/policy:Policy::*backups",
      "content.plans.Daily.regions[*]",
      "Another region is backed up.",
    ),
    difference(
      "changed",
      "aws:ssoadmin/permissionSet:PermissionSet::*admin",
      "sessionDuration",
      "Administrators stay for half a day.",
    ),
    difference(
      "missing",
      "aws:backup/vaultLockConfiguration:VaultLockConfiguration::*",
      null,
      "Backups may be deleted.",
    ),
    difference(
      "changed",
      "aws:organizations/policy:Policy::*backups",
      'content.plans.Daily.rules.daily.lifecycle.delete_after_days["@@assign"]',
      "Kept for a week.",
    ),
    difference(
      "changed",
      "aws:organizations/policy:Policy::*backups",
      'content.plans.Daily.rules.monthly.lifecycle.delete_after_days["@@assign"]',
      "Kept for three months.",
    ),
    difference(
      "removed",
      "aws:organizations/policy:Policy::*backups",
      "content.plans.Daily.rules.daily.copy_actions[*]",
      "No copy in the central vault.",
    ),
  ],
});

import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Trails, detectors and rules of two accounts below one organisation; a rule is missing, a trail is in one region. */
export const landingZone = world({
  name: "landing-zone",
  subject: {
    project: "baseline",
    stack: "workload-nonprod",
    account: "556677889900",
    region: "eu-north-1",
    providers: { aws: "6.66.2" },
    values: {
      env: "nonprod",
      name: "workload-nonprod",
      multi: false,
      days: 90,
      rules: ["S3_BUCKET_PUBLIC_READ_PROHIBITED", "ENCRYPTED_VOLUMES"],
      freq: "SIX_HOURS",
      audit: "998877665544",
    },
  },
  reference: {
    project: "baseline",
    stack: "workload-prod",
    account: "112233445566",
    region: "eu-north-1",
    providers: { aws: "6.66.2" },
    values: {
      env: "prod",
      name: "workload-prod",
      multi: true,
      days: 90,
      rules: ["S3_BUCKET_PUBLIC_READ_PROHIBITED", "ENCRYPTED_VOLUMES", "RDS_STORAGE_ENCRYPTED"],
      freq: "FIFTEEN_MINUTES",
      audit: "998877665544",
    },
  },
  program(app, v) {
    const key = app.resource("aws:kms/key:Key", "trail", {
      enableKeyRotation: true,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Admin",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${app.place.account}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            Sid: "Audit",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${v.audit}:role/auditor` },
            Action: "kms:Decrypt",
            Resource: "*",
          },
          {
            Sid: "Trail",
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "kms:GenerateDataKey*",
            Resource: "*",
            Condition: {
              StringLike: {
                "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${app.place.account}:trail/*`,
              },
            },
          },
        ],
      }),
    });
    const bucket = app.resource("aws:s3/bucketV2:BucketV2", "trail", {
      bucket: `org-${v.name}-trail-${app.place.account}`,
    });
    app.resource("aws:s3/bucketPolicy:BucketPolicy", "trail", {
      bucket: bucket.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: text`${bucket.get("arn")}/AWSLogs/${app.place.account}/*`,
          },
          {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: [bucket.get("arn"), text`${bucket.get("arn")}/*`],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    });
    app.resource("aws:cloudtrail/trail:Trail", "trail", {
      name: `${v.name}-trail`,
      s3BucketName: bucket.id,
      kmsKeyId: key.get("arn"),
      isMultiRegionTrail: v.multi,
      enableLogFileValidation: true,
    });
    app.resource("aws:guardduty/detector:Detector", "detector", { enable: true, findingPublishingFrequency: v.freq });
    for (const source of v.rules)
      app.resource("aws:cfg/rule:Rule", source.toLowerCase().replaceAll("_", "-"), {
        source: { owner: "AWS", sourceIdentifier: source },
      });
    const log = app.resource("aws:cloudwatch/logGroup:LogGroup", "trail", {
      name: `/org/${v.name}/trail`,
      retentionInDays: v.days,
      kmsKeyId: key.get("arn"),
    });
    app.resource("aws:cloudwatch/logMetricFilter:LogMetricFilter", "root-login", {
      logGroupName: log.get("name"),
      pattern: '{ $.userIdentity.type = "Root" }',
      metricTransformation: { name: "RootLogin", namespace: `Org/${v.name}`, value: "1" },
    });
    app.resource("aws:iam/accountPasswordPolicy:AccountPasswordPolicy", "password", {
      minimumPasswordLength: 14,
      requireSymbols: true,
    });
    app.resource("aws:iam/accountAlias:AccountAlias", "alias", { accountAlias: `acme-${v.name}` });
  },
  differences: [
    difference("changed", "aws:cloudtrail/trail:Trail::trail", "isMultiRegionTrail", "One region is watched."),
    difference(
      "changed",
      "aws:guardduty/detector:Detector::detector",
      "findingPublishingFrequency",
      "Findings come later.",
    ),
    difference("missing", "aws:cfg/rule:Rule::rds-storage-encrypted", null, "One rule less."),
  ],
});

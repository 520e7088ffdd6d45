import { json, text } from "../engine/wired";
import { world } from "../world";

/** Alarms, dashboards, budgets and topics of two environments that are alike: nothing differs. */
export const watchTwin = world({
  name: "watch-twin",
  subject: {
    project: "watch",
    stack: "stg",
    account: "150263748596",
    region: "eu-west-2",
    providers: { aws: "6.22.1" },
    values: {
      env: "stg",
      Env: "Stg",
      long: "Staging",
      fleet: ["checkout", "search", "profile"],
      ops: "ops+stg@kestrel.shop",
      lb: "app/stg-edge/50dc6c495c0c9188",
      host: "stg.kestrel.shop",
      kms: "arn:aws:kms:eu-west-2:150263748596:key/0d1e2f30-4152-6374-8596-a7b8c9dae0f1",
    },
  },
  reference: {
    project: "watch",
    stack: "prod",
    account: "958473625140",
    region: "eu-west-2",
    providers: { aws: "6.22.1" },
    values: {
      env: "prod",
      Env: "Prod",
      long: "Production",
      fleet: ["checkout", "search", "profile"],
      ops: "ops@kestrel.shop",
      lb: "app/prod-edge/9a8b7c6d5e4f3021",
      host: "kestrel.shop",
      kms: "arn:aws:kms:eu-west-2:958473625140:key/f1e0dac9-b8a7-9685-7463-52413f2e1d0c",
    },
  },
  program(app, v) {
    const topic = app.resource("aws:sns/topic:Topic", "pager", {
      name: `Pager${v.Env}`,
      displayName: `${v.long} pager`,
      kmsMasterKeyId: v.kms,
      policy: json({
        Version: "2008-10-17",
        Statement: [
          {
            Sid: "cloudwatch",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: "sns:Publish",
            Resource: `arn:aws:sns:eu-west-2:${app.place.account}:Pager${v.Env}`,
          },
        ],
      }),
    });
    app.resource("aws:sns/topicSubscription:TopicSubscription", "mail", {
      topic: topic.get("arn"),
      protocol: "email",
      endpoint: v.ops,
    });
    const widgets = v.fleet.map((service, index) => {
      const group = app.resource("aws:cloudwatch/logGroup:LogGroup", service, {
        name: `/kestrel/${v.env}/${service}`,
        retentionInDays: 30,
        kmsKeyId: v.kms,
      });
      const alarm = app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", `${service}-errors`, {
        name: `${v.env}-${service}-errors`,
        alarmDescription: `${v.long}: ${service} fails`,
        metricName: "Errors",
        namespace: `Kestrel/${v.Env}`,
        statistic: "Sum",
        period: 60,
        evaluationPeriods: 2,
        threshold: 5,
        comparisonOperator: "GreaterThanThreshold",
        treatMissingData: "notBreaching",
        dimensions: { Service: service, LogGroup: group.get("name"), LoadBalancer: v.lb },
        alarmActions: [topic.get("arn")],
        okActions: [topic.get("arn")],
      });
      return {
        type: "metric",
        x: 8 * index,
        y: 0,
        width: 8,
        height: 6,
        properties: {
          title: `${service} (${v.env})`,
          region: "eu-west-2",
          annotations: { alarms: [alarm.get("arn")] },
          metrics: [["Kestrel/" + v.Env, "Errors", "Service", service]],
        },
      };
    });
    app.resource("aws:cloudwatch/dashboard:Dashboard", "fleet", {
      dashboardName: `fleet-${v.env}`,
      dashboardBody: json({ widgets }),
    });
    app.resource("aws:budgets/budget:Budget", "monthly", {
      name: `${v.env}-monthly`,
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "2000",
      limitUnit: "USD",
      costFilters: [{ name: "TagKeyValue", values: [`user:env$${v.env}`] }],
      notifications: [
        {
          comparisonOperator: "GREATER_THAN",
          threshold: 80,
          thresholdType: "PERCENTAGE",
          notificationType: "ACTUAL",
          subscriberSnsTopicArns: [topic.get("arn")],
        },
      ],
    });
    const bucket = app.resource("aws:s3/bucketV2:BucketV2", "canary", {});
    const role = app.resource("aws:iam/role:Role", "canary", {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    app.resource("aws:synthetics/canary:Canary", "home", {
      name: `home-${v.env}`,
      artifactS3Location: text`s3://${bucket.id}/home`,
      executionRoleArn: role.get("arn"),
      handler: "home.handler",
      runtimeVersion: "syn-nodejs-puppeteer-9.1",
      schedule: { expression: "rate(5 minutes)" },
      runConfig: { environmentVariables: { URL: `https://www.${v.host}/health` } },
    });
  },
  differences: [],
});

import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Beanstalk with its many options in any order, a queue's worker, a schedule and Lambda@Edge; `Dev` and `Live` in names, one account. */
export const beanstalkSuite = world({
  name: "beanstalk-suite",
  subject: {
    project: "rota",
    stack: "dev",
    account: "771122334455",
    region: "eu-west-2",
    providers: { aws: "6.31.1" },
    values: {
      Env: "Dev",
      env: "dev",
      vpc: "vpc-0123fedcba9876543",
      subnets: ["subnet-0aa00bb11cc22dd33", "subnet-0bb11cc22dd33ee44"],
      type: "t3.small",
      min: "1",
      max: "1",
      policy: "AllAtOnce",
      stackName: "64bit Amazon Linux 2023 v4.3.2 running Python 3.11",
      host: "rota-dev.carewell.nhs.example",
      level: "DEBUG",
      key: "",
      reversed: true,
      stream: "false",
      version: "rota-2026-02-24-9c81d2f",
      bus: "dev",
    },
  },
  reference: {
    project: "rota",
    stack: "live",
    account: "771122334455",
    region: "eu-west-2",
    providers: { aws: "6.31.1" },
    values: {
      Env: "Live",
      env: "live",
      vpc: "vpc-0fedcba9876543210",
      subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543211"],
      type: "m6i.large",
      min: "2",
      max: "6",
      policy: "Immutable",
      stackName: "64bit Amazon Linux 2023 v4.1.1 running Python 3.11",
      host: "rota.carewell.nhs.example",
      level: "INFO",
      key: "",
      reversed: false,
      stream: "true",
      version: "rota-2026-02-10-1b7e004",
      bus: "live",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const application = app.resource("aws:elasticbeanstalk/application:Application", `Rota${v.Env}`, {
      name: `Rota${v.Env}`,
      description: `Rota planning (${v.env})`,
      appversionLifecycle: {
        serviceRole: `arn:aws:iam::${account}:role/aws-elasticbeanstalk-service-role`,
        maxCount: 20,
        deleteSourceFromS3: true,
      },
    });
    const bundles = app.resource("aws:s3/bucket:Bucket", `rota${v.Env}Bundles`, { bucket: `rota-${v.env}-bundles` });
    const version = app.resource("aws:elasticbeanstalk/applicationVersion:ApplicationVersion", `Rota${v.Env}Version`, {
      name: v.version,
      application: application.get("name"),
      bucket: bundles.id,
      key: `${v.version}.zip`,
    });
    const jobs = app.resource("aws:sqs/queue:Queue", `Rota${v.Env}Jobs`, {
      name: `Rota${v.Env}Jobs`,
      visibilityTimeoutSeconds: 300,
    });
    const topic = app.resource("aws:sns/topic:Topic", `Rota${v.Env}Alerts`, {
      name: `Rota${v.Env}Alerts`,
      kmsMasterKeyId: "alias/aws/sns",
    });
    const sg = app.resource("aws:ec2/securityGroup:SecurityGroup", `Rota${v.Env}Hosts`, {
      vpcId: v.vpc,
      description: `Rota hosts ${v.Env}`,
      egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
    });
    const profile = app.resource("aws:iam/instanceProfile:InstanceProfile", `Rota${v.Env}`, {
      name: `Rota${v.Env}`,
      role: "aws-elasticbeanstalk-ec2-role",
    });
    const common = [
      ["aws:autoscaling:launchconfiguration", "IamInstanceProfile", profile.get("name")],
      ["aws:autoscaling:launchconfiguration", "SecurityGroups", sg.id],
      ["aws:ec2:instances", "InstanceTypes", v.type],
      ["aws:ec2:vpc", "VPCId", v.vpc],
      ["aws:ec2:vpc", "Subnets", v.subnets.join(",")],
      ["aws:autoscaling:asg", "MinSize", v.min],
      ["aws:autoscaling:asg", "MaxSize", v.max],
      ["aws:elasticbeanstalk:command", "DeploymentPolicy", v.policy],
      ["aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", v.stream],
      ["aws:elasticbeanstalk:cloudwatch:logs", "RetentionInDays", "30"],
      ["aws:elasticbeanstalk:sns:topics", "Notification Topic ARN", topic.get("arn")],
      ["aws:elasticbeanstalk:application:environment", "DJANGO_SETTINGS_MODULE", `rota.settings.${v.env}`],
      ["aws:elasticbeanstalk:application:environment", "LOG_LEVEL", v.level],
      ["aws:elasticbeanstalk:application:environment", "PUBLIC_HOST", v.host],
      ["aws:elasticbeanstalk:application:environment", "JOBS_QUEUE", jobs.get("url")],
      [
        "aws:elasticbeanstalk:application:environment",
        "EVENT_BUS",
        `arn:aws:events:${region}:${account}:event-bus/rota-${v.bus}`,
      ],
      ["aws:elasticbeanstalk:healthreporting:system", "SystemType", "enhanced"],
    ] as const;
    const settings = (more: readonly (readonly [string, string, string])[]) => {
      const all = [...common, ...more].map(([namespace, name, value]) => ({ namespace, name, value }));
      return v.reversed ? all.reverse() : all;
    };
    const tier = (name: string, more: readonly (readonly [string, string, string])[], worker: boolean) =>
      app.resource(
        "aws:elasticbeanstalk/environment:Environment",
        `Rota${v.Env}${name}`,
        {
          name: `rota-${v.env}-${name.toLowerCase()}`,
          application: application.get("name"),
          version: version.get("name"),
          solutionStackName: v.stackName,
          tier: worker ? "Worker" : "WebServer",
          ...(worker ? {} : { cnamePrefix: `rota-${v.env}` }),
          settings: settings(more),
          waitForReadyTimeout: "20m",
        },
        {
          outputs: {
            cname: `rota-${v.env}-${name.toLowerCase()}.${region}.elasticbeanstalk.com`,
            endpointUrl: `awseb-AWSEB-${v.env === "dev" ? "1X2Y3Z4W5V6U7" : "9T8S7R6Q5P4O3"}-${v.env === "dev" ? "1234567890" : "987654321"}.${region}.elb.amazonaws.com`,
            autoscalingGroups: [
              `awseb-e-${v.env === "dev" ? "a1b2c3d4e5" : "f6g7h8i9j0"}-stack-AWSEBAutoScalingGroup-${v.env === "dev" ? "QWERTYUIOP12" : "ASDFGHJKLZ34"}`,
            ],
          },
        },
      );
    const web = tier(
      "Web",
      [
        ["aws:elasticbeanstalk:environment", "LoadBalancerType", "application"],
        [
          "aws:elbv2:listener:443",
          "SSLCertificateArns",
          `arn:aws:acm:${region}:${account}:certificate/${v.env === "dev" ? "2b1c0d9e-8f70-4615-a243-b1c2d3e4f506" : "c6b5a493-8271-4605-9f4e-3d2c1b0a9f8e"}`,
        ],
        ["aws:elbv2:listener:443", "Protocol", "HTTPS"],
      ],
      false,
    );
    tier(
      "Worker",
      [
        [
          "aws:elasticbeanstalk:sqsd",
          "WorkerQueueURL",
          `https://sqs.${region}.amazonaws.com/${account}/Rota${v.Env}Jobs`,
        ],
        ["aws:elasticbeanstalk:sqsd", "HttpConnections", "10"],
      ],
      true,
    );
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", `Rota${v.Env}Health`, {
      name: `Rota${v.Env}Health`,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 2,
      threshold: 15,
      namespace: "AWS/ElasticBeanstalk",
      metricName: "EnvironmentHealth",
      period: 60,
      statistic: "Maximum",
      dimensions: { EnvironmentName: web.get("name") },
      alarmActions: [topic.get("arn")],
      okActions: [topic.get("arn")],
    });
    app.resource("aws:autoscaling/schedule:Schedule", `Rota${v.Env}Night`, {
      scheduledActionName: "night",
      autoscalingGroupName: web.get("autoscalingGroups.0"),
      recurrence: "0 22 * * *",
      minSize: Number(v.min),
      maxSize: Number(v.min),
      desiredCapacity: Number(v.min),
      timeZone: "Europe/London",
    });
    app.resource("aws:route53/record:Record", `Rota${v.Env}`, {
      zoneId: "Z05CAREWELLNHSEXAMPL",
      name: v.host,
      type: "CNAME",
      ttl: 60,
      records: [web.get("cname")],
    });
    app.resource("aws:iam/user:User", `Rota${v.Env}Deployer`, {
      name: `rota-${v.env}-deployer`,
      path: "/ci/",
      forceDestroy: true,
    });
    app.resource("aws:iam/userPolicy:UserPolicy", `Rota${v.Env}Deployer`, {
      user: `rota-${v.env}-deployer`,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["elasticbeanstalk:CreateApplicationVersion", "elasticbeanstalk:UpdateEnvironment"],
            Resource: [
              `arn:aws:elasticbeanstalk:${region}:${account}:application/Rota${v.Env}`,
              `arn:aws:elasticbeanstalk:${region}:${account}:environment/Rota${v.Env}/*`,
            ],
          },
          { Effect: "Allow", Action: "s3:PutObject", Resource: text`${bundles.get("arn")}/*` },
        ],
      }),
    });
  },
  differences: [
    difference(
      "changed",
      "aws:elasticbeanstalk/environment:Environment::*",
      "solutionStackName",
      "A newer platform.",
      2,
    ),
    difference(
      "changed",
      "aws:elasticbeanstalk/environment:Environment::*Web",
      "settings[*]",
      "Type, sizes, policy, stream, level of the web tier.",
      6,
    ),
    difference(
      "changed",
      "aws:elasticbeanstalk/environment:Environment::*Worker",
      "settings[*]",
      "Type, sizes, policy, stream, level of the worker.",
      6,
    ),
    difference("changed", "aws:autoscaling/schedule:Schedule::*", "minSize", "One at night, not two."),
    difference("changed", "aws:autoscaling/schedule:Schedule::*", "maxSize", "One at night, not two."),
    difference("changed", "aws:autoscaling/schedule:Schedule::*", "desiredCapacity", "One at night, not two."),
    {
      ...difference(
        "changed",
        "aws:elasticbeanstalk/applicationVersion:ApplicationVersion::*",
        "key",
        "Another release.",
      ),
      optional: true,
    },
    {
      ...difference("changed", "aws:elasticbeanstalk/environment:Environment::*", "version", "Another release.", 2),
      optional: true,
    },
  ],
});

import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** A Fargate service behind a load balancer; infix naming, one account, network given by configuration. */
export const ecsOrders = world({
  name: "ecs-orders",
  subject: {
    project: "orders",
    stack: "staging",
    account: "417283946501",
    region: "eu-west-1",
    providers: { aws: "6.66.2", random: "4.16.7" },
    values: {
      env: "staging",
      vpc: "vpc-0b7d1f0c6a9e43d25",
      subnets: ["subnet-04c7a90b2ef6d1183", "subnet-0e1b7f3a95d2c6478"],
      zone: "Z04187261QXJ2R8ZKT5PA",
      domain: "orders.staging.acme.io",
      tag: "1.42.0",
      desired: 1,
      cpu: 512,
      memory: 1024,
      extra: [{ name: "SLOW_QUERY_MS", value: "200" }],
      timeout: 30,
    },
  },
  reference: {
    project: "orders",
    stack: "production",
    account: "417283946501",
    region: "eu-west-1",
    providers: { aws: "6.66.2", random: "4.16.7" },
    values: {
      env: "production",
      vpc: "vpc-05a2e8c7d41f9b630",
      subnets: ["subnet-0a97c3d15e2b8f604", "subnet-07f2d4b1c8e93a056"],
      zone: "Z09934512B7VWQ1M3KLUC",
      domain: "orders.acme.io",
      tag: "1.41.3",
      desired: 4,
      cpu: 1024,
      memory: 2048,
      extra: [],
      timeout: 60,
    },
  },
  program(app, v) {
    const sg = app.resource("aws:ec2/securityGroup:SecurityGroup", `orders-${v.env}-lb`, {
      vpcId: v.vpc,
      description: "Managed by Pulumi",
      ingress: [{ fromPort: 443, toPort: 443, protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] }],
      egress: [{ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
    });
    const lb = app.resource("aws:lb/loadBalancer:LoadBalancer", `orders-${v.env}`, {
      name: `orders-${v.env}`,
      subnets: v.subnets,
      securityGroups: [sg.id],
      idleTimeout: v.timeout,
      loadBalancerType: "application",
    });
    const tg = app.resource("aws:lb/targetGroup:TargetGroup", `orders-${v.env}`, {
      port: 8080,
      protocol: "HTTP",
      targetType: "ip",
      vpcId: v.vpc,
      healthCheck: { path: "/healthz", matcher: "200" },
    });
    const cert = app.resource(
      "aws:acm/certificate:Certificate",
      `orders-${v.env}-cert`,
      { domainName: v.domain, validationMethod: "DNS", subjectAlternativeNames: [`www.${v.domain}`] },
      {
        outputs: {
          domainValidationOptions: [
            {
              domainName: v.domain,
              resourceRecordName: `_${v.zone.toLowerCase()}.${v.domain}.`,
              resourceRecordType: "CNAME",
              resourceRecordValue: `_${v.vpc.slice(4)}.acm-validations.aws.`,
            },
          ],
        },
      },
    );
    app.resource("aws:route53/record:Record", `orders-${v.env}-validation`, {
      name: cert.get("domainValidationOptions.0.resourceRecordName"),
      type: "CNAME",
      ttl: 60,
      zoneId: v.zone,
      records: [cert.get("domainValidationOptions.0.resourceRecordValue")],
    });
    const listener = app.resource("aws:lb/listener:Listener", `orders-${v.env}-https`, {
      loadBalancerArn: lb.get("arn"),
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      certificateArn: cert.get("arn"),
      defaultActions: [{ type: "forward", targetGroupArn: tg.get("arn") }],
    });
    app.resource("aws:route53/record:Record", `orders-${v.env}-alias`, {
      name: v.domain,
      type: "A",
      zoneId: v.zone,
      aliases: [{ name: lb.get("dnsName"), zoneId: lb.get("zoneId"), evaluateTargetHealth: true }],
    });
    const cluster = app.resource("aws:ecs/cluster:Cluster", `orders-${v.env}`, {
      settings: [{ name: "containerInsights", value: "enabled" }],
    });
    const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", `orders-${v.env}`, {
      name: `/ecs/orders-${v.env}`,
      retentionInDays: 30,
    });
    const password = app.resource("random:index/randomPassword:RandomPassword", `orders-${v.env}-db`, {
      length: 24,
      special: false,
    });
    const db = app.resource("aws:ssm/parameter:Parameter", `orders-${v.env}-db`, {
      name: `/orders/${v.env}/database-url`,
      type: "SecureString",
      value: secret(text`postgres://orders:${password.get("result")}@orders-${v.env}.internal:5432/orders`),
    });
    const assume = json({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
    const role = app.resource("aws:iam/role:Role", `orders-${v.env}-task`, { assumeRolePolicy: assume });
    const exec = app.resource("aws:iam/role:Role", `orders-${v.env}-exec`, {
      assumeRolePolicy: assume,
      managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", `orders-${v.env}-task`, {
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: ["ssm:GetParameter"], Resource: db.get("arn") }],
      }),
    });
    const task = app.resource("aws:ecs/taskDefinition:TaskDefinition", `orders-${v.env}`, {
      family: `orders-${v.env}`,
      cpu: String(v.cpu),
      memory: String(v.memory),
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      taskRoleArn: role.get("arn"),
      executionRoleArn: exec.get("arn"),
      containerDefinitions: json([
        {
          name: "orders",
          image: `417283946501.dkr.ecr.eu-west-1.amazonaws.com/orders:${v.tag}`,
          portMappings: [{ containerPort: 8080, protocol: "tcp" }],
          environment: [
            { name: "APP_ENVIRONMENT", value: v.env },
            { name: "PUBLIC_URL", value: `https://${v.domain}` },
            { name: "LOG_LEVEL", value: "info" },
            ...v.extra,
          ],
          secrets: [{ name: "DATABASE_URL", valueFrom: db.get("arn") }],
          logConfiguration: {
            logDriver: "awslogs",
            options: {
              "awslogs-group": logs.get("name"),
              "awslogs-region": "eu-west-1",
              "awslogs-stream-prefix": "orders",
            },
          },
        },
      ]),
    });
    const service = app.resource(
      "aws:ecs/service:Service",
      `orders-${v.env}`,
      {
        cluster: cluster.get("arn"),
        taskDefinition: task.get("arn"),
        desiredCount: v.desired,
        launchType: "FARGATE",
        networkConfiguration: { subnets: v.subnets, securityGroups: [sg.id], assignPublicIp: false },
        loadBalancers: [{ targetGroupArn: tg.get("arn"), containerName: "orders", containerPort: 8080 }],
      },
      { dependsOn: [listener] },
    );
    const target = app.resource("aws:appautoscaling/target:Target", `orders-${v.env}`, {
      minCapacity: v.desired,
      maxCapacity: 8,
      resourceId: text`service/${cluster.get("name")}/${service.get("name")}`,
      scalableDimension: "ecs:service:DesiredCount",
      serviceNamespace: "ecs",
    });
    app.resource("aws:appautoscaling/policy:Policy", `orders-${v.env}-cpu`, {
      policyType: "TargetTrackingScaling",
      resourceId: target.get("resourceId"),
      scalableDimension: target.get("scalableDimension"),
      serviceNamespace: target.get("serviceNamespace"),
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
        targetValue: 60,
      },
    });
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", `orders-${v.env}-5xx`, {
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 3,
      metricName: "HTTPCode_Target_5XX_Count",
      namespace: "AWS/ApplicationELB",
      period: 60,
      statistic: "Sum",
      threshold: 10,
      dimensions: { LoadBalancer: lb.get("arnSuffix"), TargetGroup: tg.get("arnSuffix") },
    });
  },
  differences: [
    difference(
      "changed",
      "aws:lb/loadBalancer:LoadBalancer::*",
      "idleTimeout",
      "Thirty seconds are given up on in staging that production waits for.",
    ),
    difference("changed", "aws:ecs/taskDefinition:TaskDefinition::*", "cpu", "Half of the CPU."),
    difference("changed", "aws:ecs/taskDefinition:TaskDefinition::*", "memory", "Half of the memory."),
    difference(
      "changed",
      "aws:ecs/taskDefinition:TaskDefinition::*",
      "containerDefinitions[0].image",
      "Another release.",
    ),
    difference(
      "added",
      "aws:ecs/taskDefinition:TaskDefinition::*",
      "containerDefinitions[0].environment[*]",
      "SLOW_QUERY_MS is set in staging alone.",
    ),
    difference("changed", "aws:ecs/service:Service::*", "desiredCount", "One task instead of four."),
    difference("changed", "aws:appautoscaling/target:Target::*", "minCapacity", "Scales down to one instead of four."),
  ],
});

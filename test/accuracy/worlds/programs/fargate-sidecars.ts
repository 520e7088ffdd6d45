import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Two containers a task, secrets and network by configuration; beta in another account and region. */
export const fargateSidecars = world({
  name: "fargate-sidecars",
  subject: {
    project: "quotes",
    stack: "beta",
    account: "390817264553",
    region: "us-west-2",
    providers: { aws: "6.83.0", awsx: "2.21.1" },
    values: {
      env: "beta",
      image:
        "390817264553.dkr.ecr.us-west-2.amazonaws.com/quotes@sha256:9f2c1b7ad03e8c5f6b4a1d2e3f40516273849506a7b8c9dae0f1021324354657",
      secret: "arn:aws:secretsmanager:us-west-2:390817264553:secret:quotes/beta/stripe-Ab3dE9",
      ns: "ns-4kq7z2m9x1c5v8b3",
      subnets: ["subnet-0badc0ffee1234567", "subnet-0feedface89abcdef"],
      agent: "7.52.1",
      url: "https://beta.quoteful.com",
      rates: "https://rates.beta.quoteful.com/v1",
      timeout: "2500",
      circuit: false,
      cert: "arn:aws:acm:us-west-2:390817264553:certificate/1f2e3d4c-5b6a-7988-9077-665544332211",
      grace: 30,
      health: 15,
    },
  },
  reference: {
    project: "quotes",
    stack: "prod",
    account: "847362510938",
    region: "us-east-1",
    providers: { aws: "6.83.0", awsx: "2.21.1" },
    values: {
      env: "prod",
      image:
        "847362510938.dkr.ecr.us-east-1.amazonaws.com/quotes@sha256:1a0b9c8d7e6f5041322314253647586970819203a4b5c6d7e8f90a1b2c3d4e5f",
      secret: "arn:aws:secretsmanager:us-east-1:847362510938:secret:quotes/prod/stripe-Zq8Rt2",
      ns: "ns-8w3e5r7t9y1u2i4o",
      subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
      agent: "7.52.1",
      url: "https://quoteful.com",
      rates: "https://rates.quoteful.com/v1",
      timeout: "800",
      circuit: true,
      cert: "arn:aws:acm:us-east-1:847362510938:certificate/aabbccdd-eeff-0011-2233-445566778899",
      grace: 30,
      health: 15,
    },
  },
  program(app, v) {
    const app1 = app.component("quoteful:service:Service", "quotes");
    const inside = { parent: app1 };
    const cluster = app.resource("aws:ecs/cluster:Cluster", "quotes", {}, inside);
    const sg = app.resource(
      "aws:ec2/securityGroup:SecurityGroup",
      "quotes",
      {
        vpcId: v.env === "beta" ? "vpc-0ace0fba5eba11000" : "vpc-0b0a7d0cc1e55feed",
        ingress: [{ protocol: "tcp", fromPort: 8080, toPort: 8080, cidrBlocks: ["10.0.0.0/8"] }],
      },
      inside,
    );
    const role = app.resource(
      "aws:iam/role:Role",
      "quotes",
      {
        name: `quotes-${v.env}`,
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" }],
        }),
      },
      inside,
    );
    app.resource(
      "aws:iam/rolePolicy:RolePolicy",
      "quotes-secrets",
      {
        role: role.id,
        policy: json({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: v.secret }],
        }),
      },
      inside,
    );
    const discovery = app.resource(
      "aws:servicediscovery/service:Service",
      "quotes",
      { name: "quotes", dnsConfig: { namespaceId: v.ns, dnsRecords: [{ ttl: 10, type: "A" }] } },
      inside,
    );
    const lb = app.resource(
      "aws:lb/loadBalancer:LoadBalancer",
      "quotes",
      { loadBalancerType: "network", subnets: v.subnets, internal: false },
      inside,
    );
    const tg = app.resource(
      "aws:lb/targetGroup:TargetGroup",
      "quotes",
      { port: 8080, protocol: "TCP", targetType: "ip", healthCheck: { interval: v.health } },
      inside,
    );
    app.resource(
      "aws:lb/listener:Listener",
      "quotes",
      {
        loadBalancerArn: lb.get("arn"),
        port: 443,
        protocol: "TLS",
        certificateArn: v.cert,
        defaultActions: [{ type: "forward", targetGroupArn: tg.get("arn") }],
      },
      inside,
    );
    const task = app.resource(
      "aws:ecs/taskDefinition:TaskDefinition",
      "quotes",
      {
        family: `quotes-${v.env}`,
        cpu: "512",
        memory: "1024",
        taskRoleArn: role.get("arn"),
        executionRoleArn: role.get("arn"),
        containerDefinitions: json([
          {
            name: "quotes",
            image: v.image,
            essential: true,
            environment: [
              { name: "BASE_URL", value: v.url },
              { name: "RATES_URL", value: v.rates },
              { name: "RATES_TIMEOUT_MS", value: v.timeout },
              { name: "DD_ENV", value: v.env },
              { name: "DD_SERVICE", value: "quotes" },
            ],
            secrets: [{ name: "STRIPE_KEY", valueFrom: `${v.secret}:key::` }],
            dependsOn: [{ containerName: "datadog-agent", condition: "START" }],
            stopTimeout: v.grace,
          },
          {
            name: "datadog-agent",
            image: `public.ecr.aws/datadog/agent:${v.agent}`,
            essential: false,
            environment: [
              { name: "DD_ENV", value: v.env },
              { name: "ECS_FARGATE", value: "true" },
            ],
            cpu: 64,
          },
        ]),
      },
      inside,
    );
    app.resource(
      "aws:ecs/service:Service",
      "quotes",
      {
        cluster: cluster.get("arn"),
        taskDefinition: task.get("arn"),
        desiredCount: 2,
        deploymentCircuitBreaker: { enable: v.circuit, rollback: v.circuit },
        networkConfiguration: { subnets: v.subnets, securityGroups: [sg.id] },
        serviceRegistries: { registryArn: discovery.get("arn") },
        loadBalancers: [{ targetGroupArn: tg.get("arn"), containerName: "quotes", containerPort: 8080 }],
      },
      inside,
    );
    app.resource(
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "quotes-unhealthy",
      {
        metricName: "UnHealthyHostCount",
        namespace: "AWS/NetworkELB",
        statistic: "Maximum",
        period: 60,
        evaluationPeriods: 3,
        threshold: 0,
        comparisonOperator: "GreaterThanThreshold",
        dimensions: { LoadBalancer: lb.get("arnSuffix"), TargetGroup: tg.get("arnSuffix") },
        alarmActions: [text`arn:aws:sns:${app.place.region}:${app.place.account}:oncall-${v.env}`],
      },
      inside,
    );
  },
  differences: [
    difference(
      "changed",
      "aws:ecs/taskDefinition:TaskDefinition::*",
      "containerDefinitions[0].image",
      "Another build, by digest.",
    ),
    difference(
      "changed",
      "aws:ecs/taskDefinition:TaskDefinition::*",
      "containerDefinitions[0].environment[2].value",
      "Waits three times as long.",
    ),
    difference("changed", "aws:ecs/service:Service::*", "deploymentCircuitBreaker.enable", "No circuit breaker."),
    difference("changed", "aws:ecs/service:Service::*", "deploymentCircuitBreaker.rollback", "No rollback."),
  ],
});

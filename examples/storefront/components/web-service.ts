import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../settings";
import type { Cache } from "./cache";
import type { Database } from "./database";
import type { Keys } from "./keys";
import { LoadBalancer } from "./load-balancer";
import type { Network } from "./network";
import type { OrderQueue } from "./order-queue";
import { serviceRole } from "./roles";
import type { Runtime } from "./runtime-settings";
import type { Storage } from "./storage";

/** What the shop itself runs on. */
export interface WebServiceArgs {
  readonly stack: string;
  readonly settings: Settings;
  readonly network: Network;
  readonly orders: OrderQueue;
  readonly storage: Storage;
  readonly keys: Keys;
  readonly database: Database;
  readonly cache: Cache;
  readonly runtime: Runtime;
}

/** The company's registry is one for all environments. */
const REGISTRY = "333333333333.dkr.ecr.eu-west-1.amazonaws.com";

/** The shop: containers on Fargate behind a load balancer, as many as there is need for. */
export class WebService extends pulumi.ComponentResource {
  readonly loadBalancer: aws.lb.LoadBalancer;
  readonly targetGroup: aws.lb.TargetGroup;
  readonly cluster: aws.ecs.Cluster;
  readonly service: aws.ecs.Service;
  readonly #logs: aws.cloudwatch.LogGroup;

  constructor(name: string, args: WebServiceArgs) {
    super("storefront:web:WebService", name);
    const parent = { parent: this };
    const balancer = new LoadBalancer("entrance", args, parent);
    this.loadBalancer = balancer.loadBalancer;
    this.targetGroup = balancer.targetGroup;
    this.cluster = new aws.ecs.Cluster("shop", { settings: [{ name: "containerInsights", value: "enabled" }] }, parent);
    this.#logs = new aws.cloudwatch.LogGroup(
      "web",
      { name: `/storefront/${args.stack}/web`, retentionInDays: args.settings.logRetentionDays },
      parent,
    );
    this.service = this.#service(args, balancer);
    this.#scaling(args.settings);
    this.registerOutputs();
  }

  #containers({
    settings,
    stack,
    orders,
    storage,
    database,
    cache,
    runtime,
    keys,
  }: WebServiceArgs): pulumi.Output<string> {
    const environment = {
      CACHE_HOST: cache.group.primaryEndpointAddress,
      DATABASE_HOST: database.instance.address,
      DATABASE_POOL_SIZE: "20",
      FLAGS_APPLICATION: runtime.application.id,
      LOG_LEVEL: settings.logLevel,
      NODE_ENV: "production",
      ASSETS_BUCKET: storage.assets.bucket,
      ORDER_QUEUE_URL: orders.queue.url,
      REQUEST_TIMEOUT_MS: "15000",
      SHOP_URL: `https://${settings.domain}`,
      STACK: stack,
    };
    return pulumi.jsonStringify([
      {
        name: "web",
        image: `${REGISTRY}/storefront/web:${settings.imageTag}`,
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: "tcp" }],
        environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
        secrets: [{ name: "PAYMENT_API_KEY", valueFrom: keys.paymentSecret.arn }],
        healthCheck: {
          command: ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"],
          interval: 15,
          retries: 3,
          timeout: 5,
        },
        logConfiguration: {
          logDriver: "awslogs",
          options: { "awslogs-group": this.#logs.name, "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web" },
        },
        stopTimeout: 60,
      },
    ]);
  }

  #service(args: WebServiceArgs, balancer: LoadBalancer): aws.ecs.Service {
    const { settings, network, orders, storage, keys } = args;
    const execution = serviceRole(
      "web-execution",
      "ecs-tasks.amazonaws.com",
      ["AmazonECSTaskExecutionRolePolicy"],
      [{ actions: ["secretsmanager:GetSecretValue"], resources: [keys.paymentSecret.arn] }],
      this,
    );
    const task = serviceRole(
      "web-task",
      "ecs-tasks.amazonaws.com",
      [],
      [
        { actions: ["sqs:SendMessage"], resources: [orders.queue.arn] },
        { actions: ["s3:GetObject"], resources: [pulumi.interpolate`${storage.assets.arn}/*`] },
        { actions: ["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"], resources: ["*"] },
      ],
      this,
    );
    const definition = new aws.ecs.TaskDefinition(
      "web",
      {
        family: `storefront-${args.stack}-web`,
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: String(settings.web.cpu),
        memory: String(settings.web.memory),
        runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
        executionRoleArn: execution.arn,
        taskRoleArn: task.arn,
        containerDefinitions: this.#containers(args),
      },
      { parent: this },
    );
    const ingress = [{ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [balancer.securityGroup.id] }];
    const securityGroup = network.securityGroup("web", "Web containers, from the load balancer", ingress, this);
    return new aws.ecs.Service(
      "web",
      {
        cluster: this.cluster.arn,
        taskDefinition: definition.arn,
        desiredCount: settings.web.tasks,
        launchType: "FARGATE",
        platformVersion: "1.4.0",
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        healthCheckGracePeriodSeconds: 60,
        networkConfiguration: { subnets: network.privateSubnetIds, securityGroups: [securityGroup.id] },
        loadBalancers: [{ targetGroupArn: this.targetGroup.arn, containerName: "web", containerPort: 8080 }],
      },
      { parent: this, dependsOn: [balancer.listener] },
    );
  }

  #scaling({ web }: Settings): void {
    const parent = { parent: this };
    const resourceId = pulumi.interpolate`service/${this.cluster.name}/${this.service.name}`;
    const dimension = { scalableDimension: "ecs:service:DesiredCount", serviceNamespace: "ecs" };
    const target = new aws.appautoscaling.Target(
      "web",
      { ...dimension, resourceId, minCapacity: web.tasks, maxCapacity: web.maxTasks },
      parent,
    );
    new aws.appautoscaling.Policy(
      "web-cpu",
      {
        ...dimension,
        resourceId: target.resourceId,
        policyType: "TargetTrackingScaling",
        targetTrackingScalingPolicyConfiguration: {
          targetValue: 60,
          scaleInCooldown: 300,
          scaleOutCooldown: 60,
          predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
        },
      },
      parent,
    );
  }
}

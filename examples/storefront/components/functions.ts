import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../settings";
import type { Database } from "./database";
import type { Keys } from "./keys";
import type { Network } from "./network";
import type { OrderQueue } from "./order-queue";
import { serviceRole, type Grant } from "./roles";
import type { Runtime } from "./runtime-settings";
import type { Storage } from "./storage";

/** What the functions read from and write to. */
export interface FunctionsArgs {
  readonly stack: string;
  readonly settings: Settings;
  readonly network: Network;
  readonly orders: OrderQueue;
  readonly storage: Storage;
  readonly keys: Keys;
  readonly database: Database;
  readonly runtime: Runtime;
}

/** AWS publishes its extensions from accounts of its own, the same for everyone. */
const INSIGHTS_LAYER = "arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:53";

interface Work {
  readonly memorySize: number;
  readonly timeout: number;
  readonly environment: Record<string, pulumi.Input<string>>;
  readonly grants: readonly Grant[];
}

/** The worker that fulfils orders, and the one that makes pictures small. */
export class Functions extends pulumi.ComponentResource {
  readonly orderWorker: aws.lambda.Function;
  readonly imageResizer: aws.lambda.Function;
  readonly #layer: aws.lambda.LayerVersion;
  readonly #securityGroup: aws.ec2.SecurityGroup;

  constructor(
    name: string,
    private readonly args: FunctionsArgs,
  ) {
    super("storefront:functions:Functions", name);
    const runtimes = [args.settings.functionRuntime];
    this.#layer = new aws.lambda.LayerVersion(
      "shared",
      {
        layerName: `storefront-shared-${args.stack}`,
        code: new pulumi.asset.FileArchive("functions/shared-layer"),
        compatibleRuntimes: runtimes,
      },
      { parent: this },
    );
    this.#securityGroup = args.network.securityGroup("functions", "Functions, nothing in", [], this);
    this.orderWorker = this.#orderWorker(args);
    this.imageResizer = this.#imageResizer(args);
    this.#triggers(args);
    this.registerOutputs();
  }

  #orderWorker({ orders, keys, database, runtime, settings }: FunctionsArgs): aws.lambda.Function {
    return this.#function("order-worker", {
      memorySize: 1024,
      timeout: 60,
      environment: {
        DATABASE_HOST: database.instance.address,
        DATABASE_POOL_SIZE: "10",
        PAYMENT_SECRET_ARN: keys.paymentSecret.arn,
        PAYMENT_TIMEOUT_MS: "8000",
        PARAMETER_PATH: runtime.parameterPath,
        SHOP_URL: `https://${settings.domain}`,
      },
      grants: [
        {
          actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
          resources: [orders.queue.arn],
        },
        { actions: ["secretsmanager:GetSecretValue"], resources: [keys.paymentSecret.arn] },
        { actions: ["kms:Decrypt"], resources: [keys.key.arn] },
      ],
    });
  }

  #imageResizer({ storage, keys }: FunctionsArgs): aws.lambda.Function {
    return this.#function("image-resizer", {
      memorySize: 2048,
      timeout: 30,
      environment: { ASSETS_BUCKET: storage.assets.bucket, JPEG_QUALITY: "82", SIZES: "160,480,1200" },
      grants: [
        { actions: ["s3:GetObject", "s3:PutObject"], resources: [pulumi.interpolate`${storage.assets.arn}/*`] },
        { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [keys.key.arn] },
      ],
    });
  }

  #function(name: string, work: Work): aws.lambda.Function {
    const { settings, network, stack } = this.args;
    const role = serviceRole(name, "lambda.amazonaws.com", ["AWSLambdaVPCAccessExecutionRole"], work.grants, this);
    new aws.cloudwatch.LogGroup(
      name,
      { name: `/aws/lambda/storefront-${stack}-${name}`, retentionInDays: settings.logRetentionDays },
      { parent: this },
    );
    return new aws.lambda.Function(
      name,
      {
        name: `storefront-${stack}-${name}`,
        role: role.arn,
        runtime: settings.functionRuntime,
        handler: "index.handler",
        architectures: ["arm64"],
        code: new pulumi.asset.FileArchive(`functions/${name}`),
        layers: [this.#layer.arn, INSIGHTS_LAYER],
        memorySize: work.memorySize,
        timeout: work.timeout,
        environment: {
          variables: { ...work.environment, LOG_LEVEL: settings.logLevel, NODE_OPTIONS: "--enable-source-maps" },
        },
        vpcConfig: { subnetIds: network.privateSubnetIds, securityGroupIds: [this.#securityGroup.id] },
        tracingConfig: { mode: "Active" },
      },
      { parent: this },
    );
  }

  #triggers({ orders, storage }: FunctionsArgs): void {
    const parent = { parent: this };
    new aws.lambda.EventSourceMapping(
      "orders",
      {
        eventSourceArn: orders.queue.arn,
        functionName: this.orderWorker.arn,
        batchSize: 10,
        functionResponseTypes: ["ReportBatchItemFailures"],
      },
      parent,
    );
    const permission = new aws.lambda.Permission(
      "assets",
      {
        action: "lambda:InvokeFunction",
        function: this.imageResizer.name,
        principal: "s3.amazonaws.com",
        sourceArn: storage.assets.arn,
      },
      parent,
    );
    new aws.s3.BucketNotification(
      "assets",
      {
        bucket: storage.assets.id,
        lambdaFunctions: [
          { lambdaFunctionArn: this.imageResizer.arn, events: ["s3:ObjectCreated:*"], filterPrefix: "originals/" },
        ],
      },
      { parent: this, dependsOn: [permission] },
    );
  }
}

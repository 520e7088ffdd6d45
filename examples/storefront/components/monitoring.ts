import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../settings";
import type { Cache } from "./cache";
import type { Database } from "./database";
import type { Functions } from "./functions";
import type { OrderQueue } from "./order-queue";
import type { WebService } from "./web-service";

/** What is watched, and who is told. */
export interface MonitoringArgs {
  readonly settings: Settings;
  readonly web: WebService;
  readonly database: Database;
  readonly cache: Cache;
  readonly orders: OrderQueue;
  readonly functions: Functions;
}

/** Alarms on what customers would notice. */
export class Monitoring extends pulumi.ComponentResource {
  readonly topic: aws.sns.Topic;

  constructor(name: string, args: MonitoringArgs) {
    super("storefront:monitoring:Monitoring", name);
    this.topic = new aws.sns.Topic("alarms", {}, { parent: this });
    new aws.sns.TopicSubscription(
      "alarms",
      { topic: this.topic.arn, protocol: "email", endpoint: args.settings.alarmEmail },
      { parent: this },
    );
    this.#alarms(args);
    this.registerOutputs();
  }

  #alarms({ web, database, cache, orders, functions }: MonitoringArgs): void {
    const balancer = { LoadBalancer: web.loadBalancer.arnSuffix };
    this.#alarm("errors", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", 25, balancer);
    this.#alarm("slow", "AWS/ApplicationELB", "TargetResponseTime", 2, balancer);
    this.#alarm("database-cpu", "AWS/RDS", "CPUUtilization", 80, {
      DBInstanceIdentifier: database.instance.identifier,
    });
    this.#alarm("cache-memory", "AWS/ElastiCache", "DatabaseMemoryUsagePercentage", 85, {
      ReplicationGroupId: cache.group.id,
    });
    this.#alarm("dead-orders", "AWS/SQS", "ApproximateNumberOfMessagesVisible", 0, {
      QueueName: orders.deadLetters.name,
    });
    this.#alarm("worker-errors", "AWS/Lambda", "Errors", 5, { FunctionName: functions.orderWorker.name });
    this.#alarm("resizer-errors", "AWS/Lambda", "Errors", 20, { FunctionName: functions.imageResizer.name });
  }

  #alarm(
    name: string,
    namespace: string,
    metricName: string,
    threshold: number,
    dimensions: Record<string, pulumi.Input<string>>,
  ): void {
    new aws.cloudwatch.MetricAlarm(
      name,
      {
        namespace,
        metricName,
        dimensions,
        threshold,
        comparisonOperator: "GreaterThanThreshold",
        statistic: name === "slow" ? "Average" : "Maximum",
        period: 60,
        evaluationPeriods: 5,
        treatMissingData: "notBreaching",
        alarmActions: [this.topic.arn],
      },
      { parent: this },
    );
  }
}

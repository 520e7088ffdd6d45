import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Orders on their way to the workers; what fails too often waits apart for a person. */
export class OrderQueue extends pulumi.ComponentResource {
  readonly queue: aws.sqs.Queue;
  readonly deadLetters: aws.sqs.Queue;

  constructor(name: string, args: { readonly kmsKeyArn: pulumi.Input<string>; readonly maxReceiveCount: number }) {
    super("storefront:orders:OrderQueue", name);
    const shared = { kmsMasterKeyId: args.kmsKeyArn, messageRetentionSeconds: 1_209_600 };
    this.deadLetters = new aws.sqs.Queue("orders-dead", shared, { parent: this });
    this.queue = new aws.sqs.Queue(
      "orders",
      {
        ...shared,
        visibilityTimeoutSeconds: 360,
        receiveWaitTimeSeconds: 20,
        redrivePolicy: pulumi.jsonStringify({
          deadLetterTargetArn: this.deadLetters.arn,
          maxReceiveCount: args.maxReceiveCount,
        }),
      },
      { parent: this },
    );
    new aws.sqs.RedriveAllowPolicy(
      "orders-dead",
      {
        queueUrl: this.deadLetters.url,
        redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [this.queue.arn] }),
      },
      { parent: this },
    );
    this.registerOutputs();
  }
}

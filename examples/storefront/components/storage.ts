import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The bucket with pictures of what is for sale, and one for logs. */
export class Storage extends pulumi.ComponentResource {
  readonly assets: aws.s3.Bucket;
  readonly logs: aws.s3.Bucket;

  constructor(
    name: string,
    args: { readonly stack: string; readonly kmsKeyArn: pulumi.Input<string>; readonly logRetentionDays: number },
  ) {
    super("storefront:storage:Storage", name);
    this.assets = this.#bucket("assets", `acme-storefront-assets-${args.stack}`);
    this.logs = this.#bucket("logs", `acme-storefront-logs-${args.stack}`);
    const parent = { parent: this };
    new aws.s3.BucketVersioning(
      "assets",
      { bucket: this.assets.id, versioningConfiguration: { status: "Enabled" } },
      parent,
    );
    new aws.s3.BucketServerSideEncryptionConfiguration(
      "assets",
      {
        bucket: this.assets.id,
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.kmsKeyArn },
            bucketKeyEnabled: true,
          },
        ],
      },
      parent,
    );
    new aws.s3.BucketLifecycleConfiguration(
      "assets",
      {
        bucket: this.assets.id,
        rules: [
          { id: "old-versions", status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 30 } },
          { id: "abandoned-uploads", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
        ],
      },
      parent,
    );
    new aws.s3.BucketLifecycleConfiguration(
      "logs",
      {
        bucket: this.logs.id,
        rules: [{ id: "expire", status: "Enabled", expiration: { days: args.logRetentionDays } }],
      },
      parent,
    );
    this.registerOutputs();
  }

  #bucket(name: string, bucketName: string): aws.s3.Bucket {
    const bucket = new aws.s3.Bucket(name, { bucket: bucketName }, { parent: this });
    new aws.s3.BucketPublicAccessBlock(
      name,
      {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      { parent: this },
    );
    return bucket;
  }
}

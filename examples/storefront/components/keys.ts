import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The key that encrypts the shop's data, and the secrets under it. */
export class Keys extends pulumi.ComponentResource {
  readonly key: aws.kms.Key;
  readonly paymentSecret: aws.secretsmanager.Secret;

  constructor(name: string, args: { readonly paymentApiKey: pulumi.Output<string> }) {
    super("storefront:keys:Keys", name);
    const parent = { parent: this };
    this.key = new aws.kms.Key(
      "data",
      { description: "Data of the shop", enableKeyRotation: true, deletionWindowInDays: 30 },
      parent,
    );
    new aws.kms.Alias("data", { name: `alias/storefront-${pulumi.getStack()}`, targetKeyId: this.key.keyId }, parent);
    this.paymentSecret = new aws.secretsmanager.Secret(
      "payment-api-key",
      { kmsKeyId: this.key.arn, recoveryWindowInDays: 7 },
      parent,
    );
    new aws.secretsmanager.SecretVersion(
      "payment-api-key",
      { secretId: this.paymentSecret.id, secretString: args.paymentApiKey },
      parent,
    );
    this.registerOutputs();
  }
}

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../settings";
import type { Storage } from "./storage";

/** What the CDN stands in front of. */
export interface EdgeArgs {
  readonly settings: Settings;
  readonly storage: Storage;
  readonly origin: pulumi.Input<string>;
}

/** The CDN: pictures from the bucket, all else from the shop. */
export class Edge extends pulumi.ComponentResource {
  readonly distribution: aws.cloudfront.Distribution;

  constructor(name: string, args: EdgeArgs) {
    super("storefront:edge:Edge", name);
    const parent = { parent: this };
    const access = new aws.cloudfront.OriginAccessControl(
      "assets",
      { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
      parent,
    );
    this.distribution = this.#distribution(args, access.id);
    this.#letCdnRead(args.storage.assets);
    this.registerOutputs();
  }

  #distribution(
    { settings, storage, origin }: EdgeArgs,
    accessControl: pulumi.Input<string>,
  ): aws.cloudfront.Distribution {
    const parent = { parent: this };
    const cached = aws.cloudfront.getCachePolicyOutput({ name: "Managed-CachingOptimized" }, parent);
    const uncached = aws.cloudfront.getCachePolicyOutput({ name: "Managed-CachingDisabled" }, parent);
    const shared = { viewerProtocolPolicy: "redirect-to-https", compress: true };
    return new aws.cloudfront.Distribution(
      "shop",
      {
        enabled: true,
        httpVersion: "http2and3",
        priceClass: "PriceClass_100",
        aliases: [settings.domain],
        origins: [
          {
            originId: "web",
            domainName: origin,
            customOriginConfig: {
              httpPort: 80,
              httpsPort: 443,
              originProtocolPolicy: "https-only",
              originSslProtocols: ["TLSv1.2"],
              originReadTimeout: 30,
            },
          },
          {
            originId: "assets",
            domainName: storage.assets.bucketRegionalDomainName,
            originAccessControlId: accessControl,
          },
        ],
        defaultCacheBehavior: {
          ...shared,
          targetOriginId: "web",
          cachePolicyId: uncached.apply(({ id }) => id ?? ""),
          allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
          cachedMethods: ["GET", "HEAD"],
        },
        orderedCacheBehaviors: [
          {
            ...shared,
            pathPattern: "/images/*",
            targetOriginId: "assets",
            cachePolicyId: cached.apply(({ id }) => id ?? ""),
            allowedMethods: ["GET", "HEAD"],
            cachedMethods: ["GET", "HEAD"],
          },
        ],
        restrictions: { geoRestriction: { restrictionType: "none" } },
        viewerCertificate: {
          acmCertificateArn: settings.certificateArn,
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2021",
        },
      },
      parent,
    );
  }

  #letCdnRead(bucket: aws.s3.Bucket): void {
    const policy = pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: "s3:GetObject",
          Resource: pulumi.interpolate`${bucket.arn}/*`,
          Condition: { StringEquals: { "AWS:SourceArn": this.distribution.arn } },
        },
      ],
    });
    new aws.s3.BucketPolicy("assets", { bucket: bucket.id, policy }, { parent: this });
  }
}

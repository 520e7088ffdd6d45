/** Kinds whose module was renamed while the type stayed: old module → today's. */
export const renamedModules: ReadonlyMap<string, string> = new Map([
  ["aws:alb", "aws:lb"],
  ["aws:applicationloadbalancing", "aws:lb"],
  ["aws:elasticloadbalancing", "aws:elb"],
  ["aws:elasticloadbalancingv2", "aws:lb"],
]);

/** Old type → today's, where more than the module changed. */
export const renamedTypes: ReadonlyMap<string, string> = new Map([
  ["aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"],
  ["aws:s3/bucketAclV2:BucketAclV2", "aws:s3/bucketAcl:BucketAcl"],
  [
    "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
    "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
  ],
  [
    "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  ],
  ["aws:s3/bucketLoggingV2:BucketLoggingV2", "aws:s3/bucketLogging:BucketLogging"],
  [
    "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  ],
  [
    "aws:s3/bucketRequestPaymentConfigurationV2:BucketRequestPaymentConfigurationV2",
    "aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration",
  ],
  [
    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  ],
  ["aws:s3/bucketVersioningV2:BucketVersioningV2", "aws:s3/bucketVersioning:BucketVersioning"],
  [
    "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
    "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
  ],
  ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2"],
]);

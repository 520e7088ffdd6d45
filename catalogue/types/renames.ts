/** Two names for the same module, both in use: the left one reads as the right one. */
export const renamedModules: ReadonlyMap<string, string> = new Map([
  ["aws:alb", "aws:lb"],
  ["aws:applicationloadbalancing", "aws:lb"],
  ["aws:elasticloadbalancing", "aws:elb"],
  ["aws:elasticloadbalancingv2", "aws:lb"],
]);

/** Old type → today's, where the provider's own aliases do not say so. */
export const renamedTypes: ReadonlyMap<string, string> = new Map([
  ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2"],
]);

/** Kinds of Kubernetes that began in the group `extensions` → the group in which they are today. */
export const movedKinds: ReadonlyMap<string, string> = new Map([
  ["Deployment", "apps"],
  ["DaemonSet", "apps"],
  ["ReplicaSet", "apps"],
  ["Ingress", "networking.k8s.io"],
  ["NetworkPolicy", "networking.k8s.io"],
  ["PodSecurityPolicy", "policy"],
]);

import { compileType } from "../engine/type-pattern";

const POD = `
  spec.template.metadata.labels spec.template.spec.serviceAccountName spec.template.spec.nodeSelector
  spec.template.spec.tolerations spec.template.spec.affinity spec.template.spec.topologySpreadConstraints
  spec.template.spec.hostNetwork spec.template.spec.volumes spec.template.spec.imagePullSecrets.name
  spec.template.spec.terminationGracePeriodSeconds spec.template.spec.containers.image
  spec.template.spec.containers.imagePullPolicy spec.template.spec.containers.command spec.template.spec.containers.args
  spec.template.spec.containers.env.value spec.template.spec.containers.envFrom.configMapRef.name
  spec.template.spec.containers.ports.containerPort spec.template.spec.containers.resources.requests.cpu
  spec.template.spec.containers.resources.requests.memory spec.template.spec.containers.resources.limits.cpu
  spec.template.spec.containers.resources.limits.memory spec.template.spec.containers.livenessProbe.periodSeconds
  spec.template.spec.containers.readinessProbe.httpGet.path spec.template.spec.containers.securityContext.runAsNonRoot
  spec.template.spec.containers.volumeMounts`;
const OBJECT = "apiVersion metadata.name metadata.namespace metadata.labels metadata.annotations";

/** Properties that programs set on types which no package of ours declares, by type glob; the last says it for any. */
const USUAL: readonly (readonly [types: string, properties: string])[] = [
  ["kubernetes:apps/*", `${OBJECT} spec.replicas spec.selector.matchLabels spec.strategy.type ${POD}`],
  ["kubernetes:batch/*", `${OBJECT} spec.schedule spec.suspend spec.concurrencyPolicy spec.backoffLimit ${POD}`],
  ["kubernetes:core/*:ConfigMap", `${OBJECT} data binaryData immutable`],
  ["kubernetes:core/*:Secret", `${OBJECT} data stringData type`],
  [
    "kubernetes:core/*:Service",
    `${OBJECT} spec.type spec.selector spec.ports.port spec.ports.targetPort spec.clusterIP spec.externalTrafficPolicy
    spec.sessionAffinity spec.loadBalancerSourceRanges`,
  ],
  [
    "kubernetes:core/*:PersistentVolumeClaim",
    `${OBJECT} spec.accessModes spec.storageClassName spec.resources.requests.storage`,
  ],
  [
    "kubernetes:networking.k8s.io/*:Ingress",
    `${OBJECT} spec.ingressClassName spec.rules.host spec.rules.http.paths.path spec.tls.hosts spec.tls.secretName`,
  ],
  ["kubernetes:networking.k8s.io/*", `${OBJECT} spec.podSelector spec.policyTypes spec.ingress spec.egress`],
  [
    "kubernetes:autoscaling/*",
    `${OBJECT} spec.minReplicas spec.maxReplicas spec.scaleTargetRef.name spec.metrics.resource.target.averageUtilization`,
  ],
  ["kubernetes:policy/*", `${OBJECT} spec.minAvailable spec.maxUnavailable spec.selector.matchLabels`],
  ["kubernetes:rbac*", `${OBJECT} rules.apiGroups rules.resources rules.verbs roleRef.name subjects.name`],
  [
    "kubernetes:helm.sh/*",
    `name namespace chart version repositoryOpts.repo values values.replicaCount values.image.repository
    values.image.tag values.resources.limits.memory values.ingress.enabled values.persistence.size atomic timeout`,
  ],
  ["kubernetes:*", `${OBJECT} spec`],
  [
    "*",
    `name description tags labels region location resourceGroupName project zone version engineVersion runtime image sku
    sku.name tier instanceType machineType vmSize size nodeCount replicas minSize maxSize cpu memory diskSize storageGb
    iops multiAz availabilityZones deletionProtection backupRetentionDays pointInTimeRecovery replicationFactor
    publicNetworkAccess encryption kmsKeyId minimumTlsVersion password apiKey roleArn policy subnetId vpcId
    securityGroupIds cidrBlock port protocol environment.LOG_LEVEL environment.FEATURE_X timeout retentionDays schedule
    logLevel enabled domainName url`,
  ],
];

/** What is usually set on a type of which no package is known; names joined by dots. */
export function usualProperties(type: string): readonly string[] {
  const [, properties = ""] = USUAL.find(([glob]) => compileType(glob).test(type)) ?? [];
  return properties.trim().split(/\s+/);
}

import { resource, type ExportedResource, type Site } from "./exported";

/**
 * One service as teams deploy it: twenty resources whose types, leaf counts (median 3, 99th percentile 23), string
 * lengths (median 20, 99th percentile about 2,000) and share of references among leaves (a quarter) follow what 1,024
 * resources of recorded states show.
 */
export function serviceCell(site: Site, index: number): readonly ExportedResource[] {
  const service = `${site.environment}-svc${index}`;
  const access = accessOf(site, service);
  const network = networkOf(site, service, index);
  const queues = queuesOf(site, service);
  return [
    ...access.all,
    ...network.all,
    ...queues,
    ...computeOf(site, service, index, access, network),
    ...watch(site, service),
  ];
}

function accessOf(site: Site, service: string) {
  const role = resource(
    site,
    "aws:iam/role:Role",
    `${service}-task`,
    { assumeRolePolicy: document("sts:AssumeRole", undefined), forceDetachPolicies: false, maxSessionDuration: 3600 },
    { arn: site.identities.arn("iam", `role/${service}-task`) },
  );
  const secret = resource(
    site,
    "aws:secretsmanager/secret:Secret",
    `${service}-db`,
    { recoveryWindowInDays: 7, forceOverwriteReplicaSecret: false },
    { arn: site.identities.arn("secretsmanager", `secret:${service}-db-${site.identities.hex(service, 6)}`) },
  );
  const policy = resource(
    site,
    "aws:iam/rolePolicy:RolePolicy",
    `${service}-secrets`,
    { role: role.id, policy: document("secretsmanager:GetSecretValue", String(secret.outputs.arn)) },
    {},
    { role: [role], policy: [secret] },
  );
  const attachments = ["AmazonSSMReadOnlyAccess", "CloudWatchAgentServerPolicy"].map((managed) =>
    resource(
      site,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      `${service}-${managed}`,
      { role: role.id, policyArn: `arn:aws:iam::aws:policy/${managed}` },
      {},
      { role: [role] },
    ),
  );
  return { role, secret, all: [role, secret, policy, ...attachments] };
}

function networkOf(site: Site, service: string, index: number) {
  const group = resource(
    site,
    "aws:ec2/securityGroup:SecurityGroup",
    service,
    { description: `traffic of ${service}`, revokeRulesOnDelete: false },
    { arn: site.identities.arn("ec2", `security-group/sg-${site.identities.hex(service, 17)}`) },
  );
  const rules = [443, 8080, 9090].map((port) =>
    resource(
      site,
      "aws:ec2/securityGroupRule:SecurityGroupRule",
      `${service}-${port}`,
      {
        type: "ingress",
        protocol: "tcp",
        fromPort: port,
        toPort: port,
        cidrBlocks: [`10.${index % 200}.0.0/16`],
        securityGroupId: group.id,
      },
      {},
      { securityGroupId: [group] },
    ),
  );
  const target = resource(
    site,
    "aws:lb/targetGroup:TargetGroup",
    service,
    {
      port: 8080,
      protocol: "HTTP",
      deregistrationDelay: 30,
      healthCheck: { path: "/health", interval: 15, healthyThreshold: 2 },
    },
    { arn: site.identities.arn("elasticloadbalancing", `targetgroup/${service}/${site.identities.hex(service, 16)}`) },
  );
  return { group, target, all: [group, ...rules, target] };
}

function queuesOf(site: Site, service: string): readonly ExportedResource[] {
  const arn = (name: string): string => site.identities.arn("sqs", name);
  const dead = resource(
    site,
    "aws:sqs/queue:Queue",
    `${service}-dead`,
    { messageRetentionSeconds: 1209600 },
    { arn: arn(`${service}-dead`) },
  );
  const queue = resource(
    site,
    "aws:sqs/queue:Queue",
    service,
    {
      visibilityTimeoutSeconds: 60,
      receiveWaitTimeSeconds: 10,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.outputs.arn, maxReceiveCount: 5 }),
    },
    { arn: arn(service) },
    { redrivePolicy: [dead] },
  );
  return [dead, queue];
}

function computeOf(
  site: Site,
  service: string,
  index: number,
  access: ReturnType<typeof accessOf>,
  network: ReturnType<typeof networkOf>,
): readonly ExportedResource[] {
  const logs = resource(
    site,
    "aws:cloudwatch/logGroup:LogGroup",
    service,
    { retentionInDays: 30, skipDestroy: false },
    {},
  );
  const task = resource(
    site,
    "aws:ecs/taskDefinition:TaskDefinition",
    service,
    {
      family: service,
      cpu: "512",
      memory: "1024",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      executionRoleArn: access.role.outputs.arn,
      containerDefinitions: JSON.stringify(containers(site, service, index, String(access.secret.outputs.arn))),
    },
    { arn: site.identities.arn("ecs", `task-definition/${service}:3`), revision: 3 },
    { executionRoleArn: [access.role], containerDefinitions: [access.secret, logs] },
  );
  const deployed = resource(
    site,
    "aws:ecs/service:Service",
    service,
    {
      taskDefinition: task.outputs.arn,
      desiredCount: 2,
      launchType: "FARGATE",
      loadBalancers: [{ containerName: "app", containerPort: 8080, targetGroupArn: network.target.outputs.arn }],
      networkConfiguration: { assignPublicIp: false, securityGroups: [network.group.id] },
    },
    {},
    { taskDefinition: [task], loadBalancers: [network.target], networkConfiguration: [network.group] },
  );
  return [logs, task, deployed];
}

function containers(site: Site, service: string, index: number, secret: string): readonly unknown[] {
  const environment = Array.from({ length: 18 }, (_, at) => ({
    name: `SETTING_${at}`,
    value: `value-${at}-of-${index}`,
  }));
  return [
    {
      name: "app",
      image: `${site.identities.account}.dkr.ecr.eu-central-1.amazonaws.com/app:1.${index % 40}.2`,
      essential: true,
      portMappings: [{ containerPort: 8080 }],
      environment: [
        ...environment,
        { name: "QUEUE", value: `https://sqs.eu-central-1.amazonaws.com/${site.identities.account}/${service}` },
      ],
      secrets: [{ name: "DATABASE_URL", valueFrom: secret }],
    },
  ];
}

function watch(site: Site, service: string): readonly ExportedResource[] {
  return ["errors", "latency", "saturation", "restarts", "lag"].map((metric) =>
    resource(
      site,
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      `${service}-${metric}`,
      {
        comparisonOperator: "GreaterThanThreshold",
        evaluationPeriods: 3,
        metricName: metric,
        namespace: service,
        period: 60,
        threshold: 5,
      },
      { arn: site.identities.arn("cloudwatch", `alarm:${service}-${metric}`) },
    ),
  );
}

function document(action: string, resourceArn: string | undefined): string {
  const statement = {
    Effect: "Allow",
    Action: [action],
    ...(resourceArn === undefined ? {} : { Resource: [resourceArn] }),
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

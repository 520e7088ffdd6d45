import { base64, json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Machines that run containers, deployed blue and green; the environment is in the project's name, the stack is `main` on both sides. */
export const legacyBilling = world({
  name: "legacy-billing",
  subject: {
    project: "billing-nonprod",
    stack: "main",
    account: "501928374650",
    region: "ap-northeast-1",
    providers: { aws: "5.43.0", random: "4.13.2" },
    values: {
      env: "nonprod",
      Env: "NonProd",
      vpc: "vpc-04f3e2d1c0b9a8877",
      subnets: ["subnet-0b1a2c3d4e5f60718", "subnet-0918273645affe012"],
      zone: "Z3NP7Q8R9S0T1U",
      domain: "billing.nonprod.sakuragas.jp",
      size: "t3.large",
      count: { min: 1, max: 2, desired: 1 },
      db: { type: "db.t3.medium", storage: 100, multi: false, days: 3, iops: 0, version: "8.0.39" },
      cache: { type: "cache.t3.small", nodes: 1 },
      memory: 1536,
      heap: "-Xms512m -Xmx1024m",
      gateway: "https://sandbox.paygate.example/v2",
      workers: 2,
      worker_processes: "2",
      bake: 0,
      config: "CodeDeployDefault.ECSAllAtOnce",
      extra: "",
      mail: "billing-dev@sakuragas.jp",
      ami: "ami-05f1a2b3c4d5e6f70",
      deletion: false,
    },
  },
  reference: {
    project: "billing-prod",
    stack: "main",
    account: "829304756123",
    region: "ap-northeast-1",
    providers: { aws: "5.43.0", random: "4.13.2" },
    values: {
      env: "prod",
      Env: "Prod",
      vpc: "vpc-0aa99887766554433",
      subnets: ["subnet-0c0d0e0f1a1b1c1d1", "subnet-0e1f2a3b4c5d6e7f8"],
      zone: "Z1PR2Q3R4S5T6V",
      domain: "billing.sakuragas.jp",
      size: "m5.2xlarge",
      count: { min: 4, max: 12, desired: 4 },
      db: { type: "db.r6i.2xlarge", storage: 1000, multi: true, days: 30, iops: 12000, version: "8.0.36" },
      cache: { type: "cache.r6g.large", nodes: 3 },
      memory: 6144,
      heap: "-Xms4g -Xmx5g",
      gateway: "https://api.paygate.example/v2",
      workers: 16,
      worker_processes: "8",
      bake: 60,
      config: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
      extra: "proxy_cache_valid 200 5m;\n",
      mail: "billing@sakuragas.jp",
      ami: "ami-05f1a2b3c4d5e6f70",
      deletion: true,
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const n = (name: string) => `Billing${v.Env}${name}`;
    const k = (name: string) => `billing-${v.env}-${name}`;
    const tags = { Application: "billing", Environment: v.env, Owner: "kiban@sakuragas.jp" };
    const sg = app.resource("aws:ec2/securityGroup:SecurityGroup", n("Hosts"), {
      name: k("hosts"),
      vpcId: v.vpc,
      description: `Billing hosts (${v.Env})`,
      ingress: [
        { protocol: "tcp", fromPort: 32768, toPort: 65535, cidrBlocks: ["10.0.0.0/8"], description: "dynamic ports" },
        { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: ["10.0.0.0/8"] },
      ],
      egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
      tags,
    });
    const options = app.resource("aws:rds/optionGroup:OptionGroup", n("Db"), {
      name: k("mysql80"),
      engineName: "mysql",
      majorEngineVersion: "8.0",
      optionGroupDescription: `audit for ${v.env}`,
      options: [
        {
          optionName: "MARIADB_AUDIT_PLUGIN",
          optionSettings: [
            { name: "SERVER_AUDIT_EVENTS", value: "CONNECT,QUERY_DDL" },
            { name: "SERVER_AUDIT_FILE_ROTATIONS", value: "9" },
          ],
        },
      ],
    });
    const parameters = app.resource("aws:rds/parameterGroup:ParameterGroup", n("Db"), {
      name: k("mysql80"),
      family: "mysql8.0",
      parameters:
        v.env === "prod"
          ? [
              { name: "innodb_buffer_pool_size", value: "{DBInstanceClassMemory*3/4}" },
              { name: "character_set_server", value: "utf8mb4" },
              { name: "time_zone", value: "Asia/Tokyo" },
            ]
          : [
              { name: "character_set_server", value: "utf8mb4" },
              { name: "time_zone", value: "Asia/Tokyo", applyMethod: "immediate" },
              { name: "innodb_buffer_pool_size", value: "{DBInstanceClassMemory*3/4}" },
            ],
    });
    const group = app.resource("aws:rds/subnetGroup:SubnetGroup", n("Db"), {
      name: k("db"),
      subnetIds: v.subnets,
      description: "Managed by Pulumi",
    });
    const password = app.resource("random:index/randomPassword:RandomPassword", n("Db"), {
      length: 40,
      special: false,
    });
    const db = app.resource(
      "aws:rds/instance:Instance",
      n("Db"),
      {
        identifier: k("db"),
        engine: "mysql",
        engineVersion: v.db.version,
        instanceClass: v.db.type,
        allocatedStorage: v.db.storage,
        storageType: "gp3",
        ...(v.db.iops > 0 ? { iops: v.db.iops, storageThroughput: 500 } : {}),
        multiAz: v.db.multi,
        backupRetentionPeriod: v.db.days,
        backupWindow: "18:00-19:00",
        maintenanceWindow: "sun:19:00-sun:20:00",
        dbName: "billing",
        username: "billing",
        password: secret(password.get("result")),
        dbSubnetGroupName: group.get("name"),
        parameterGroupName: parameters.get("name"),
        optionGroupName: options.get("name"),
        deletionProtection: v.deletion,
        skipFinalSnapshot: !v.deletion,
        ...(v.deletion ? { finalSnapshotIdentifier: k("final") } : {}),
        storageEncrypted: true,
        tags,
      },
      {
        defaults: {
          applyImmediately: false,
          autoMinorVersionUpgrade: true,
          copyTagsToSnapshot: false,
          monitoringInterval: 0,
          publiclyAccessible: false,
        },
      },
    );
    const cache = app.resource("aws:elasticache/replicationGroup:ReplicationGroup", n("Cache"), {
      replicationGroupId: k("cache"),
      description: `sessions ${v.env}`,
      nodeType: v.cache.type,
      numCacheClusters: v.cache.nodes,
      automaticFailoverEnabled: v.cache.nodes > 1,
      engine: "redis",
      engineVersion: "7.1",
      parameterGroupName: "default.redis7",
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
    });
    const cluster = app.resource("aws:ecs/cluster:Cluster", n("Cluster"), {
      name: k("cluster"),
      settings: [{ name: "containerInsights", value: "enabled" }],
      tags,
    });
    const agent = app.resource("aws:ssm/parameter:Parameter", n("Agent"), {
      name: `AmazonCloudWatch-${k("hosts")}`,
      type: "String",
      value: json({
        logs: {
          logs_collected: {
            files: { collect_list: [{ file_path: "/var/log/ecs/*", log_group_name: `/billing/${v.env}/hosts` }] },
          },
        },
      }),
    });
    const role = app.resource("aws:iam/role:Role", n("Host"), {
      name: n("HostRole"),
      path: "/billing/",
      assumeRolePolicy: json({
        Version: "2008-10-17",
        Statement: [
          { Sid: "", Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
        ],
      }),
      managedPolicyArns: [
        "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
      ],
    });
    const profile = app.resource("aws:iam/instanceProfile:InstanceProfile", n("Host"), {
      name: n("HostProfile"),
      path: "/billing/",
      role: role.get("name"),
    });
    const template = app.resource("aws:ec2/launchTemplate:LaunchTemplate", n("Host"), {
      namePrefix: `${k("host")}-`,
      name: `${k("host")}-${v.env === "prod" ? "20250818091133456700000002" : "20250817230155123400000001"}`,
      imageId: v.ami,
      instanceType: v.size,
      iamInstanceProfile: { arn: profile.get("arn") },
      vpcSecurityGroupIds: [sg.id],
      userData: base64(
        text`#!/bin/bash -xe\ncat <<'CONF' > /etc/ecs/ecs.config\nECS_CLUSTER=${cluster.get("name")}\nECS_ENABLE_TASK_IAM_ROLE=true\nECS_INSTANCE_ATTRIBUTES={"env":"${v.env}"}\nCONF\n/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c ssm:${agent.get("name")}\nhostnamectl set-hostname ${k("host")}-$(ec2-metadata -i | cut -d' ' -f2)\n`,
      ),
      tagSpecifications: [
        { resourceType: "instance", tags: { ...tags, Name: k("host") } },
        { resourceType: "volume", tags },
      ],
    });
    const hosts = app.resource("aws:autoscaling/group:Group", n("Hosts"), {
      name: k("hosts"),
      minSize: v.count.min,
      maxSize: v.count.max,
      desiredCapacity: v.count.desired,
      launchTemplate: { id: template.id, version: "$Latest" },
      vpcZoneIdentifiers: v.subnets,
      protectFromScaleIn: true,
      tags: Object.entries({ ...tags, Name: k("host"), AmazonECSManaged: "" }).map(([key, value]) => ({
        key,
        value,
        propagateAtLaunch: true,
      })),
    });
    const provider = app.resource("aws:ecs/capacityProvider:CapacityProvider", n("Hosts"), {
      name: k("hosts"),
      autoScalingGroupProvider: {
        autoScalingGroupArn: hosts.get("arn"),
        managedTerminationProtection: "ENABLED",
        managedScaling: { status: "ENABLED", targetCapacity: 90 },
      },
    });
    app.resource("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", n("Hosts"), {
      clusterName: cluster.get("name"),
      capacityProviders: [provider.get("name")],
      defaultCapacityProviderStrategies: [{ capacityProvider: provider.get("name"), weight: 1 }],
    });
    const nginx = `worker_processes ${v.worker_processes};\nhttp {\n  upstream app { server 127.0.0.1:8080; }\n  server {\n    listen 80;\n    server_name ${v.domain};\n    location / { proxy_pass http://app; }\n    ${v.extra}}\n}\n`;
    const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", n("Tasks"), {
      name: `/billing/${v.env}/tasks`,
      retentionInDays: 365,
      tags,
    });
    const task = app.resource("aws:ecs/taskDefinition:TaskDefinition", n("Task"), {
      family: k("app"),
      networkMode: "bridge",
      requiresCompatibilities: ["EC2"],
      containerDefinitions: json([
        {
          name: "nginx",
          image: "public.ecr.aws/nginx/nginx:1.27",
          memory: 128,
          links: ["app"],
          portMappings: [{ containerPort: 80, hostPort: 0 }],
          environment: [{ name: "NGINX_CONF", value: nginx }],
        },
        {
          name: "app",
          image: `${account}.dkr.ecr.${region}.amazonaws.com/billing/app:2026.1.3`,
          memory: v.memory,
          environment: [
            { name: "JAVA_TOOL_OPTIONS", value: `${v.heap} -Dspring.profiles.active=${v.env}` },
            { name: "DB_URL", value: text`jdbc:mysql://${db.get("address")}:3306/billing?useSSL=true` },
            { name: "REDIS_URI", value: text`rediss://${cache.get("primaryEndpointAddress")}:6379` },
            { name: "PAYMENT_GATEWAY_URL", value: v.gateway },
            { name: "WORKERS", value: String(v.workers) },
            { name: "MAIL_FROM", value: v.mail },
          ],
          logConfiguration: {
            logDriver: "awslogs",
            options: { "awslogs-group": logs.get("name"), "awslogs-region": region, "awslogs-stream-prefix": "app" },
          },
        },
      ]),
    });
    const lb = app.resource("aws:alb/loadBalancer:LoadBalancer", n("Lb"), {
      name: k("lb"),
      subnets: v.subnets,
      securityGroups: [sg.id],
      internal: false,
      enableDeletionProtection: v.deletion,
    });
    const targets = ["blue", "green"].map((colour) =>
      app.resource("aws:alb/targetGroup:TargetGroup", n(`Target${colour}`), {
        name: `${k("tg")}-${colour}`,
        port: 80,
        protocol: "HTTP",
        vpcId: v.vpc,
        healthCheck: { path: "/actuator/health", matcher: "200-299" },
        targetType: "instance",
      }),
    );
    const listener = app.resource("aws:alb/listener:Listener", n("Https"), {
      loadBalancerArn: lb.get("arn"),
      port: 443,
      protocol: "HTTPS",
      certificateArn: `arn:aws:acm:${region}:${account}:certificate/${v.env === "prod" ? "99887766-5544-4332-a110-ffeeddccbbaa" : "0011aabb-2233-4c4d-9e5f-66778899aabb"}`,
      defaultActions: [{ type: "forward", targetGroupArn: targets[0]?.get("arn") }],
    });
    const service = app.resource(
      "aws:ecs/service:Service",
      n("App"),
      {
        name: k("app"),
        cluster: cluster.get("arn"),
        taskDefinition: task.get("arn"),
        desiredCount: v.count.desired,
        deploymentController: { type: "CODE_DEPLOY" },
        loadBalancers: [{ containerName: "nginx", containerPort: 80, targetGroupArn: targets[0]?.get("arn") }],
        capacityProviderStrategies: [{ capacityProvider: provider.get("name"), weight: 1 }],
        orderedPlacementStrategies: [
          { type: "spread", field: "attribute:ecs.availability-zone" },
          { type: "binpack", field: "memory" },
        ],
      },
      { state: { ignoreChanges: ["taskDefinition", "loadBalancers"] } },
    );
    const deploy = app.resource("aws:codedeploy/application:Application", n("Deploy"), {
      name: k("app"),
      computePlatform: "ECS",
    });
    app.resource("aws:codedeploy/deploymentGroup:DeploymentGroup", n("Deploy"), {
      appName: deploy.get("name"),
      deploymentGroupName: k("app"),
      deploymentConfigName: v.config,
      serviceRoleArn: `arn:aws:iam::${account}:role/CodeDeployServiceRole`,
      ecsService: { clusterName: cluster.get("name"), serviceName: service.get("name") },
      deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "BLUE_GREEN" },
      blueGreenDeploymentConfig: {
        deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT" },
        terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: v.bake },
      },
      loadBalancerInfo: {
        targetGroupPairInfo: {
          prodTrafficRoute: { listenerArns: [listener.get("arn")] },
          targetGroups: targets.map((one) => ({ name: one.get("name") })),
        },
      },
    });
    app.resource("aws:ssm/document:Document", n("Drain"), {
      name: n("Drain"),
      documentType: "Command",
      documentFormat: "YAML",
      content: text`schemaVersion: "2.2"\ndescription: Drain a host of ${v.env}\nmainSteps:\n  - action: aws:runShellScript\n    name: drain\n    inputs:\n      runCommand:\n        - aws ecs update-container-instances-state --cluster ${cluster.get("name")} --status DRAINING --container-instances $(curl -s localhost:51678/v1/metadata | jq -r .ContainerInstanceArn)\n`,
    });
    app.resource("aws:cloudformation/stack:Stack", n("Chatbot"), {
      name: k("chatbot"),
      capabilities: ["CAPABILITY_IAM"],
      templateBody: json({
        AWSTemplateFormatVersion: "2010-09-09",
        Resources: {
          Slack: {
            Type: "AWS::Chatbot::SlackChannelConfiguration",
            Properties: {
              ConfigurationName: k("alerts"),
              SlackWorkspaceId: "T02ABCDEFGH",
              SlackChannelId: v.env === "prod" ? "C05JJ8M1PLW" : "C05GH2K9XQZ",
              IamRoleArn: `arn:aws:iam::${account}:role/chatbot`,
              LoggingLevel: "ERROR",
            },
          },
        },
      }),
    });
    app.resource("aws:route53/record:Record", n("Site"), {
      zoneId: v.zone,
      name: v.domain,
      type: "A",
      aliases: [{ name: lb.get("dnsName"), zoneId: lb.get("zoneId"), evaluateTargetHealth: false }],
    });
  },
  differences: [
    difference("changed", "aws:rds/instance:Instance::*", "engineVersion", "A patch ahead."),
    difference("changed", "aws:rds/instance:Instance::*", "instanceClass", "A smaller, burstable machine."),
    difference("changed", "aws:rds/instance:Instance::*", "allocatedStorage", "A tenth of the storage."),
    difference("removed", "aws:rds/instance:Instance::*", "iops", "No operations are reserved."),
    difference("removed", "aws:rds/instance:Instance::*", "storageThroughput", "No throughput is reserved."),
    difference("changed", "aws:rds/instance:Instance::*", "multiAz", "One zone."),
    difference("changed", "aws:rds/instance:Instance::*", "backupRetentionPeriod", "Backups of three days."),
    difference("changed", "aws:rds/instance:Instance::*", "deletionProtection", "May be deleted."),
    difference("changed", "aws:rds/instance:Instance::*", "skipFinalSnapshot", "Without a last snapshot."),
    difference("removed", "aws:rds/instance:Instance::*", "finalSnapshotIdentifier", "Without a last snapshot."),
    difference(
      "changed",
      "aws:elasticache/replicationGroup:ReplicationGroup::*",
      "nodeType",
      "A smaller, burstable node.",
    ),
    difference(
      "changed",
      "aws:elasticache/replicationGroup:ReplicationGroup::*",
      "numCacheClusters",
      "One node, not three.",
    ),
    difference(
      "changed",
      "aws:elasticache/replicationGroup:ReplicationGroup::*",
      "automaticFailoverEnabled",
      "Nothing to fail over to.",
    ),
    difference("changed", "aws:ec2/launchTemplate:LaunchTemplate::*", "instanceType", "A smaller, burstable machine."),
    difference("changed", "aws:autoscaling/group:Group::*", "minSize", "One host, not four."),
    difference("changed", "aws:autoscaling/group:Group::*", "maxSize", "Two hosts at most."),
    difference("changed", "aws:autoscaling/group:Group::*", "desiredCapacity", "One host, not four."),
    difference(
      "changed",
      "aws:ecs/taskDefinition:TaskDefinition::*",
      "containerDefinitions[0].environment[0].value",
      "Fewer processes, no cache.",
    ),
    difference(
      "changed",
      "aws:ecs/taskDefinition:TaskDefinition::*",
      "containerDefinitions[1].memory",
      "A quarter of the memory.",
    ),
    difference(
      "changed",
      "aws:ecs/taskDefinition:TaskDefinition::*",
      "containerDefinitions[1].environment[0].value",
      "A smaller heap.",
    ),
    difference(
      "changed",
      "aws:ecs/taskDefinition:TaskDefinition::*",
      "containerDefinitions[1].environment[4].value",
      "Two workers, not sixteen.",
    ),
    difference("changed", "aws:alb/loadBalancer:LoadBalancer::*", "enableDeletionProtection", "May be deleted."),
    difference("changed", "aws:ecs/service:Service::*", "desiredCount", "One task, not four."),
    difference("changed", "aws:codedeploy/deploymentGroup:DeploymentGroup::*", "deploymentConfigName", "All at once."),
    difference(
      "changed",
      "aws:codedeploy/deploymentGroup:DeploymentGroup::*",
      "blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess.terminationWaitTimeInMinutes",
      "Nothing is kept for going back.",
    ),
  ],
});

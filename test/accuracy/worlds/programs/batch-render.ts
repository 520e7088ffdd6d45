import { base64, json, text } from "../engine/wired";
import { difference, world } from "../world";

/** Batch on EC2 with a file system mounted by base64 user data; glued environment names, provider 7. */
export const batchRender = world({
  name: "batch-render",
  subject: {
    project: "render",
    stack: "prestage",
    account: "480192837465",
    region: "us-west-2",
    providers: { aws: "7.3.1" },
    values: {
      env: "prestage",
      ami: "ami-0c2d3e23e757b5d84",
      agent: "1.300049.1",
      size: 200,
      max: 64,
      types: ["c6i.4xlarge"],
      spot: "SPOT",
      retries: 2,
      image: "public.ecr.aws/render/worker:5.2.0",
      memory: "16384",
      timeout: 3600,
      subnets: ["subnet-0c11aa22bb33cc44d"],
    },
  },
  reference: {
    project: "render",
    stack: "production",
    account: "190283746555",
    region: "us-west-2",
    providers: { aws: "7.3.1" },
    values: {
      env: "production",
      ami: "ami-0c2d3e23e757b5d84",
      agent: "1.300041.0",
      size: 200,
      max: 1024,
      types: ["c6i.4xlarge", "c6i.8xlarge"],
      spot: "EC2",
      retries: 2,
      image: "public.ecr.aws/render/worker:5.2.0",
      memory: "16384",
      timeout: 3600,
      subnets: ["subnet-05e6f708192a3b4c5", "subnet-06f708192a3b4c5d6"],
    },
  },
  program(app, v) {
    const sg = app.resource("aws:ec2/securityGroup:SecurityGroup", `render${v.env}`, {
      description: "render workers",
      egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
    });
    const files = app.resource("aws:efs/fileSystem:FileSystem", `assets${v.env}`, {
      encrypted: true,
      performanceMode: "maxIO",
      lifecyclePolicies: [{ transitionToIa: "AFTER_30_DAYS" }],
    });
    v.subnets.forEach((subnetId, index) =>
      app.resource("aws:efs/mountTarget:MountTarget", `assets${v.env}${index}`, {
        fileSystemId: files.id,
        subnetId,
        securityGroups: [sg.id],
      }),
    );
    const template = app.resource("aws:ec2/launchTemplate:LaunchTemplate", `worker${v.env}`, {
      imageId: v.ami,
      userData: base64(
        text`MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="==B=="\n\n--==B==\nContent-Type: text/cloud-config; charset="us-ascii"\n\npackages:\n- amazon-efs-utils\nruncmd:\n- yum install -y amazon-cloudwatch-agent-${v.agent}\n- mkdir -p /mnt/assets\n- mount -t efs -o tls ${files.id}:/ /mnt/assets\n- echo RENDER_ENV=${v.env} >> /etc/environment\n--==B==--\n`,
      ),
      blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { volumeSize: v.size, volumeType: "gp3", encrypted: "true" } },
      ],
      metadataOptions: { httpTokens: "required" },
      tagSpecifications: [{ resourceType: "instance", tags: { Name: `render-${v.env}-worker` } }],
    });
    const role = app.resource("aws:iam/role:Role", `worker${v.env}`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    const profile = app.resource("aws:iam/instanceProfile:InstanceProfile", `worker${v.env}`, {
      role: role.get("name"),
    });
    const compute = app.resource("aws:batch/computeEnvironment:ComputeEnvironment", `render${v.env}`, {
      type: "MANAGED",
      computeResources: {
        type: v.spot,
        maxVcpus: v.max,
        minVcpus: 0,
        instanceTypes: v.types,
        instanceRole: profile.get("arn"),
        subnets: v.subnets,
        securityGroupIds: [sg.id],
        launchTemplate: { launchTemplateId: template.id, version: template.get("latestVersion") },
      },
    });
    const queue = app.resource("aws:batch/jobQueue:JobQueue", `render${v.env}`, {
      priority: 10,
      state: "ENABLED",
      computeEnvironmentOrders: [{ order: 1, computeEnvironment: compute.get("arn") }],
    });
    const logs = app.resource("aws:cloudwatch/logGroup:LogGroup", `render${v.env}`, { retentionInDays: 14 });
    const job = app.resource("aws:batch/jobDefinition:JobDefinition", `frame${v.env}`, {
      type: "container",
      retryStrategy: { attempts: v.retries },
      timeout: { attemptDurationSeconds: v.timeout },
      containerProperties: json({
        image: v.image,
        command: ["render", "--queue", queue.get("arn")],
        resourceRequirements: [
          { type: "VCPU", value: "8" },
          { type: "MEMORY", value: v.memory },
        ],
        jobRoleArn: role.get("arn"),
        logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": logs.get("name") } },
        environment: [
          { name: "ASSETS", value: files.get("dnsName") },
          { name: "RENDER_ENV", value: v.env },
        ],
        volumes: [{ name: "assets", efsVolumeConfiguration: { fileSystemId: files.id } }],
      }),
    });
    app.resource("aws:scheduler/schedule:Schedule", `nightly${v.env}`, {
      scheduleExpression: "cron(0 3 * * ? *)",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: "arn:aws:scheduler:::aws-sdk:batch:submitJob",
        roleArn: role.get("arn"),
        input: json({ JobName: `nightly-${v.env}`, JobDefinition: job.get("arn"), JobQueue: queue.get("arn") }),
      },
    });
  },
  differences: [
    difference("missing", "aws:efs/mountTarget:MountTarget::*", null, "One subnet less to mount from."),
    difference("changed", "aws:ec2/launchTemplate:LaunchTemplate::*", "userData", "A newer agent is installed."),
    difference(
      "changed",
      "aws:batch/computeEnvironment:ComputeEnvironment::*",
      "computeResources.type",
      "Spot machines.",
    ),
    difference(
      "changed",
      "aws:batch/computeEnvironment:ComputeEnvironment::*",
      "computeResources.maxVcpus",
      "Fewer cores.",
    ),
    difference(
      "removed",
      "aws:batch/computeEnvironment:ComputeEnvironment::*",
      "computeResources.instanceTypes[*]",
      "No large machines.",
    ),
    difference(
      "removed",
      "aws:batch/computeEnvironment:ComputeEnvironment::*",
      "computeResources.subnets[*]",
      "One subnet less.",
    ),
  ],
});

import { gzipSync } from "node:zlib";
import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** As an image builder writes it: packed, so that no name can be seen in it. */
const packed = (script: string) => gzipSync(script, { level: 9 }).toString("base64");

/** Production in two regions of one account: codes of regions in names, what a cloud calls otherwise in each; the second one has less. */
export const pairOfRegions = world({
  name: "pair-of-regions",
  subject: {
    project: "edge-cache",
    stack: "prod-euw1",
    account: "912345670098",
    region: "eu-west-1",
    providers: { aws: "6.74.0" },
    values: {
      code: "euw1",
      other: "use1",
      otherRegion: "us-east-1",
      zones: ["eu-west-1a", "eu-west-1b"],
      second: "10.90",
      ami: "ami-0d3c0a1b2c4e5f607",
      prefix: "pl-6fa54006",
      elb: "156460612806",
      type: "c7g.large",
      max: 8,
      website: "s3-website-eu-west-1.amazonaws.com",
      log: "warn",
      origin: "euw1.cache.larkspur.media",
      failover: "SECONDARY",
      cert: "arn:aws:acm:eu-west-1:912345670098:certificate/27d1b4aa-0e52-4a6c-bb1f-9c8d7e6f5a40",
      logs: "911c0de2",
    },
  },
  reference: {
    project: "edge-cache",
    stack: "prod-use1",
    account: "912345670098",
    region: "us-east-1",
    providers: { aws: "6.74.0" },
    values: {
      code: "use1",
      other: "euw1",
      otherRegion: "eu-west-1",
      zones: ["us-east-1a", "us-east-1b", "us-east-1d"],
      second: "10.89",
      ami: "ami-0e4b1c2d3f5a60718",
      prefix: "pl-63a5400a",
      elb: "127311923021",
      type: "c7g.2xlarge",
      max: 24,
      website: "s3-website-us-east-1.amazonaws.com",
      log: "warn",
      origin: "use1.cache.larkspur.media",
      failover: "PRIMARY",
      cert: "arn:aws:acm:us-east-1:912345670098:certificate/b0c1d2e3-f4a5-4b6c-8d7e-9f0a1b2c3d4e",
      logs: "7720aaf1",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const n = (name: string) => `cache-${v.code}-${name}`;
    const far = app.provider("aws", "far", { region: v.otherRegion, allowedAccountIds: json([account]) });
    const vpc = app.resource("aws:ec2/vpc:Vpc", n("vpc"), {
      cidrBlock: `${v.second}.0.0/16`,
      enableDnsHostnames: true,
      assignGeneratedIpv6CidrBlock: false,
      tags: { Name: n("vpc") },
    });
    const subnets = v.zones.map((availabilityZone, index) =>
      app.resource("aws:ec2/subnet:Subnet", n(`node-${index}`), {
        vpcId: vpc.id,
        availabilityZone,
        cidrBlock: `${v.second}.${index * 32}.0/19`,
        tags: { Name: n(`node-${availabilityZone.slice(-1)}`) },
      }),
    );
    const logs = app.resource("aws:s3/bucketV2:BucketV2", n("logs"), {
      bucket: `larkspur-cache-logs-${region}-${v.logs}`,
    });
    app.resource("aws:s3/bucketPolicy:BucketPolicy", n("logs"), {
      bucket: logs.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${v.elb}:root` },
            Action: "s3:PutObject",
            Resource: text`${logs.get("arn")}/alb/AWSLogs/${account}/*`,
          },
        ],
      }),
    });
    const copies = app.resource(
      "aws:s3/bucketV2:BucketV2",
      n("copies"),
      { bucket: `larkspur-cache-copies-${v.code}-in-${v.other}` },
      { provider: far, region: v.otherRegion },
    );
    const site = app.resource("aws:s3/bucketV2:BucketV2", n("status"), { bucket: `status-${v.code}.larkspur.media` });
    app.resource(
      "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
      n("status"),
      { bucket: site.id, indexDocument: { suffix: "index.html" } },
      { outputs: { websiteDomain: v.website, websiteEndpoint: `status-${v.code}.larkspur.media.${v.website}` } },
    );
    const replicator = app.resource("aws:iam/role:Role", n("replicator"), {
      name: n("replicator"),
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    app.resource("aws:s3/bucketReplicationConfig:BucketReplicationConfig", n("logs"), {
      bucket: logs.id,
      role: replicator.get("arn"),
      rules: [
        {
          id: "far",
          status: "Enabled",
          priority: 1,
          filter: { prefix: "" },
          deleteMarkerReplication: { status: "Disabled" },
          destination: { bucket: copies.get("arn"), storageClass: "GLACIER_IR" },
        },
      ],
    });
    const key = app.resource("aws:kms/key:Key", n("volumes"), {
      multiRegion: true,
      enableKeyRotation: true,
      description: `volumes ${v.code}`,
    });
    app.resource(
      "aws:kms/replicaKey:ReplicaKey",
      n("volumes"),
      { primaryKeyArn: key.get("arn"), description: `volumes of ${v.code}` },
      { provider: far, region: v.otherRegion },
    );
    const edge = app.resource("aws:ec2/securityGroup:SecurityGroup", n("edge"), {
      name: n("edge"),
      vpcId: vpc.id,
      description: "from the CDN",
      ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, prefixListIds: [v.prefix], description: "CloudFront" }],
      egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
    });
    const profile = app.resource("aws:iam/instanceProfile:InstanceProfile", n("node"), {
      name: n("node"),
      role: "cache-node",
    });
    const template = app.resource("aws:ec2/launchTemplate:LaunchTemplate", n("node"), {
      name: n("node"),
      imageId: "resolve:ssm:/larkspur/ami/cache-arm64",
      instanceType: v.type,
      ebsOptimized: "true",
      iamInstanceProfile: { arn: profile.get("arn") },
      vpcSecurityGroupIds: [edge.id],
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { encrypted: "true", kmsKeyId: key.get("arn"), volumeSize: 60, volumeType: "gp3" },
        },
      ],
      userData: packed(
        `#cloud-config\nhostname: cache-${v.code}\nwrite_files:\n  - path: /etc/varnish/secret.env\n    content: |\n      REGION=${region}\n      ORIGIN=https://${v.origin}\n      LOG_LEVEL=${v.log}\nruncmd:\n  - systemctl enable --now varnish\n`,
      ),
      tagSpecifications: [{ resourceType: "instance", tags: { Name: n("node"), "cache:region": region } }],
    });
    const lb = app.resource("aws:lb/loadBalancer:LoadBalancer", n("edge"), {
      name: n("edge"),
      loadBalancerType: "application",
      securityGroups: [edge.id],
      subnets: subnets.map(({ id }) => id),
      accessLogs: { bucket: logs.get("bucket"), prefix: "alb", enabled: true },
      enableDeletionProtection: true,
    });
    const target = app.resource("aws:lb/targetGroup:TargetGroup", n("edge"), {
      name: n("edge"),
      port: 6081,
      protocol: "HTTP",
      vpcId: vpc.id,
      healthCheck: { path: "/ping", interval: 10 },
      deregistrationDelay: 30,
    });
    app.resource("aws:lb/listener:Listener", n("edge"), {
      loadBalancerArn: lb.get("arn"),
      port: 443,
      protocol: "HTTPS",
      certificateArn: v.cert,
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      defaultActions: [{ type: "forward", targetGroupArn: target.get("arn") }],
    });
    app.resource("aws:autoscaling/group:Group", n("node"), {
      name: n("node"),
      minSize: 2,
      maxSize: v.max,
      vpcZoneIdentifiers: subnets.map(({ id }) => id),
      targetGroupArns: [target.get("arn")],
      mixedInstancesPolicy: {
        launchTemplate: { launchTemplateSpecification: { launchTemplateId: template.id, version: "$Latest" } },
        instancesDistribution: {
          onDemandPercentageAboveBaseCapacity: 50,
          spotAllocationStrategy: "price-capacity-optimized",
        },
      },
      enabledMetrics: ["GroupInServiceInstances", "GroupDesiredCapacity"],
      tags: [{ key: "Name", value: n("node"), propagateAtLaunch: true }],
    });
    const check = app.resource("aws:route53/healthCheck:HealthCheck", n("edge"), {
      fqdn: v.origin,
      port: 443,
      type: "HTTPS",
      resourcePath: "/ping",
      failureThreshold: 2,
      requestInterval: 30,
      regions: ["us-east-1", "eu-west-1", "ap-southeast-1"],
    });
    app.resource("aws:route53/record:Record", n("edge"), {
      zoneId: "Z06LARKSPURMEDIA77",
      name: "cache.larkspur.media",
      type: "A",
      setIdentifier: v.code,
      healthCheckId: check.id,
      latencyRoutingPolicies: [{ region }],
      aliases: [{ name: lb.get("dnsName"), zoneId: lb.get("zoneId"), evaluateTargetHealth: true }],
    });
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", n("hits"), {
      name: `cache hit ratio (${v.code})`,
      comparisonOperator: "LessThanThreshold",
      evaluationPeriods: 3,
      threshold: 85,
      metricQueries: [
        {
          id: "hits",
          metric: {
            namespace: "Larkspur/Cache",
            metricName: "Hits",
            period: 300,
            stat: "Sum",
            dimensions: { Region: region },
          },
        },
        {
          id: "all",
          metric: {
            namespace: "Larkspur/Cache",
            metricName: "Requests",
            period: 300,
            stat: "Sum",
            dimensions: { Region: region },
          },
        },
        { id: "ratio", expression: "100 * hits / all", label: "ratio", returnData: true },
      ],
    });
  },
  differences: [
    difference("missing", "aws:ec2/subnet:Subnet::*", null, "Two zones instead of three."),
    difference("changed", "aws:ec2/launchTemplate:LaunchTemplate::*", "instanceType", "A quarter of the machine."),
    difference("changed", "aws:autoscaling/group:Group::*", "maxSize", "Eight machines at most, not twenty-four."),
    difference("removed", "aws:lb/loadBalancer:LoadBalancer::*", "subnets[2]", "Two zones instead of three."),
    difference("removed", "aws:autoscaling/group:Group::*", "vpcZoneIdentifiers[2]", "Two zones instead of three."),
  ],
});

import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** CodePipeline, CodeBuild and ECR; the environment is a prefix, one account. */
export const buildPipeline = world({
  name: "build-pipeline",
  subject: {
    project: "delivery",
    stack: "uat",
    account: "615243789012",
    region: "us-east-2",
    providers: { aws: "6.31.0" },
    values: {
      env: "uat",
      branch: "develop",
      compute: "BUILD_GENERAL1_SMALL",
      image: "aws/codebuild/standard:7.0",
      approve: false,
      mutability: "MUTABLE",
      scan: true,
      keep: 10,
      cluster: "uat-apps",
    },
  },
  reference: {
    project: "delivery",
    stack: "prd",
    account: "615243789012",
    region: "us-east-2",
    providers: { aws: "6.31.0" },
    values: {
      env: "prd",
      branch: "main",
      compute: "BUILD_GENERAL1_MEDIUM",
      image: "aws/codebuild/standard:7.0",
      approve: true,
      mutability: "IMMUTABLE",
      scan: true,
      keep: 30,
      cluster: "prd-apps",
    },
  },
  program(app, v) {
    const artifacts = app.resource("aws:s3/bucketV2:BucketV2", `${v.env}-artifacts`, { forceDestroy: true });
    const repo = app.resource("aws:ecr/repository:Repository", `${v.env}-billing`, {
      name: `${v.env}/billing`,
      imageTagMutability: v.mutability,
      imageScanningConfiguration: { scanOnPush: v.scan },
    });
    app.resource("aws:ecr/lifecyclePolicy:LifecyclePolicy", `${v.env}-billing`, {
      repository: repo.get("name"),
      policy: json({
        rules: [
          {
            rulePriority: 1,
            description: "keep some",
            selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: v.keep },
            action: { type: "expire" },
          },
        ],
      }),
    });
    const role = app.resource("aws:iam/role:Role", `${v.env}-build`, {
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "codebuild.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", `${v.env}-build`, {
      role: role.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["s3:GetObject", "s3:PutObject"],
            Resource: [artifacts.get("arn"), text`${artifacts.get("arn")}/*`],
          },
          { Effect: "Allow", Action: "ecr:*", Resource: repo.get("arn") },
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: `arn:aws:logs:us-east-2:615243789012:log-group:/aws/codebuild/${v.env}-billing:*`,
          },
        ],
      }),
    });
    const build = app.resource("aws:codebuild/project:Project", `${v.env}-billing`, {
      name: `${v.env}-billing`,
      serviceRole: role.get("arn"),
      artifacts: { type: "CODEPIPELINE" },
      environment: {
        computeType: v.compute,
        image: v.image,
        type: "LINUX_CONTAINER",
        privilegedMode: true,
        environmentVariables: [
          { name: "REPOSITORY", value: repo.get("repositoryUrl") },
          { name: "TARGET", value: v.env },
        ],
      },
      source: {
        type: "CODEPIPELINE",
        buildspec: `version: 0.2\nphases:\n  pre_build:\n    commands:\n      - aws ecr get-login-password | docker login -u AWS --password-stdin $REPOSITORY\n  build:\n    commands:\n      - docker build --build-arg ENVIRONMENT=${v.env} -t $REPOSITORY:$CODEBUILD_RESOLVED_SOURCE_VERSION .\n      - npm run ${v.approve ? "test:full" : "test"}\n`,
      },
    });
    const connection = app.resource("aws:codestarconnections/connection:Connection", `${v.env}-github`, {
      name: `${v.env}-github`,
      providerType: "GitHub",
    });
    const stage = (
      name: string,
      provider: string,
      category: string,
      configuration: Record<string, string | ReturnType<typeof text>>,
    ) => ({ name, actions: [{ name, category, owner: "AWS", provider, version: "1", configuration }] });
    const pipeline = app.resource("aws:codepipeline/pipeline:Pipeline", `${v.env}-billing`, {
      name: `${v.env}-billing`,
      roleArn: role.get("arn"),
      artifactStores: [{ type: "S3", location: artifacts.id }],
      stages: [
        stage("Source", "CodeStarSourceConnection", "Source", {
          ConnectionArn: text`${connection.get("arn")}`,
          FullRepositoryId: "acme/billing",
          BranchName: v.branch,
        }),
        stage("Build", "CodeBuild", "Build", { ProjectName: text`${build.get("name")}` }),
        ...(v.approve ? [stage("Approve", "Manual", "Approval", { CustomData: "Release billing?" })] : []),
        stage("Deploy", "ECS", "Deploy", { ClusterName: v.cluster, ServiceName: `${v.env}-billing` }),
      ],
    });
    const topic = app.resource("aws:sns/topic:Topic", `${v.env}-builds`, { kmsMasterKeyId: "alias/aws/sns" });
    app.resource("aws:cloudwatch/eventRule:EventRule", `${v.env}-failed`, {
      eventPattern: json({
        source: ["aws.codepipeline"],
        "detail-type": ["CodePipeline Pipeline Execution State Change"],
        detail: { state: ["FAILED"], pipeline: [pipeline.get("name")] },
      }),
    });
    app.resource("aws:sns/topicSubscription:TopicSubscription", `${v.env}-chat`, {
      topic: topic.get("arn"),
      protocol: "https",
      endpoint: secret(`https://hooks.example.net/${v.env}`),
    });
  },
  differences: [
    difference("changed", "aws:ecr/repository:Repository::*", "imageTagMutability", "Tags may be moved."),
    difference(
      "changed",
      "aws:ecr/lifecyclePolicy:LifecyclePolicy::*",
      "policy.rules[0].selection.countNumber",
      "Ten images instead of thirty.",
    ),
    difference("changed", "aws:codebuild/project:Project::*", "environment.computeType", "A smaller machine."),
    difference(
      "changed",
      "aws:codebuild/project:Project::*",
      "source.buildspec.phases.build.commands[1]",
      "Other tests.",
    ),
    difference("removed", "aws:codepipeline/pipeline:Pipeline::*", "stages[2]", "Nobody approves."),
    {
      ...difference(
        "changed",
        "aws:codepipeline/pipeline:Pipeline::*",
        "stages[0].actions[0].configuration.BranchName",
        "Each environment follows the branch that is named for it: as good as a name.",
      ),
      optional: true,
    },
  ],
});

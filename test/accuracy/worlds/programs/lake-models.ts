import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** A lake with models upon it: Glue, Lake Formation, Redshift Serverless, SageMaker; underscores, dated models, names with the project and stack before. */
export const lakeModels = world({
  name: "lake-models",
  subject: {
    project: "forecast",
    stack: "preprod",
    account: "627384950617",
    region: "us-west-2",
    naming: "{project}-{stack}-{name}-{hex:6}",
    providers: { aws: "6.72.0" },
    values: {
      env: "preprod",
      workers: 2,
      worker: "G.1X",
      glue: "5.0",
      rpu: 8,
      maxRpu: 32,
      endpoint: { type: "ml.m5.large", count: 1 },
      auto: { min: 1, max: 1 },
      model: "2026-02-18",
      image: "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference:2.5.1-cpu-py311-ubuntu22.04-sagemaker",
      sample: 10,
      schedule: "cron(0 12 ? * SUN *)",
      admins: ["arn:aws:iam::627384950617:role/data-admin"],
      catalog: "627384950617",
      capture: 100,
      debug: "true",
      url: "s3://vintner-preprod-lake/forecast",
    },
  },
  reference: {
    project: "forecast",
    stack: "prod",
    account: "384756102938",
    region: "us-west-2",
    naming: "{project}-{stack}-{name}-{hex:6}",
    providers: { aws: "6.72.0" },
    values: {
      env: "prod",
      workers: 10,
      worker: "G.2X",
      glue: "4.0",
      rpu: 32,
      maxRpu: 256,
      endpoint: { type: "ml.c6i.2xlarge", count: 3 },
      auto: { min: 3, max: 12 },
      model: "2026-02-04",
      image: "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference:2.5.1-cpu-py311-ubuntu22.04-sagemaker",
      sample: 100,
      schedule: "cron(0 2 * * ? *)",
      admins: ["arn:aws:iam::384756102938:role/data-admin"],
      catalog: "384756102938",
      capture: 5,
      debug: "false",
      url: "s3://vintner-prod-lake/forecast",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const lake = app.resource("aws:s3/bucketV2:BucketV2", "lake", {
      bucket: `vintner-${v.env}-lake`,
      tags: { zone: "raw" },
    });
    const scripts = app.resource("aws:s3/bucketV2:BucketV2", "scripts");
    const script = app.resource("aws:s3/bucketObjectv2:BucketObjectv2", "daily", {
      bucket: scripts.id,
      key: "jobs/daily_features.py",
      source: {
        "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
        hash: "a6b1c9d4e2f7081938a7b6c5d4e3f201a9b8c7d6e5f40312a1b2c3d4e5f60718",
        path: "jobs/daily_features.py",
      },
    });
    const trust = (...services: string[]) =>
      json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: services }, Action: "sts:AssumeRole" }],
      });
    const role = app.resource("aws:iam/role:Role", "jobs", {
      assumeRolePolicy: trust("glue.amazonaws.com", "lakeformation.amazonaws.com"),
    });
    const database = app.resource("aws:glue/catalogDatabase:CatalogDatabase", "forecast", {
      name: `forecast_${v.env}`,
      catalogId: v.catalog,
      locationUri: v.url,
    });
    app.resource("aws:glue/catalogTable:CatalogTable", "orders", {
      databaseName: database.get("name"),
      name: "orders",
      catalogId: v.catalog,
      tableType: "EXTERNAL_TABLE",
      parameters: {
        classification: "parquet",
        "projection.enabled": "true",
        "projection.day.type": "date",
        "projection.day.range": "2023/01/01,NOW",
        "storage.location.template": `${v.url}/orders/\${day}`,
      },
      partitionKeys: [{ name: "day", type: "string" }],
      storageDescriptor: {
        location: `${v.url}/orders`,
        inputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
        outputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
        serDeInfo: { serializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" },
        columns: [
          { name: "order_id", type: "bigint" },
          { name: "amount", type: "decimal(12,2)" },
        ],
      },
    });
    app.resource(
      "aws:lakeformation/dataLakeSettings:DataLakeSettings",
      "settings",
      { admins: v.admins, createDatabaseDefaultPermissions: [], trustedResourceOwners: [account] },
      { outputs: { id: `${v.env.length}827364511` } },
    );
    app.resource("aws:lakeformation/resource:Resource", "lake", { arn: lake.get("arn"), roleArn: role.get("arn") });
    app.resource(
      "aws:lakeformation/permissions:Permissions",
      "jobs",
      {
        principal: role.get("arn"),
        permissions: ["CREATE_TABLE", "DESCRIBE"],
        database: { name: database.get("name"), catalogId: v.catalog },
      },
      { outputs: { id: v.env === "prod" ? "2938475610" : "1029384756" } },
    );
    const connection = app.resource("aws:glue/connection:Connection", "warehouse", {
      connectionType: "JDBC",
      connectionProperties: secret(json({ USERNAME: "etl" })),
      physicalConnectionRequirements: {
        availabilityZone: `${region}a`,
        subnetId: v.env === "prod" ? "subnet-0123fed4567cba890" : "subnet-0fedc9876543210ab",
        securityGroupIdLists: [v.env === "prod" ? "sg-0a9c8e7b6d5f4a321" : "sg-01f2e3d4c5b6a7988"],
      },
    });
    const job = app.resource("aws:glue/job:Job", "daily", {
      roleArn: role.get("arn"),
      glueVersion: v.glue,
      workerType: v.worker,
      numberOfWorkers: v.workers,
      maxRetries: 1,
      timeout: 120,
      executionProperty: { maxConcurrentRuns: 1 },
      connections: [connection.get("name")],
      command: {
        name: "glueetl",
        pythonVersion: "3",
        scriptLocation: text`s3://${scripts.get("bucket")}/${script.get("key")}`,
      },
      defaultArguments: {
        "--job-language": "python",
        "--TempDir": text`s3://${scripts.get("bucket")}/tmp/`,
        "--database": database.get("name"),
        "--sample-percent": String(v.sample),
        "--enable-continuous-cloudwatch-log": v.debug,
        "--additional-python-modules": "pyarrow==18.1.0,awswrangler==3.11.0",
        "--conf": "spark.sql.adaptive.enabled=true --conf spark.sql.shuffle.partitions=200",
      },
    });
    app.resource("aws:glue/trigger:Trigger", "daily", {
      type: "SCHEDULED",
      schedule: v.schedule,
      actions: [{ jobName: job.get("name"), timeout: 120 }],
      startOnCreation: true,
    });
    app.resource("aws:glue/crawler:Crawler", "raw", {
      databaseName: database.get("name"),
      role: role.get("arn"),
      s3Targets: [{ path: text`s3://${lake.get("bucket")}/raw`, exclusions: ["**.tmp"] }],
      schemaChangePolicy: { deleteBehavior: "LOG", updateBehavior: "UPDATE_IN_DATABASE" },
      configuration:
        '{"Version":1.0,"CrawlerOutput":{"Partitions":{"AddOrUpdateBehavior":"InheritFromTable"}},"Grouping":{"TableGroupingPolicy":"CombineCompatibleSchemas"}}',
    });
    const namespace = app.resource("aws:redshiftserverless/namespace:Namespace", "warehouse", {
      namespaceName: `forecast-${v.env}`,
      dbName: "forecast",
      manageAdminPassword: true,
      iamRoles: [role.get("arn")],
      logExports: ["useractivitylog", "connectionlog"],
    });
    const workgroup = app.resource(
      "aws:redshiftserverless/workgroup:Workgroup",
      "warehouse",
      {
        workgroupName: `forecast-${v.env}`,
        namespaceName: namespace.get("namespaceName"),
        baseCapacity: v.rpu,
        maxCapacity: v.maxRpu,
        enhancedVpcRouting: true,
        publiclyAccessible: false,
        configParameters: [
          { parameterKey: "datestyle", parameterValue: "ISO, MDY" },
          { parameterKey: "query_group", parameterValue: "default" },
          { parameterKey: "max_query_execution_time", parameterValue: "14400" },
        ],
      },
      {
        outputs: {
          endpoints: [
            {
              address: `forecast-${v.env}.${account}.${region}.redshift-serverless.amazonaws.com`,
              port: 5439,
              vpcEndpoints: [],
            },
          ],
        },
      },
    );
    const runtime = app.resource("aws:iam/role:Role", "runtime", {
      assumeRolePolicy: trust("sagemaker.amazonaws.com"),
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", "runtime", {
      role: runtime.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["s3:GetObject"], Resource: text`${lake.get("arn")}/models/*` },
          { Effect: "Allow", Action: ["redshift-serverless:GetCredentials"], Resource: workgroup.get("arn") },
          {
            Effect: "Allow",
            Action: ["redshift-data:ExecuteStatement"],
            Resource: `arn:aws:redshift-serverless:${region}:${account}:workgroup/*`,
          },
        ],
      }),
    });
    const model = app.resource("aws:sagemaker/model:Model", "demand", {
      executionRoleArn: runtime.get("arn"),
      primaryContainer: {
        image: v.image,
        modelDataUrl: text`s3://${lake.get("bucket")}/models/demand/${v.model}/model.tar.gz`,
        environment: {
          SAGEMAKER_PROGRAM: "inference.py",
          SAGEMAKER_SUBMIT_DIRECTORY: "/opt/ml/model/code",
          WAREHOUSE_HOST: workgroup.get("endpoints.0.address"),
          TS_DEFAULT_WORKERS_PER_MODEL: "2",
        },
      },
    });
    const configuration = app.resource("aws:sagemaker/endpointConfiguration:EndpointConfiguration", "demand", {
      productionVariants: [
        {
          variantName: "main",
          modelName: model.get("name"),
          instanceType: v.endpoint.type,
          initialInstanceCount: v.endpoint.count,
          initialVariantWeight: 1,
        },
      ],
      dataCaptureConfig: {
        enableCapture: true,
        initialSamplingPercentage: v.capture,
        destinationS3Uri: text`s3://${lake.get("bucket")}/capture`,
        captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
      },
    });
    const endpoint = app.resource("aws:sagemaker/endpoint:Endpoint", "demand", {
      endpointConfigName: configuration.get("name"),
      name: `demand-${v.env}`,
    });
    const target = app.resource("aws:appautoscaling/target:Target", "demand", {
      resourceId: text`endpoint/${endpoint.get("name")}/variant/main`,
      minCapacity: v.auto.min,
      maxCapacity: v.auto.max,
      scalableDimension: "sagemaker:variant:DesiredInstanceCount",
      serviceNamespace: "sagemaker",
    });
    app.resource("aws:appautoscaling/policy:Policy", "demand", {
      policyType: "TargetTrackingScaling",
      resourceId: target.get("resourceId"),
      scalableDimension: target.get("scalableDimension"),
      serviceNamespace: target.get("serviceNamespace"),
      targetTrackingScalingPolicyConfiguration: {
        targetValue: 750,
        predefinedMetricSpecification: { predefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
        scaleInCooldown: 600,
      },
    });
    app.resource("aws:athena/namedQuery:NamedQuery", "errors", {
      database: database.get("name"),
      workgroup: "primary",
      query: text`SELECT day, avg(abs(forecast - actual)) AS mae\nFROM ${database.get("name")}.orders\nWHERE day > date_format(current_date - interval '30' day, '%Y/%m/%d')\nGROUP BY 1\nORDER BY 1;\n`,
    });
  },
  differences: [
    difference("changed", "aws:glue/job:Job::*", "glueVersion", "A major version ahead."),
    difference("changed", "aws:glue/job:Job::*", "workerType", "A smaller worker."),
    difference("changed", "aws:glue/job:Job::*", "numberOfWorkers", "Two workers, not ten."),
    difference("changed", "aws:glue/job:Job::*", 'defaultArguments["--sample-percent"]', "A tenth of the data."),
    difference(
      "changed",
      "aws:glue/job:Job::*",
      'defaultArguments["--enable-continuous-cloudwatch-log"]',
      "Logs as it goes.",
    ),
    difference("changed", "aws:glue/trigger:Trigger::*", "schedule", "Once a week, not each night."),
    difference(
      "changed",
      "aws:redshiftserverless/workgroup:Workgroup::*",
      "baseCapacity",
      "A quarter of the capacity.",
    ),
    difference("changed", "aws:redshiftserverless/workgroup:Workgroup::*", "maxCapacity", "An eighth at most."),
    difference("changed", "aws:sagemaker/model:Model::*", "primaryContainer.modelDataUrl", "A newer model."),
    difference(
      "changed",
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration::*",
      "productionVariants[0].instanceType",
      "A smaller machine of another family.",
    ),
    difference(
      "changed",
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration::*",
      "productionVariants[0].initialInstanceCount",
      "One machine, not three.",
    ),
    difference(
      "changed",
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration::*",
      "dataCaptureConfig.initialSamplingPercentage",
      "All requests are kept.",
    ),
    difference("changed", "aws:appautoscaling/target:Target::*", "minCapacity", "One machine at least, not three."),
    difference("changed", "aws:appautoscaling/target:Target::*", "maxCapacity", "One machine at most, not twelve."),
  ],
});

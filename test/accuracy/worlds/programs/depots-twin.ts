import { json, text } from "../engine/wired";
import { world } from "../world";

/** Devices of two depots: IoT rules in SQL, AppConfig with flags, Timestream, Greengrass; capitals and underscores, endpoints from look-ups; nothing differs. */
export const depotsTwin = world({
  name: "depots-twin",
  subject: {
    project: "fleet-iot",
    stack: "DEPOT_ANTWERP",
    account: "715263748596",
    region: "eu-west-3",
    providers: { aws: "6.39.0", command: "1.0.1", tls: "5.0.9" },
    values: {
      depot: "ANTWERP",
      lower: "antwerp",
      ats: "a2k9x7w1q5m3zp-ats.iot.eu-west-3.amazonaws.com",
      credentials: "c1d5k8j2h9g4f.credentials.iot.eu-west-3.amazonaws.com",
      ca: "6d1e8f0a2b4c",
      serial: "ANT-000417",
      cell: "timestream-cell2",
    },
  },
  reference: {
    project: "fleet-iot",
    stack: "DEPOT_LISBON",
    account: "182736455463",
    region: "eu-west-1",
    providers: { aws: "6.39.0", command: "1.0.1", tls: "5.0.9" },
    values: {
      depot: "LISBON",
      lower: "lisbon",
      ats: "a9z1y3x5w7v2ut-ats.iot.eu-west-1.amazonaws.com",
      credentials: "c7b3n1m9v5x2z.credentials.iot.eu-west-1.amazonaws.com",
      ca: "b90c7d5e3f1a",
      serial: "LIS-000023",
      cell: "timestream-cell1",
    },
  },
  program(app, v) {
    const { account, region } = app.place;
    const n = (name: string) => `${v.depot}_${name}`;
    const role = app.resource("aws:iam/role:Role", n("RULES"), {
      name: n("RULES"),
      assumeRolePolicy: json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "iot.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    const database = app.resource(
      "aws:timestreamwrite/database:Database",
      n("TELEMETRY"),
      {
        databaseName: n("TELEMETRY"),
        kmsKeyId: `arn:aws:kms:${region}:${account}:key/${v.ca.slice(0, 8)}-5e6f-4a7b-8c9d-0e1f2a3b4c5d`,
      },
      { outputs: { tableCount: 2 } },
    );
    const table = app.resource("aws:timestreamwrite/table:Table", n("POSITIONS"), {
      databaseName: database.get("databaseName"),
      tableName: "POSITIONS",
      retentionProperties: { magneticStoreRetentionPeriodInDays: 400, memoryStoreRetentionPeriodInHours: 24 },
    });
    const type = app.resource("aws:iot/thingType:ThingType", n("TRACKER"), {
      name: n("TRACKER"),
      properties: { description: "Tracker of a lorry", searchableAttributes: ["plate", "model"] },
    });
    const group = app.resource("aws:iot/thingGroup:ThingGroup", n("LORRIES"), {
      name: n("LORRIES"),
      properties: { attributePayload: { attributes: { depot: v.lower } } },
    });
    const key = app.resource(
      "tls:index/privateKey:PrivateKey",
      n("CA"),
      { algorithm: "ECDSA", ecdsaCurve: "P256" },
      { state: { additionalSecretOutputs: ["privateKeyPem"] } },
    );
    const ca = app.resource(
      "tls:index/selfSignedCert:SelfSignedCert",
      n("CA"),
      {
        privateKeyPem: key.get("publicKeyFingerprintMd5"),
        subject: { commonName: `${v.lower}.devices.haul.eu`, organization: "Haul" },
        validityPeriodHours: 87600,
        isCaCertificate: true,
        allowedUses: ["cert_signing", "digital_signature"],
      },
      {
        outputs: {
          certPem: `-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIRA${Buffer.from(v.ca.repeat(8)).toString("base64")}\n-----END CERTIFICATE-----\n`,
          validityStartTime: `2026-01-1${v.ca.length % 10}T09:00:00.123456Z`,
          validityEndTime: "2036-01-10T09:00:00.123456Z",
        },
      },
    );
    const registered = app.resource(
      "aws:iot/caCertificate:CaCertificate",
      n("CA"),
      { caCertificatePem: ca.get("certPem"), active: true, allowAutoRegistration: true, certificateMode: "SNI_ONLY" },
      {
        outputs: {
          id: v.ca.repeat(6).slice(0, 64),
          arn: `arn:aws:iot:${region}:${account}:cacert/${v.ca.repeat(6).slice(0, 64)}`,
          generationId: `${v.ca}-gen`,
        },
      },
    );
    const policy = app.resource("aws:iot/policy:Policy", n("DEVICE"), {
      name: n("DEVICE"),
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "iot:Connect",
            Resource: `arn:aws:iot:${region}:${account}:client/\${iot:Connection.Thing.ThingName}`,
          },
          {
            Effect: "Allow",
            Action: ["iot:Publish", "iot:Receive"],
            Resource: [
              `arn:aws:iot:${region}:${account}:topic/depots/${v.lower}/*`,
              `arn:aws:iot:${region}:${account}:topic/$aws/things/*`,
            ],
          },
          {
            Effect: "Allow",
            Action: "iot:Subscribe",
            Resource: `arn:aws:iot:${region}:${account}:topicfilter/depots/${v.lower}/+/commands`,
          },
        ],
      }),
    });
    app.resource("aws:iot/provisioningTemplate:ProvisioningTemplate", n("FLEET"), {
      name: n("FLEET"),
      enabled: true,
      provisioningRoleArn: role.get("arn"),
      templateBody: json({
        Parameters: { SerialNumber: { Type: "String" } },
        Resources: {
          certificate: {
            Type: "AWS::IoT::Certificate",
            Properties: { CertificateId: { Ref: "AWS::IoT::Certificate::Id" }, Status: "Active" },
          },
          policy: { Type: "AWS::IoT::Policy", Properties: { PolicyName: policy.get("name") } },
          thing: {
            Type: "AWS::IoT::Thing",
            Properties: {
              ThingName: { "Fn::Join": ["-", [v.lower, { Ref: "SerialNumber" }]] },
              ThingTypeName: type.get("name"),
              ThingGroups: [group.get("name")],
            },
          },
        },
      }),
    });
    const dead = app.resource("aws:sqs/queue:Queue", n("DEAD"), { name: n("DEAD"), sqsManagedSseEnabled: true });
    const stream = app.resource("aws:kinesis/stream:Stream", n("EVENTS"), {
      name: n("EVENTS"),
      streamModeDetails: { streamMode: "ON_DEMAND" },
      retentionPeriod: 48,
    });
    app.resource("aws:iot/topicRule:TopicRule", n("POSITIONS"), {
      name: n("POSITIONS"),
      enabled: true,
      sqlVersion: "2016-03-23",
      sql: `SELECT lat, lon, speed, topic(3) AS plate, timestamp() AS ts FROM 'depots/${v.lower}/+/position' WHERE speed > 0`,
      timestreams: [
        {
          databaseName: database.get("databaseName"),
          tableName: table.get("tableName"),
          roleArn: role.get("arn"),
          dimensions: [{ name: "plate", value: "${topic(3)}" }],
          timestamp: { unit: "MILLISECONDS", value: "${timestamp()}" },
        },
      ],
      kineses: [{ streamName: stream.get("name"), partitionKey: "${topic(3)}", roleArn: role.get("arn") }],
      errorAction: { sqs: { queueUrl: dead.get("url"), roleArn: role.get("arn"), useBase64: false } },
    });
    app.resource(
      "aws:iot/logging:LoggingOptions",
      n("LOGGING"),
      { defaultLogLevel: "WARN", roleArn: role.get("arn") },
      { outputs: { id: "logging" } },
    );
    const application = app.resource("aws:appconfig/application:Application", n("TRACKERS"), {
      name: n("TRACKERS"),
      description: `Trackers of ${v.depot}`,
    });
    const environment = app.resource(
      "aws:appconfig/environment:Environment",
      n("TRACKERS"),
      {
        applicationId: application.id,
        name: v.depot,
        monitors: [
          { alarmArn: `arn:aws:cloudwatch:${region}:${account}:alarm:${n("OFFLINE")}`, alarmRoleArn: role.get("arn") },
        ],
      },
      { outputs: { environmentId: v.depot === "LISBON" ? "4kq29dz" : "p7w0m3c", state: "READY_FOR_DEPLOYMENT" } },
    );
    const profile = app.resource(
      "aws:appconfig/configurationProfile:ConfigurationProfile",
      n("FLAGS"),
      { applicationId: application.id, name: "flags", locationUri: "hosted", type: "AWS.AppConfig.FeatureFlags" },
      { outputs: { configurationProfileId: v.depot === "LISBON" ? "m2x81ya" : "0ztb5r9" } },
    );
    const version = app.resource(
      "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion",
      n("FLAGS"),
      {
        applicationId: application.id,
        configurationProfileId: profile.get("configurationProfileId"),
        contentType: "application/json",
        content: json({
          version: "1",
          flags: { geofence: { name: "geofence" }, tachograph: { name: "tachograph" } },
          values: { geofence: { enabled: true, radius: 250 }, tachograph: { enabled: false } },
        }),
      },
      { outputs: { versionNumber: v.depot === "LISBON" ? 31 : 6 } },
    );
    const strategy = app.resource("aws:appconfig/deploymentStrategy:DeploymentStrategy", n("SLOW"), {
      name: n("SLOW"),
      deploymentDurationInMinutes: 20,
      growthFactor: 10,
      growthType: "EXPONENTIAL",
      finalBakeTimeInMinutes: 10,
      replicateTo: "NONE",
    });
    app.resource("aws:appconfig/deployment:Deployment", n("FLAGS"), {
      applicationId: application.id,
      environmentId: environment.get("environmentId"),
      configurationProfileId: profile.get("configurationProfileId"),
      configurationVersion: text`${version.get("versionNumber")}`,
      deploymentStrategyId: strategy.id,
    });
    app.resource("command:local:Command", n("ENROL"), {
      create: text`#!/bin/sh\nset -eu\naws iot describe-endpoint --endpoint-type iot:Data-ATS --region ${region}\nmosquitto_pub -h ${v.ats} -t depots/${v.lower}/announce -m '{"ca":"${registered.id}"}'\n`,
      environment: {
        IOT_ENDPOINT: v.ats,
        CREDENTIALS_ENDPOINT: v.credentials,
        DEPOT: v.depot,
        ROLE_ALIAS: n("DEVICE_ROLE"),
      },
      triggers: [registered.get("generationId"), policy.get("name")],
      interpreter: ["/bin/sh", "-c"],
    });
    app.resource("aws:iot/roleAlias:RoleAlias", n("DEVICE_ROLE"), {
      alias: n("DEVICE_ROLE"),
      roleArn: role.get("arn"),
      credentialDuration: 3600,
    });
    app.resource("aws:cloudwatch/metricAlarm:MetricAlarm", n("OFFLINE"), {
      name: n("OFFLINE"),
      comparisonOperator: "LessThanThreshold",
      evaluationPeriods: 2,
      threshold: 1,
      namespace: "AWS/IoT",
      metricName: "Connect.Success",
      dimensions: { Protocol: "MQTT" },
      period: 900,
      statistic: "Sum",
      treatMissingData: "breaching",
    });
    app.resource("aws:grafana/workspace:Workspace", n("OPS"), {
      name: `ops-${v.lower}`,
      accountAccessType: "CURRENT_ACCOUNT",
      authenticationProviders: ["AWS_SSO"],
      permissionType: "SERVICE_MANAGED",
      dataSources: ["TIMESTREAM", "CLOUDWATCH"],
      roleArn: role.get("arn"),
    });
  },
  differences: [],
});

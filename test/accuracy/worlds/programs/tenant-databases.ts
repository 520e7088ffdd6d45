import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** One component for each tenant, and not the same tenants; accounts that are entered by assumed roles. */
export const tenantDatabases = world({
  name: "tenant-databases",
  subject: {
    project: "tenants",
    stack: "acme-dev",
    account: "210987654321",
    region: "eu-west-2",
    providers: { aws: "6.73.0", postgresql: "3.15.0", random: "4.18.0" },
    values: {
      env: "dev",
      tenants: ["alder", "birch"],
      shared: "399001122334",
      dev: true,
      acu: { min: 0.5, max: 2 },
      engine: "16.4",
      connections: 20,
      backup: 1,
      slow: "500",
      base: "tenants.dev.acmelabs.co.uk",
      smtp: "email-smtp.eu-west-2.amazonaws.com:587",
    },
  },
  reference: {
    project: "tenants",
    stack: "acme-prod",
    account: "876543210987",
    region: "eu-west-2",
    providers: { aws: "6.73.0", postgresql: "3.15.0", random: "4.18.0" },
    values: {
      env: "prod",
      tenants: ["alder", "birch", "cedar"],
      shared: "399001122334",
      dev: false,
      acu: { min: 2, max: 32 },
      engine: "16.4",
      connections: 100,
      backup: 35,
      slow: "2000",
      base: "tenants.acmelabs.co.uk",
      smtp: "email-smtp.eu-west-2.amazonaws.com:465",
    },
  },
  program(app, v) {
    const own = app.provider("aws", "workload", {
      region: "eu-west-2",
      assumeRole: { roleArn: `arn:aws:iam::${app.place.account}:role/pulumi-deploy`, sessionName: `tenants-${v.env}` },
      defaultTags: { tags: { Environment: v.env, Owner: "tenancy" } },
    });
    const dns = app.provider("aws", "dns", {
      region: "eu-west-2",
      assumeRole: { roleArn: `arn:aws:iam::${v.shared}:role/dns-${v.env}` },
    });
    const key = app.resource(
      "aws:kms/key:Key",
      "tenants",
      {
        description: `Tenants of ${v.env}`,
        enableKeyRotation: true,
        policy: json({
          Version: "2012-10-17",
          Id: "tenants",
          Statement: [
            {
              Sid: "Root",
              Effect: "Allow",
              Principal: { AWS: `arn:aws:iam::${app.place.account}:root` },
              Action: "kms:*",
              Resource: "*",
            },
          ],
        }),
      },
      { provider: own },
    );
    const parameters = app.resource(
      "aws:rds/clusterParameterGroup:ClusterParameterGroup",
      "tenants",
      {
        family: "aurora-postgresql16",
        parameters: [
          { name: "log_min_duration_statement", value: v.slow },
          { name: "rds.force_ssl", value: "1" },
        ],
      },
      { provider: own },
    );
    const admin = app.resource("random:index/randomPassword:RandomPassword", "admin", { length: 32, special: false });
    const cluster = app.resource(
      "aws:rds/cluster:Cluster",
      "tenants",
      {
        engine: "aurora-postgresql",
        engineVersion: v.engine,
        masterUsername: "postgres",
        masterPassword: secret(admin.get("result")),
        kmsKeyId: key.get("arn"),
        storageEncrypted: true,
        backupRetentionPeriod: v.backup,
        dbClusterParameterGroupName: parameters.get("name"),
        serverlessv2ScalingConfiguration: { minCapacity: v.acu.min, maxCapacity: v.acu.max },
        skipFinalSnapshot: v.dev,
      },
      { provider: own },
    );
    const postgres = app.provider("postgresql", "tenants", {
      host: cluster.get("endpoint"),
      username: "postgres",
      password: secret(admin.get("result")),
      sslmode: "require",
      superuser: false,
    });
    for (const tenant of v.tenants) {
      const component = app.component("acme:tenancy:Tenant", tenant);
      const inside = { parent: component, provider: own };
      const password = app.resource(
        "random:index/randomPassword:RandomPassword",
        `${tenant}-password`,
        { length: 24 },
        { parent: component },
      );
      const role = app.resource(
        "postgresql:index/role:Role",
        `${tenant}-owner`,
        {
          name: `${tenant}_owner`,
          login: true,
          password: secret(password.get("result")),
          connectionLimit: v.connections,
        },
        { parent: component, provider: postgres },
      );
      const database = app.resource(
        "postgresql:index/database:Database",
        `${tenant}-db`,
        { name: `${tenant}_${v.env}`, owner: role.get("name"), encoding: "UTF8", lcCollate: "en_GB.UTF-8" },
        { parent: component, provider: postgres },
      );
      const held = app.resource(
        "aws:secretsmanager/secret:Secret",
        `${tenant}-dsn`,
        { name: `acme/${v.env}/tenants/${tenant}/dsn`, kmsKeyId: key.id, recoveryWindowInDays: v.dev ? 0 : 30 },
        inside,
      );
      app.resource(
        "aws:secretsmanager/secretVersion:SecretVersion",
        `${tenant}-dsn`,
        {
          secretId: held.id,
          secretString: secret(
            text`postgres://${role.get("name")}:${password.get("result")}@${cluster.get("endpoint")}/${database.get("name")}`,
          ),
        },
        inside,
      );
      app.resource(
        "aws:ssm/parameter:Parameter",
        `${tenant}-settings`,
        {
          name: `/acme/${v.env}/tenants/${tenant}/settings`,
          type: "String",
          value: json({
            tenant,
            database: text`host=${cluster.get("endpoint")} port=5432 dbname=${database.get("name")} sslmode=require`,
            smtp: v.smtp,
            url: `https://${tenant}.${v.base}`,
            theme: tenant === "birch" ? "dark" : "light",
          }),
        },
        inside,
      );
      app.resource(
        "aws:route53/record:Record",
        `${tenant}-record`,
        {
          zoneId: "Z05SHAREDZONEOFACMELAB",
          name: `${tenant}.${v.base}`,
          type: "CNAME",
          ttl: 300,
          records: [`edge.${v.base}`],
        },
        { parent: component, provider: dns },
      );
    }
  },
  differences: [
    difference(
      "changed",
      "aws:rds/clusterParameterGroup:ClusterParameterGroup::tenants",
      "parameters[0].value",
      "More statements are logged.",
    ),
    difference("changed", "aws:rds/cluster:Cluster::tenants", "backupRetentionPeriod", "Shorter backups."),
    difference(
      "changed",
      "aws:rds/cluster:Cluster::tenants",
      "serverlessv2ScalingConfiguration.minCapacity",
      "Less capacity.",
    ),
    difference(
      "changed",
      "aws:rds/cluster:Cluster::tenants",
      "serverlessv2ScalingConfiguration.maxCapacity",
      "Less capacity.",
    ),
    difference("changed", "aws:rds/cluster:Cluster::tenants", "skipFinalSnapshot", "No last snapshot."),
    difference("changed", "postgresql:index/role:Role::*", "connectionLimit", "Fewer connections.", 2),
    difference(
      "changed",
      "aws:secretsmanager/secret:Secret::*",
      "recoveryWindowInDays",
      "Gone at once when deleted.",
      2,
    ),
    {
      ...difference(
        "changed",
        "aws:ssm/parameter:Parameter::*",
        "value.smtp",
        "Another port; the provider marks every parameter's value as secret.",
        2,
      ),
      optional: true,
    },
    difference("missing", "acme:tenancy:Tenant::cedar", null, "A tenant of production alone."),
    difference("missing", "random:index/randomPassword:RandomPassword::cedar-*", null, "Of that tenant."),
    difference("missing", "postgresql:index/role:Role::cedar-*", null, "Of that tenant."),
    difference("missing", "postgresql:index/database:Database::cedar-*", null, "Of that tenant."),
    difference("missing", "aws:secretsmanager/secret:Secret::cedar-*", null, "Of that tenant."),
    difference("missing", "aws:secretsmanager/secretVersion:SecretVersion::cedar-*", null, "Of that tenant."),
    difference("missing", "aws:ssm/parameter:Parameter::cedar-*", null, "Of that tenant."),
    difference("missing", "aws:route53/record:Record::cedar-*", null, "Of that tenant."),
  ],
});

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseSettings } from "../settings";
import type { Network } from "./network";

/** What the database stands on. */
export interface DatabaseArgs {
  readonly network: Network;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly settings: DatabaseSettings;
  readonly deletionProtection: boolean;
}

const PARAMETERS = [
  { name: "log_min_duration_statement", value: "500" },
  { name: "rds.force_ssl", value: "1" },
  { name: "shared_preload_libraries", value: "pg_stat_statements", applyMethod: "pending-reboot" },
  { name: "statement_timeout", value: "30000" },
];

/** PostgreSQL, reachable from inside the network only, with a password that AWS keeps. */
export class Database extends pulumi.ComponentResource {
  readonly instance: aws.rds.Instance;
  readonly securityGroup: aws.ec2.SecurityGroup;

  constructor(name: string, args: DatabaseArgs) {
    super("storefront:database:Database", name);
    const parent = { parent: this };
    const { network, settings } = args;
    const ingress = [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: [network.vpc.cidrBlock] }];
    this.securityGroup = network.securityGroup("database", "PostgreSQL from inside", ingress, this);
    const subnets = new aws.rds.SubnetGroup("database", { subnetIds: network.privateSubnetIds }, parent);
    const family = `postgres${settings.engineVersion.split(".")[0] ?? ""}`;
    const parameters = new aws.rds.ParameterGroup("database", { family, parameters: PARAMETERS }, parent);
    this.instance = new aws.rds.Instance(
      "orders",
      {
        engine: "postgres",
        engineVersion: settings.engineVersion,
        instanceClass: settings.instanceClass,
        allocatedStorage: settings.storage,
        maxAllocatedStorage: settings.storage * 2,
        storageType: "gp3",
        storageEncrypted: true,
        kmsKeyId: args.kmsKeyArn,
        dbName: "storefront",
        username: "storefront",
        manageMasterUserPassword: true,
        dbSubnetGroupName: subnets.name,
        parameterGroupName: parameters.name,
        vpcSecurityGroupIds: [this.securityGroup.id],
        multiAz: settings.multiAz,
        backupRetentionPeriod: settings.backupDays,
        backupWindow: "02:00-03:00",
        maintenanceWindow: "sun:03:30-sun:04:30",
        autoMinorVersionUpgrade: false,
        performanceInsightsEnabled: true,
        deletionProtection: args.deletionProtection,
        skipFinalSnapshot: !args.deletionProtection,
        finalSnapshotIdentifier: args.deletionProtection ? `storefront-${pulumi.getStack()}-final` : undefined,
      },
      parent,
    );
    this.registerOutputs();
  }
}

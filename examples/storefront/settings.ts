import * as pulumi from "@pulumi/pulumi";

/** How large the database is, and how much of it survives a bad day. */
export interface DatabaseSettings {
  readonly engineVersion: string;
  readonly instanceClass: string;
  readonly storage: number;
  readonly multiAz: boolean;
  readonly backupDays: number;
}

/** What a stack decides for itself; what is not here is the same everywhere. */
export interface Settings {
  readonly domain: string;
  readonly certificateArn: string;
  readonly vpcCidr: string;
  readonly zones: number;
  readonly natPerZone: boolean;
  readonly imageTag: string;
  readonly web: { readonly cpu: number; readonly memory: number; readonly tasks: number; readonly maxTasks: number };
  readonly database: DatabaseSettings;
  readonly cacheNodeType: string;
  readonly cacheNodes: number;
  readonly functionRuntime: string;
  readonly orderRetries: number;
  readonly logRetentionDays: number;
  readonly logLevel: string;
  readonly deletionProtection: boolean;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly alarmEmail: string;
  readonly paymentApiKey: pulumi.Output<string>;
}

/** How often an order is tried before a person looks at it. */
const ORDER_RETRIES = 5;

/** Reads the stack's configuration. */
export function readSettings(): Settings {
  const config = new pulumi.Config();
  return {
    domain: config.require("domain"),
    certificateArn: config.require("certificateArn"),
    vpcCidr: config.require("vpcCidr"),
    zones: config.getNumber("zones") ?? 2,
    natPerZone: config.getBoolean("natPerZone") ?? true,
    imageTag: config.require("imageTag"),
    web: config.requireObject("web"),
    database: config.requireObject("database"),
    cacheNodeType: config.require("cacheNodeType"),
    cacheNodes: config.getNumber("cacheNodes") ?? 2,
    functionRuntime: config.get("functionRuntime") ?? "nodejs22.x",
    orderRetries: config.getNumber("orderRetries") ?? ORDER_RETRIES,
    logRetentionDays: config.getNumber("logRetentionDays") ?? 30,
    logLevel: config.get("logLevel") ?? "info",
    deletionProtection: config.getBoolean("deletionProtection") ?? false,
    flags: config.requireObject("flags"),
    alarmEmail: config.require("alarmEmail"),
    paymentApiKey: config.requireSecret("paymentApiKey"),
  };
}

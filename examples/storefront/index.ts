import * as pulumi from "@pulumi/pulumi";
import { Cache } from "./components/cache";
import { Database } from "./components/database";
import { Edge } from "./components/edge";
import { Functions } from "./components/functions";
import { Keys } from "./components/keys";
import { Monitoring } from "./components/monitoring";
import { Network } from "./components/network";
import { OrderQueue } from "./components/order-queue";
import { Runtime } from "./components/runtime-settings";
import { Storage } from "./components/storage";
import { WebService } from "./components/web-service";
import { readSettings } from "./settings";

const stack = pulumi.getStack();
const settings = readSettings();

const keys = new Keys("keys", { paymentApiKey: settings.paymentApiKey });
const network = new Network("network", settings);
const storage = new Storage("storage", { stack, kmsKeyArn: keys.key.arn, logRetentionDays: settings.logRetentionDays });
const orders = new OrderQueue("orders", { kmsKeyArn: keys.key.arn, maxReceiveCount: settings.orderRetries });
const runtime = new Runtime("runtime", { stack, domain: settings.domain, flags: settings.flags });
const database = new Database("database", {
  network,
  kmsKeyArn: keys.key.arn,
  settings: settings.database,
  deletionProtection: settings.deletionProtection,
});
const cache = new Cache("cache", { network, nodeType: settings.cacheNodeType, nodes: settings.cacheNodes });
const functions = new Functions("functions", { stack, settings, network, orders, storage, keys, database, runtime });
const web = new WebService("web", { stack, settings, network, orders, storage, keys, database, cache, runtime });
const edge = new Edge("edge", { settings, storage, origin: web.loadBalancer.dnsName });
new Monitoring("monitoring", { settings, web, database, cache, orders, functions });

export const url = pulumi.interpolate`https://${edge.distribution.domainName}`;
export const databaseAddress = database.instance.address;
export const orderQueueUrl = orders.queue.url;

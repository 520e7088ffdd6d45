import assert from "node:assert/strict";
import { judged, strictly, type Sketch } from "./shop";

const CONTAINERS = (level: string, image: string) =>
  JSON.stringify([
    { name: "proxy", image: "envoy:1", environment: [{ name: "LOG_LEVEL", value: "info" }] },
    { name: "api", image, environment: [{ name: "LOG_LEVEL", value: level }] },
  ]);

const stack = (env: string, own: { size: number; level: string; image: string; memory: number }): Sketch => ({
  [`aws:rds/instance:Instance::${env}-orders`]: { engine: "postgres", allocatedStorage: own.size },
  [`aws:ecs/taskDefinition:TaskDefinition::${env}-api`]: {
    family: "api",
    containerDefinitions: CONTAINERS(own.level, own.image),
  },
  "aws:lambda/function:Function::resize": {
    memorySize: own.memory,
    timeout: 30,
    environment: { variables: { LOG_LEVEL: own.level } },
    tags: { team: "media", tier: "batch" },
  },
});

const SUBJECT = stack("staging", { size: 20, level: "debug", image: "api:1.3", memory: 256 });
const REFERENCE: Sketch = {
  ...stack("production", { size: 200, level: "info", image: "api:1.2", memory: 512 }),
  "aws:sqs/queue:Queue::production-dead": { messageRetentionSeconds: 60 },
};

const STORAGE = "allocatedStorage";
const IMAGE = 'containerDefinitions["api"].image';
const LEVEL = 'containerDefinitions["api"].environment["LOG_LEVEL"].value';
const MEMORY = "memorySize";
const VARIABLE = "environment.variables.LOG_LEVEL";
const QUEUE = "missing";
const ALL = [STORAGE, IMAGE, LEVEL, MEMORY, VARIABLE, QUEUE];

/** Selector → what it selects. */
const SELECTED: readonly (readonly [selector: string, keys: readonly string[]])[] = [
  ["on: '*'", ALL],
  ["on: 'aws:rds/*'", [STORAGE]],
  ["on: 'aws:rds/instance:Instance'", [STORAGE]],
  ["on: 'aws:*::{env}-orders'", [STORAGE]],
  ["on: 'aws:rds/instance:Instance::{env}-orders'", [STORAGE]],
  ["on: 'aws:rds/*::staging-orders'", [STORAGE]],
  ["on: 'aws:rds/*::production-orders'", [STORAGE]],
  ["on: 'aws:rds/*::{env}-*'", [STORAGE]],
  ["on: '*::{env}-*'", [STORAGE, IMAGE, LEVEL, QUEUE]],
  ["on: ['aws:rds/*', 'aws:sqs/*']", [STORAGE, QUEUE]],
  ["on: 'aws:sqs/queue:Queue::{env}-dead'", [QUEUE]],
  ["on: 'AWS:rds/*'", []],
  ["property: containerDefinitions", [IMAGE, LEVEL]],
  ['property: \'containerDefinitions["api"].environment["LOG_LEVEL"]\'', [LEVEL]],
  ["property: 'containerDefinitions[*].image'", [IMAGE]],
  ["property: 'containerDefinitions.*.image'", [IMAGE]],
  ["property: 'containerDefinitions[\"proxy\"]'", []],
  ["property: '**.LOG_LEVEL'", [LEVEL, VARIABLE]],
  ["property: '**[\"LOG_LEVEL\"]'", [LEVEL, VARIABLE]],
  ["property: 'environment.variables.*'", [VARIABLE]],
  ["property: 'environment.variables[\"LOG_LEVEL\"]'", [VARIABLE]],
  ["property: '*Size'", [MEMORY]],
  ["property: '{memorySize,allocatedStorage}'", [MEMORY, STORAGE]],
  ["property: [memorySize, allocatedStorage]", [MEMORY, STORAGE]],
  ["policy: capacity-parity", [STORAGE, MEMORY]],
  ["policy: 'capacity-*'", [STORAGE, MEMORY]],
  ["policy: [inventory-parity, dependency-parity]", [QUEUE, IMAGE]],
  ["class: image", [IMAGE]],
  ["class: [image, capacity, size]", [IMAGE, STORAGE, MEMORY]],
  ["change: missing", [QUEUE]],
  ["change: [changed, extra]", [STORAGE, IMAGE, LEVEL, MEMORY, VARIABLE]],
  ["environment: staging", ALL],
  ["environment: [preview, staging]", ALL],
  ["environment: 'stag*'", ALL],
  ["environment: preview", []],
  ["project: shop", ALL],
  ["project: ['legacy-*', 'sh*']", ALL],
  ["project: 'legacy-*'", []],
  ["tag: { team: media }", [MEMORY, VARIABLE]],
  ["tag: { team: 'med*', tier: batch }", [MEMORY, VARIABLE]],
  ["tag: { team: media, tier: web }", []],
  ["tag: team", [MEMORY, VARIABLE]],
  ["tag: 'team=med*'", [MEMORY, VARIABLE]],
  ["tag: { owner: '*' }", []],
  ["on: 'aws:lambda/*', property: '**.LOG_LEVEL'", [VARIABLE]],
  ["on: 'aws:lambda/*', change: missing", []],
];

describe("selectors", () => {
  for (const [selector, keys] of SELECTED)
    it(`{ ${selector} } selects ${keys.length === ALL.length ? "everything" : keys.join(", ") || "nothing"}`, () => {
      const findings = judged(strictly(`tolerances: [{ ${selector}, allow: any }]`), {
        subject: SUBJECT,
        reference: REFERENCE,
      });
      assert.deepEqual(findings.map(nameOf).toSorted(), ALL.toSorted(), "the divergences themselves");
      const selected = findings.filter(({ verdict }) => verdict === "within").map(nameOf);
      assert.deepEqual(selected.toSorted(), keys.toSorted());
    });
});

function nameOf({ key, kind }: { readonly key: string | undefined; readonly kind: string }): string {
  return key ?? kind;
}

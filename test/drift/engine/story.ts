import type { Edit } from "../../../scripts/demo/scene";

/** One update of one stack: someone commits a change, and someone deploys it. */
export interface Step {
  readonly author: string;
  readonly message: string;
  readonly stack: "staging" | "production";
  readonly edits: readonly Edit[];
  /** The update itself fails. */
  readonly fails?: true;
  /** Divergences that begin here and last: part of the URN, part of the key. */
  readonly begins?: readonly (readonly [urn: string, key: string])[];
  /** Of those, the ones that had been there before. */
  readonly cameBack?: true;
}

const staging = (from: string, to: string): Edit => ({ file: "Pulumi.staging.yaml", from, to });
const production = (from: string, to: string): Edit => ({ file: "Pulumi.production.yaml", from, to });
const program = (file: string, from: string, to: string): Edit => ({ file, from, to });

const RETRIES = "  storefront:orderRetries: 3\n";
const FLAGS = "  storefront:flags:\n";
const VISIBILITY = "visibilityTimeoutSeconds: 360";
const OWN_BUCKET = `export const url = pulumi`;
const EXTRA = `import * as aws from "@pulumi/aws";
if (stack === "staging") new aws.s3.Bucket("scratch", { forceDestroy: true });
`;

/** Nineteen updates of the storefront, two of which fail or change nothing. */
export const STORY: readonly Step[] = [
  { author: "Ada", message: "first release", stack: "production", edits: [] },
  {
    author: "Ada",
    message: "a staging of our own",
    stack: "staging",
    edits: [],
    begins: [["Configuration", "logRetentionDays"]],
  },
  {
    ...{ author: "Ben", message: "give up on orders sooner", stack: "staging" },
    edits: [staging(FLAGS, RETRIES + FLAGS)],
  },
  {
    ...{ author: "Cleo", message: "try the older runtime", stack: "staging" },
    edits: [staging(FLAGS, `  storefront:functionRuntime: nodejs20.x\n${FLAGS}`)],
    begins: [
      ["aws:lambda/function:Function::order-worker", "runtime"],
      ["parity:stack:Configuration", "functionRuntime"],
    ],
  },
  {
    ...{ author: "Dan", message: "a larger cache for the sale", stack: "production" },
    edits: [production("cacheNodeType: cache.r7g.large", "cacheNodeType: cache.m7g.xlarge")],
    begins: [
      ["aws:elasticache/replicationGroup:ReplicationGroup::", "nodeType"],
      ["parity:stack:Configuration", "cacheNodeType"],
    ],
  },
  {
    ...{ author: "Eve", message: "one way out is enough", stack: "staging" },
    edits: [staging(FLAGS, `  storefront:natPerZone: false\n${FLAGS}`)],
    begins: [["aws:ec2/natGateway:NatGateway::nat-b", ""]],
  },
  { author: "Eve", message: "nothing at all", stack: "staging", edits: [] },
  {
    ...{ author: "Fay", message: "mistyped", stack: "staging", fails: true },
    edits: [program("index.ts", OWN_BUCKET, `throw new Error("mistyped");\n${OWN_BUCKET}`)],
  },
  {
    ...{ author: "Fay", message: "back to the older engine", stack: "staging" },
    edits: [
      program("index.ts", `throw new Error("mistyped");\n`, ""),
      staging(`engineVersion: "16.4"`, `engineVersion: "15.7"`),
    ],
    begins: [["aws:rds/instance:Instance::", "engineVersion"]],
  },
  {
    ...{ author: "Gus", message: "buy with one click", stack: "production" },
    edits: [production("    gift-cards: true", "    gift-cards: true\n    one-click: true")],
    begins: [["parity:stack:Configuration", "one-click"]],
  },
  {
    ...{ author: "Hal", message: "no gifts in staging", stack: "staging" },
    edits: [staging("gift-cards: true", "gift-cards: false")],
    begins: [["parity:stack:Configuration", "gift-cards"]],
  },
  {
    ...{ author: "Ida", message: "workers may take longer", stack: "staging" },
    edits: [program("components/order-queue.ts", VISIBILITY, "visibilityTimeoutSeconds: 600")],
  },
  {
    ...{ author: "Ben", message: "patience with orders again", stack: "staging" },
    edits: [staging(RETRIES, "")],
  },
  {
    ...{ author: "Jon", message: "release what workers may take", stack: "production" },
    edits: [],
  },
  {
    ...{ author: "Kim", message: "give up on orders sooner, once more", stack: "staging", cameBack: true },
    edits: [staging(FLAGS, RETRIES + FLAGS)],
    begins: [
      ["parity:stack:Configuration", "orderRetries"],
      ["aws:sqs/queue:Queue::orders", "maxReceiveCount"],
    ],
  },
  {
    ...{ author: "Lea", message: "a bucket to try things", stack: "staging" },
    edits: [program("index.ts", OWN_BUCKET, EXTRA + OWN_BUCKET)],
    begins: [["aws:s3/bucket:Bucket::scratch", ""]],
  },
  {
    ...{ author: "Max", message: "workers may take less in production", stack: "production" },
    edits: [program("components/order-queue.ts", "receiveWaitTimeSeconds: 20", "receiveWaitTimeSeconds: 10")],
    begins: [["aws:sqs/queue:Queue::orders", "receiveWaitTimeSeconds"]],
  },
  {
    ...{ author: "Nora", message: "a newer image", stack: "production" },
    edits: [production("imageTag: 4.17.2", "imageTag: 4.17.3")],
  },
  {
    ...{ author: "Ola", message: "one zone for the database", stack: "production" },
    edits: [production("multiAz: true", "multiAz: false")],
  },
];

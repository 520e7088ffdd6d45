import assert from "node:assert/strict";
import { judged, strictly, type Judgement } from "./shop";

const ENVIRONMENTS = `environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
`;

interface Case extends Judgement {
  readonly what: string;
  readonly yaml: string;
  /** `verdict key-or-kind (level)` of every finding, in order. */
  readonly found: readonly string[];
}

const BUCKET = "aws:s3/bucket:Bucket";
const FUNCTION = "aws:lambda/function:Function::resize";
const variables = (own: Readonly<Record<string, string>>) => ({ [FUNCTION]: { environment: { variables: own } } });

const CASES: readonly Case[] = [
  {
    what: "same: what names the environment is no divergence",
    yaml: "same: [{ staging: shop-eu.example.com, production: example.com }]",
    subject: variables({ API_URL: "https://api.shop-eu.example.com/v1" }),
    reference: variables({ API_URL: "https://api.example.com/v1" }),
    found: [],
  },
  {
    what: "same: another value is one all the same",
    yaml: "same: [{ staging: staging.example.com, production: example.com }]",
    subject: variables({ FORMAT: "https://api.staging.example.com/v1" }),
    reference: variables({ FORMAT: "https://api.example.com/v2" }),
    found: ["beyond environment.variables.FORMAT (mandatory)"],
  },
  {
    what: "same: the reference's own side is shared",
    yaml: "same: [{ staging: staging.example.com, production: example.com }]",
    subject: variables({ API_URL: "https://api.example.com/v1" }),
    reference: variables({ API_URL: "https://api.example.com/v1" }),
    found: ["beyond environment.variables.API_URL (advisory)"],
  },
  {
    what: "shared: is allowed by its value, once and for all",
    yaml: `same: [{ staging: staging.example.com, production: example.com }]
shared: [{ value: "https://fonts.example.com*", reason: read by everybody }]`,
    subject: variables({ FONTS: "https://fonts.example.com/v1" }),
    reference: variables({ FONTS: "https://fonts.example.com/v1" }),
    found: [],
  },
  {
    what: "shared: is allowed by a pattern, and rejects where a rule says so",
    yaml: `same: [{ staging: staging.example.com, production: example.com }]
tolerances:
  - { change: shared, level: mandatory }
  - { change: shared, allow: { pattern: 'https://fonts\\..*' } }`,
    subject: variables({ FONTS: "https://fonts.example.com/v1", ORDERS: "https://orders.example.com" }),
    reference: variables({ FONTS: "https://fonts.example.com/v1", ORDERS: "https://orders.example.com" }),
    found: ["within environment.variables.FONTS (mandatory)", "beyond environment.variables.ORDERS (mandatory)"],
  },
  {
    what: "same, of another project: does not hold here",
    yaml: "same: [{ staging: pay.example.org, production: example.com, project: payments }]",
    subject: variables({ MODE: "blue.pay.example.org" }),
    reference: variables({ MODE: "green.example.com" }),
    found: ["beyond environment.variables.MODE (mandatory)"],
  },
  {
    what: "match: two that nothing else would pair",
    yaml: `match: [{ staging: "${BUCKET}::assets-v2", production: "${BUCKET}::media" }]`,
    subject: { [`${BUCKET}::assets-v2`]: { acl: "private" }, [`${BUCKET}::media-old`]: { acl: "public-read" } },
    reference: { [`${BUCKET}::media`]: { acl: "private" } },
    found: ["beyond extra (mandatory)"],
  },
  {
    what: "absent: a whole subsystem is one divergence, allowed",
    yaml: `absent: [{ staging: ["datadog:*", "aws:appautoscaling/*"], name: "*", reason: no on-call in staging }]`,
    subject: { [FUNCTION]: {} },
    reference: {
      [FUNCTION]: {},
      "aws:appautoscaling/target:Target::api": { maxCapacity: 4 },
      "aws:appautoscaling/policy:Policy::api": { policyType: "StepScaling" },
      "datadog:index/monitor:Monitor::latency": { query: "x" },
    },
    found: ["within missing (mandatory)"],
  },
  {
    what: "absent: name with wildcards says which",
    yaml: `absent: [{ staging: "datadog:*", name: "late*" }]`,
    subject: { [FUNCTION]: {} },
    reference: {
      [FUNCTION]: {},
      "datadog:index/monitor:Monitor::latency": { query: "x" },
      "datadog:index/dashboard:Dashboard::errors": { title: "x" },
    },
    found: ["beyond missing (mandatory)", "within missing (mandatory)"],
  },
  {
    what: "absent: of the reference, what only staging has",
    yaml: `absent: [{ production: "aws:sns/*", name: debugging }]`,
    subject: { "aws:sns/topic:Topic::debug": {}, "aws:sqs/queue:Queue::debug": {} },
    reference: {},
    found: ["beyond extra (mandatory)", "within extra (mandatory)"],
  },
  {
    what: "substitutes: other kinds for one purpose, their properties still judged",
    yaml: `substitutes:
  - { name: database, staging: ["aws:rds/instance:*::*postgres"], production: ["aws:rds/cluster*::*aurora*"],
      compare: { engineVersion: engineVersion, storageEncrypted: storageEncrypted }, reason: Aurora is too dear for staging }`,
    subject: {
      "aws:rds/instance:Instance::postgres": { engine: "postgres", engineVersion: "15.3", storageEncrypted: true },
    },
    reference: {
      "aws:rds/cluster:Cluster::aurora": {
        engine: "aurora-postgresql",
        engineVersion: "15.4",
        storageEncrypted: true,
      },
      "aws:rds/clusterInstance:ClusterInstance::aurora-0": { instanceClass: "db.r6g.large" },
    },
    found: ["within changed (mandatory)", "beyond engineVersion (mandatory)"],
  },
  {
    what: "level per policy, and per rule within it",
    yaml: `tolerances:
  - { policy: configuration-parity, level: advisory }
  - { property: "**.OTHER", level: disabled }`,
    subject: variables({ OTHER: "a", MODE: "a" }),
    reference: variables({ OTHER: "b", MODE: "b" }),
    found: ["beyond environment.variables.MODE (advisory)", "beyond environment.variables.OTHER (disabled)"],
  },
  {
    what: "level per environment caps all rules",
    yaml: `environments:
  production: { stacks: "*/production" }
  staging: { stacks: "*/staging", reference: production, level: advisory }
tolerances: [{ property: "**", level: mandatory }]`,
    subject: variables({ MODE: "a" }),
    reference: variables({ MODE: "b" }),
    found: ["beyond environment.variables.MODE (advisory)"],
  },
  {
    what: "a rule of another project does not hold here",
    yaml: `tolerances: [{ project: "legacy-*", policy: configuration-parity, level: advisory, allow: any }]`,
    subject: variables({ MODE: "a" }),
    reference: variables({ MODE: "b" }),
    found: ["beyond environment.variables.MODE (mandatory)"],
  },
  {
    what: "lead: 0, nothing is ahead",
    yaml: "lead: 0",
    before: variables({ MODE: "a" }),
    subject: variables({ MODE: "b" }),
    reference: variables({ MODE: "a" }),
    found: ["beyond environment.variables.MODE (mandatory)"],
  },
  {
    what: "lead per environment",
    yaml: `environments:
  production: { stacks: "*/production" }
  staging: { stacks: "*/staging", reference: production, lead: 30d }`,
    before: variables({ MODE: "a" }),
    subject: variables({ MODE: "b" }),
    reference: variables({ MODE: "a" }),
    found: ["ahead environment.variables.MODE (advisory)"],
  },
  {
    what: "enforce: introduced per environment",
    yaml: `environments:
  production: { stacks: "*/production" }
  staging: { stacks: "*/staging", reference: production, enforce: introduced, lead: 0 }`,
    before: variables({ MODE: "b", OTHER: "a" }),
    subject: variables({ MODE: "b", OTHER: "b" }),
    reference: variables({ MODE: "a", OTHER: "a" }),
    found: ["beyond environment.variables.MODE (advisory)", "beyond environment.variables.OTHER (mandatory)"],
  },
  {
    what: "oneOf: what is text in a configuration is no other value",
    yaml: "tolerances: [{ property: '**', allow: { oneOf: [[2, 3], [true, false]] } }]",
    subject: variables({ COUNT: "2", VERBOSE: "true", OTHER: "3" }),
    reference: variables({ COUNT: "3", VERBOSE: "false", OTHER: "2" }),
    found: [
      "within environment.variables.COUNT (mandatory)",
      "beyond environment.variables.OTHER (mandatory)",
      "within environment.variables.VERBOSE (mandatory)",
    ],
  },
];

describe("what stands in parity.yaml", () => {
  for (const { what, yaml, found, ...stacks } of CASES)
    it(what, () => {
      const document = yaml.startsWith("environments") ? yaml : `${ENVIRONMENTS}${yaml}`;
      const findings = judged(strictly(document), stacks);
      assert.deepEqual(
        findings.map(({ verdict, key, kind, level }) => `${verdict} ${key ?? kind} (${level})`).toSorted(),
        found.toSorted(),
      );
    });
});

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import type { ValueMap } from "../../core/model/value";
import { SECRET } from "../../core/model/value";
import { sayInputs } from "./build";

const packed = (text: string) => gzipSync(text).toString("base64");
const LAMBDA = "aws:lambda/function:Function";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const ROLE = "aws:iam/role:Role";

/** What means the same: no difference. */
const same: readonly (readonly [why: string, subject: ValueMap, reference: ValueMap, type?: string])[] = [
  ["a number and its text", { limit: 3 }, { limit: "3" }],
  ["a truth and its text", { enabled: true }, { enabled: "true" }],
  ["the environment's name in a text", { topic: "orders-staging" }, { topic: "orders-production" }],
  ["its short name, in capitals, by itself", { topic: "ORDERS_STG" }, { topic: "ORDERS_PRD" }],
  ["its name in camel case", { topic: "ordersStagingQueue" }, { topic: "ordersProdQueue" }],
  ["its name glued to a word", { topic: "appstage" }, { topic: "appprod" }],
  ["its name glued to a word, of which production has none", { topic: "topicstaging" }, { topic: "topic" }],
  ["production without a name", { topic: "https://staging.example.com/x" }, { topic: "https://example.com/x" }],
  ["its name in a path", { topic: "/stg/orders/url" }, { topic: "/prod/orders/url" }],
  ["a private range of the same length elsewhere", { peerCidr: "10.1.0.0/16" }, { peerCidr: "10.2.0.0/16" }],
  [
    "a script that is packed",
    { userData: packed("HOST=api-staging\n") },
    { userData: packed("HOST=api-production\n") },
  ],
  [
    "a hash of a definition that is compared itself",
    { variables: { version: "165c59e5" } },
    { variables: { version: "d8050ed0" } },
    "aws:apigateway/deployment:Deployment",
  ],
  [
    "what an older version of the builder did not spell out",
    { exports: [{ docker: { tar: true } }] },
    { buildOnPreview: true, network: "default", exports: [{ docker: { tar: true, compression: "gzip" } }] },
    "docker-build:index:Image",
  ],
  [
    "a picture of a dashboard elsewhere",
    { dashboardBody: JSON.stringify({ widgets: [{ type: "metric", x: 0, y: 15, properties: { title: "CPU" } }] }) },
    { dashboardBody: JSON.stringify({ widgets: [{ type: "metric", x: 12, y: 21, properties: { title: "CPU" } }] }) },
    "aws:cloudwatch/dashboard:Dashboard",
  ],
  [
    "the account that a project's machines have by default",
    { member: "serviceAccount:38059749975-compute@developer.gserviceaccount.com" },
    { member: "serviceAccount:740773065771-compute@developer.gserviceaccount.com" },
    "gcp:projects/iAMMember:IAMMember",
  ],
  ["two channels", { text: "to C05GH2K9XQZ" }, { text: "to C05JJ8M1PLW" }],
  [
    "a parameter at once, and by default",
    { parameters: [{ name: "time_zone", value: "UTC", applyMethod: "immediate" }] },
    { parameters: [{ name: "time_zone", value: "UTC" }] },
    "aws:rds/parameterGroup:ParameterGroup",
  ],
  [
    "a name where production has none",
    { environment: { variables: { SUBDOMAIN: "staging." } } },
    { environment: { variables: { SUBDOMAIN: "" } } },
    LAMBDA,
  ],
  [
    "a word that both have beside the environment's name",
    { line: "curl stg.example.com/stg >/stage/null" },
    { line: "curl prod.example.com/prod >/stage/null" },
  ],
  [
    "two buckets with drawn letters",
    { bucket: "asset-hbeomzkxsrfu" },
    { bucket: "asset-wdxhsaoktvnb" },
    "aws:s3/bucketObjectv2:BucketObjectv2",
  ],
  [
    "a sentence in which only staging names itself",
    { message: "Your Acme Staging code" },
    { message: "Your Acme code" },
  ],
  [
    "two interfaces behind one gateway's service",
    { sourceArn: "arn:aws:execute-api:eu-west-1:111111111111:abcde12345/*/GET" },
    { sourceArn: "arn:aws:execute-api:eu-west-1:222222222222:fghij67890/*/GET" },
    "aws:lambda/permission:Permission",
  ],
  [
    "two clusters of a host",
    { at: "mongodb+srv://staging.ab1cd.mongodb.net/orders" },
    { at: "mongodb+srv://production.zx9yw.mongodb.net/orders" },
  ],
  [
    "values of an event's pattern in another order",
    { eventPattern: '{"source":["a","b"]}' },
    { eventPattern: '{"source":["b","a"]}' },
    "aws:cloudwatch/eventRule:EventRule",
  ],
  [
    "conditions of a listener's rule in another order",
    { conditions: [{ pathPattern: { values: ["/a"] } }, { hostHeader: { values: ["a.example.net"] } }] },
    { conditions: [{ hostHeader: { values: ["a.example.net"] } }, { pathPattern: { values: ["/a"] } }] },
    "aws:lb/listenerRule:ListenerRule",
  ],
  [
    "rules of a backup plan in another order",
    {
      rules: [
        { ruleName: "daily", schedule: "x" },
        { ruleName: "monthly", schedule: "y" },
      ],
    },
    {
      rules: [
        { ruleName: "monthly", schedule: "y" },
        { ruleName: "daily", schedule: "x" },
      ],
    },
    "aws:backup/plan:Plan",
  ],
  ["things of two organisations", { path: "o-7h3k9p2m5x/r-4q8z/*" }, { path: "o-a1s2d3f4g5/r-b7n1/*" }],
  [
    "two accounts' devices",
    { text: "at a2k9x7w1q5m3zp-ats.iot.eu-west-3.amazonaws.com" },
    { text: "at a9z1y3x5w7v2ut-ats.iot.eu-west-3.amazonaws.com" },
  ],
  [
    "two certificates of one account",
    { arn: "arn:aws:acm:eu-west-1:111111111111:certificate/27d1b4aa-0e52-4a6c-bb1f-9c8d7e6f5a40" },
    { arn: "arn:aws:acm:eu-west-1:111111111111:certificate/b0c1d2e3-f4a5-4b6c-8d7e-9f0a1b2c3d4e" },
  ],
  ["stored data of two buckets", { dataUrl: "s3://a-staging/x.tar.gz" }, { dataUrl: "s3://b-production/x.tar.gz" }],
  ["JSON in another order", { doc: '{"a":1,"b":[2]}' }, { doc: '{ "b": [2], "a": 1 }' }],
  ["JSON as text and as data", { doc: '{"a":1}' }, { doc: { a: 1 } }],
  ["addresses of two hosts", { apiUrl: "https://a.example.net/v1/x" }, { apiUrl: "https://b.example.org:443/v1/y" }],
  [
    "one protocol by two names",
    { dbUrl: "postgres://a.example.net/x" },
    { dbUrl: "postgresql://b.example.org:5432/y" },
  ],
  ["both secret", { password: SECRET }, { password: SECRET }],
  ["one secret", { password: SECRET }, { password: "x" }],
  [
    "an IAM document: order, Sid, one or a list, case",
    {
      assumeRolePolicy:
        '{"Version":"2012-10-17","Statement":{"Sid":"A","Effect":"Allow","Action":["S3:GetObject","s3:PutObject"],"Resource":"*"}}',
    },
    {
      assumeRolePolicy:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:PutObject","s3:GetObject"],"Resource":["*"]}]}',
    },
    ROLE,
  ],
  [
    "an element that is known by a host of which the cloud makes up a part",
    { aliases: [{ name: "d-2c9d01fe4b.execute-api.eu-west-1.amazonaws.com", ttl: 60 }] },
    { aliases: [{ name: "d-b83af7720c.execute-api.eu-west-1.amazonaws.com", ttl: 60 }] },
  ],
  [
    "environment variables of a container in another order",
    { containerDefinitions: '[{"name":"api","environment":[{"name":"A","value":"1"},{"name":"B","value":"2"}]}]' },
    { containerDefinitions: '[{"name":"api","environment":[{"name":"B","value":"2"},{"name":"A","value":"1"}]}]' },
    TASK,
  ],
  [
    "compartments outside",
    { target: "ocid1.compartment.oc1..aaaaaaaaq3k7x2m5v9c1b4n8z6l0p2o5i8u7y4t1r3e6w9qasdfghjklzxcv" },
    { target: "ocid1.compartment.oc1..aaaaaaaaw8e1r5t9y3u7i2o6p0a4s8d2f6g1h5j9k3l7z2x6c0v4b8n2m6qw" },
  ],
  ["clusters outside", { target: "lkc-8p3kq2" }, { target: "lkc-1v7wd5" }],
  ["groups outside", { target: "00gab12CDEfgh3IJ4x7Q" }, { target: "00gzy98XWVut7SR6q5pK" }],
  ["teams outside", { target: "team_4f7Hq2Lm9Zx1Cv8Bn3Ks" }, { target: "team_9s3Df6Gh1Jk4Lz7Xc2Vb" }],
  ["one amount of memory in two units", { spec: { quota: "8Gi" } }, { spec: { quota: "8192Mi" } }],
  ["one time in two units", { spec: { timeout: "1h0m0s" } }, { spec: { timeout: "3600s" } }],
  [
    "a volume of either cluster",
    { target: "pvc-0f3b6a52-19c7-4f0e-8a6d-2d1f0b9c7e55" },
    { target: "pvc-b1f0c2d3-7e6f-4a5b-9c8d-0e1f2a3b4c5d" },
  ],
  [
    "the address that either cluster gives a service",
    { spec: { loadBalancerIP: "10.31.8.20" } },
    { spec: { loadBalancerIP: "10.77.8.20" } },
    "kubernetes:core/v1:Service",
  ],
  ["privileges in another order", { privileges: ["SELECT", "INSERT"] }, { privileges: ["INSERT", "SELECT"] }],
  [
    "numbered things outside",
    { channels: ["projects/shop/notificationChannels/15192837465"] },
    { channels: ["projects/shop/notificationChannels/18804172639"] },
  ],
  [
    "checksums of what a pod mounts",
    { spec: { template: { metadata: { annotations: { "checksum/config": "1f7b2c9e3d5a6f80" } } } } },
    { spec: { template: { metadata: { annotations: { "checksum/config": "93ab01cd77fe2146" } } } } },
    "kubernetes:apps/v1:Deployment",
  ],
  [
    "what was sealed for either cluster",
    { spec: { encryptedData: { password: "AgBy8hCi8uQ2vT7d0" } } },
    { spec: { encryptedData: { password: "AgCkW0mZ4nR9xL5e1" } } },
    "kubernetes:bitnami.com/v1alpha1:SealedSecret",
  ],
];

/** What differs, and what is said of it. */
const different: readonly (readonly [
  why: string,
  said: string,
  subject: ValueMap,
  reference: ValueMap,
  type?: string,
])[] = [
  [
    "what an address is for",
    "changed purpose",
    { purpose: "VPC_PEERING" },
    { purpose: "PRIVATE_SERVICE_CONNECT" },
    "gcp:compute/globalAddress:GlobalAddress",
  ],
  [
    "a script that is packed and says more",
    "changed userData",
    { userData: packed("A=1\n") },
    { userData: packed("A=2\n") },
  ],
  ["stored data", "changed dataUrl", { dataUrl: "s3://a-staging/1.tar.gz" }, { dataUrl: "s3://a-production/2.tar.gz" }],
  [
    "a wildcard beside a name",
    "changed environment.variables.ALLOWED_HOSTS",
    { environment: { variables: { ALLOWED_HOSTS: "*" } } },
    { environment: { variables: { ALLOWED_HOSTS: "shop.example.com" } } },
    LAMBDA,
  ],
  [
    "an empty address beside one",
    "changed environment.variables.SENTRY_DSN",
    { environment: { variables: { SENTRY_DSN: "" } } },
    { environment: { variables: { SENTRY_DSN: "https://abc@o1.ingest.sentry.io/1" } } },
    LAMBDA,
  ],
  [
    "another path of one host",
    "changed apiUrl",
    { apiUrl: "https://a.example.net/v1/users" },
    { apiUrl: "https://a.example.net/v1/orders" },
  ],
  [
    "another protocol without a host",
    "changed cacheUrl",
    { cacheUrl: "memory://" },
    { cacheUrl: "redis://cache:6379" },
  ],
  [
    "a policy that the cloud offers to everybody",
    "changed defaultCacheBehavior.cachePolicyId",
    { defaultCacheBehavior: { cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" } },
    { defaultCacheBehavior: { cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6" } },
    "aws:cloudfront/distribution:Distribution",
  ],
  [
    "a choice that is called a name",
    "changed environment.variables.MODEL_NAME",
    { environment: { variables: { MODEL_NAME: "small" } } },
    { environment: { variables: { MODEL_NAME: "large" } } },
    LAMBDA,
  ],
  [
    "a firewall's group of rules",
    "changed rules[0].statement.managedRuleGroupStatement.name",
    { rules: [{ name: "a", statement: { managedRuleGroupStatement: { name: "AWSManagedRulesSQLiRuleSet" } } }] },
    { rules: [{ name: "a", statement: { managedRuleGroupStatement: { name: "AWSManagedRulesCommonRuleSet" } } }] },
    "aws:wafv2/webAcl:WebAcl",
  ],
  [
    "two buckets with words",
    "changed bucket",
    { bucket: "asset-uploads" },
    { bucket: "asset-catalog" },
    "aws:s3/bucketObjectv2:BucketObjectv2",
  ],
  ["null and absent", "added limit", { limit: null }, {}],
  ["more than the environment's name at a word's end", "changed topic", { topic: "topicstagings" }, { topic: "topic" }],
  ["empty and absent", "added label", { label: "" }, {}],
  ["null and empty", "changed label", { label: null }, { label: "" }],
  ["zero and empty", "changed limit", { limit: 0 }, { limit: "" }],
  ["false and absent", "added enabled", { enabled: false }, {}],
  ["false and zero", "changed enabled", { enabled: false }, { enabled: 0 }],
  ["an empty list and none", "added zones", { zones: [] }, {}],
  ["a longer range", "changed peerCidr", { peerCidr: "10.1.0.0/24" }, { peerCidr: "10.1.0.0/16" }],
  ["the whole internet", "changed peerCidr", { peerCidr: "0.0.0.0/0" }, { peerCidr: "10.1.0.0/16" }],
  ["another protocol", "changed apiUrl", { apiUrl: "http://a.example.net" }, { apiUrl: "https://b.example.org" }],
  [
    "another version of an interface",
    "changed environment.variables.API_URL",
    { environment: { variables: { API_URL: "https://api-staging.example.com/v2/" } } },
    { environment: { variables: { API_URL: "https://api.example.com/v1/" } } },
    LAMBDA,
  ],
  ["another port", "changed apiUrl", { apiUrl: "https://a.example.net:8443" }, { apiUrl: "https://b.example.org" }],
  ["a host's other port", "changed host", { host: "a.example.net:6379" }, { host: "b.example.org:6380" }],
  [
    "a mode is no name",
    "changed environment.variables.NODE_ENV",
    { environment: { variables: { NODE_ENV: "development" } } },
    { environment: { variables: { NODE_ENV: "production" } } },
    LAMBDA,
  ],
  ["an element more, in the middle", "added steps[1]", { steps: ["a", "x", "b", "c"] }, { steps: ["a", "b", "c"] }],
  ["one subtree is one difference", "added nested", { nested: { a: { b: 1, c: 2 }, d: 3 } }, {}],
  ["a value in JSON", "changed doc.a[0].b", { doc: '{"a":[{"b":1}]}' }, { doc: '{"a":[{"b":2}]}' }],
  [
    "a line of a script",
    "changed script",
    { script: "#!/bin/sh\necho one\nexit 0\n" },
    { script: "#!/bin/sh\necho two\nexit 0\n" },
  ],
  ["two kinds of things outside", "changed target", { target: "lkc-8p3kq2" }, { target: "sa-1v7wd5" }],
  ["two short names", "changed target", { target: "team_red1" }, { target: "team_blue2" }],
  ["another amount in another unit", "changed spec.quota", { spec: { quota: "8Gi" } }, { spec: { quota: "8000Mi" } }],
  [
    "a number that only looks like an amount",
    "changed spec.quota",
    { spec: { quota: "1000m" } },
    { spec: { quota: "1" } },
  ],
  [
    "a service without an address",
    "changed spec.clusterIP",
    { spec: { clusterIP: "None" } },
    { spec: { clusterIP: "10.77.8.20" } },
    "kubernetes:core/v1:Service",
  ],
  [
    "one more sealed secret",
    "added spec.encryptedData.token",
    { spec: { encryptedData: { password: "AgBy8hCi8uQ2vT7d0", token: "AgBzz" } } },
    { spec: { encryptedData: { password: "AgCkW0mZ4nR9xL5e1" } } },
    "kubernetes:bitnami.com/v1alpha1:SealedSecret",
  ],
  [
    "a word with few vowels",
    "changed bucket",
    { bucket: "asset-encryption" },
    { bucket: "asset-decryption" },
    "aws:s3/bucketObjectv2:BucketObjectv2",
  ],
  [
    "a value by its key",
    "changed containerDefinitions[0].environment[1].value",
    { containerDefinitions: '[{"name":"api","environment":[{"name":"A","value":"1"},{"name":"B","value":"2"}]}]' },
    { containerDefinitions: '[{"name":"api","environment":[{"name":"B","value":"3"},{"name":"A","value":"1"}]}]' },
    TASK,
  ],
];

describe("comparison of values", () => {
  for (const [why, subject, reference, type] of same)
    it(`says nothing of ${why}`, () => assert.deepEqual(sayInputs(subject, reference, type), []));

  for (const [why, said, subject, reference, type] of different)
    it(`says that ${why} is a difference`, () => assert.deepEqual(sayInputs(subject, reference, type), [said]));

  it("is not led astray by keys that mean something to JavaScript", () => {
    const own: ValueMap = Object.fromEntries([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
    assert.deepEqual(sayInputs({ settings: own }, { settings: {} }), [
      "added settings.__proto__",
      "added settings.constructor",
    ]);
  });
});

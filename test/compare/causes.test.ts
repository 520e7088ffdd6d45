import assert from "node:assert/strict";
import type { Divergence } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import { UNKNOWN, type ValueMap } from "../../core/model/value";
import { compareStacks, resource, say, stack } from "./build";

const CLUSTER = "aws:eks/cluster:Cluster";
const GROUP = "aws:autoscaling/group:Group";
const SUBNET = "aws:ec2/subnet:Subnet";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const INSTANCE = "aws:ec2/instance:Instance";
const ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
const CERTIFICATE = "aws:acm/certificate:Certificate";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

const urn = (of: string, type: string, name: string) => `urn:pulumi:${of}::shop::${type}::${name}`;

/** What is said without a cause, and that all else follows from the only one. */
function rootOf(divergences: readonly Divergence[]): readonly string[] {
  const roots = divergences.filter(({ causedBy }) => causedBy === undefined);
  const ids = new Set(roots.map(({ id }) => id));
  for (const { causedBy } of divergences) if (causedBy !== undefined) assert.ok(ids.has(causedBy));
  return say(roots);
}

function identified(of: string, type: string, name: string, id: string, inputs: ValueMap = {}): Resource {
  return resource(of, type, name, inputs, { id, outputs: { ...inputs, arn: `arn:aws:any:::${id}`, name: id } });
}

describe("what follows from another difference", () => {
  it("is an element whose key still names what is missing", () => {
    const of = (name: string, id: string) => {
      const tag = { key: `kubernetes.io/cluster/${id}`, value: "owned", propagateAtLaunch: true };
      const user = resource(name, GROUP, "nodes", { tags: [{ ...tag, key: "team", value: "core" }, tag] });
      return [identified(name, CLUSTER, "main", id), user];
    };
    const production = stack("production", of("production", "main-eksCluster-99eedd1"));
    const [, user] = of("staging", "main-eksCluster-11aabb2");
    const { divergences } = compareStacks(stack("staging", user === undefined ? [] : [user]), production);
    assert.deepEqual(say(divergences), ["changed tags[1].key", "missing main"]);
    assert.deepEqual(rootOf(divergences), ["missing main"]);
  });

  it("is a short text or a number that was made by what is missing", () => {
    const version = (of: string, versionNumber: number) =>
      resource(
        of,
        "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion",
        "flags",
        {},
        { id: `app/p/${versionNumber}`, outputs: { versionNumber } },
      );
    const deployment = (of: string, from: Resource, configurationVersion: string) =>
      resource(
        of,
        "aws:appconfig/deployment:Deployment",
        "d",
        { configurationVersion },
        { propertyDependencies: new Map([["configurationVersion", [from.urn]]]) },
      );
    const [own, other] = [version("staging", 6), version("production", 31)];
    const { divergences } = compareStacks(
      stack("staging", [deployment("staging", own, "6")]),
      stack("production", [other, deployment("production", other, "31")]),
    );
    assert.deepEqual(say(divergences), ["changed configurationVersion", "missing flags"]);
    assert.deepEqual(rootOf(divergences), ["missing flags"]);
  });

  it("is an element of a set that still names what is missing, though the other set is longer", () => {
    const ids = { staging: "0f91024238a09e11", production: "0a1b2c3d4e5f6071" };
    const of = (name: "staging" | "production", places: readonly string[]) => [
      ...places.map((place) =>
        resource(name, SUBNET, place, { availabilityZone: `eu-west-1${place}` }, { id: `subnet-${ids[name]}${place}` }),
      ),
      resource(name, BALANCER, "web", { subnets: places.map((place) => `subnet-${ids[name]}${place}`) }),
    ];
    const subject = of("staging", ["a", "b"]).filter(({ name }) => name !== "b");
    const { divergences } = compareStacks(
      stack("staging", subject),
      stack("production", of("production", ["a", "b", "c"])),
    );
    const roots = divergences.filter(({ causedBy }) => causedBy === undefined);
    assert.deepEqual(say(roots), ["missing b", "missing c"]);
  });

  it("is none where something more is made from a resource that differs in something else", () => {
    const of = (name: string, id: string, retention: number, more: boolean) =>
      stack(name, [
        identified(name, CLUSTER, "main", id, { retention }),
        resource(name, ALARM, "cpu", { dimensions: { service: "web", ...(more && { cluster: id }) } }),
      ]);
    const { divergences } = compareStacks(
      of("staging", "main-cluster-11aabb2", 7, true),
      of("production", "main-cluster-99eedd1", 30, false),
    );
    assert.deepEqual(rootOf(divergences), ["added dimensions.cluster", "changed retention"]);
  });

  it("is a value that only the longer one of two lists of outputs can give", () => {
    const of = (name: string, suffix: string, names: readonly string[]) => {
      const records = names.map((host) => `_${host}${suffix}0123456789abcdef.acm-validations.aws`);
      const options = records.map((resourceRecordName) => ({ resourceRecordName }));
      return stack(name, [
        resource(
          name,
          CERTIFICATE,
          "site",
          { subjectAlternativeNames: names.map((host) => `${host}.shop.example`), keyAlgorithm: names.length },
          {
            id: `arn:aws:acm:eu-west-1:111122223333:certificate/${suffix}`,
            outputs: { domainValidationOptions: options },
          },
        ),
        resource(name, "aws:acm/certificateValidation:CertificateValidation", "site", {
          validationRecordFqdns: records,
        }),
      ]);
    };
    const { divergences } = compareStacks(of("staging", "11aabb2", ["a"]), of("production", "99eedd1", ["a", "b"]));
    const validation = divergences.filter(({ type }) => type.endsWith("CertificateValidation"));
    assert.ok(validation.length > 0);
    assert.ok(validation.every(({ causedBy }) => causedBy !== undefined));
  });

  it("is what hangs on counted replicas, and is counted like them", () => {
    const of = (name: string, places: readonly string[], named: readonly string[]) => [
      ...places.map((place) =>
        resource(
          name,
          INSTANCE,
          `web-${place}`,
          { instanceType: "t3.small" },
          { id: `i-0${place}1122334455667${name.length}` },
        ),
      ),
      ...places.map((place) =>
        resource(
          name,
          ATTACHMENT,
          `web-${place}`,
          { port: 80, targetId: `i-0${place}1122334455667${name.length}` },
          { dependencies: [urn(name, INSTANCE, `web-${place}`)] },
        ),
      ),
      resource(name, ALARM, "all", {
        dimensions: { instances: named.map((place) => `i-0${place}1122334455667${name.length}`).join(",") },
      }),
    ];
    const { divergences } = compareStacks(
      stack("staging", of("staging", ["1", "2"], ["1", "2"])),
      stack("production", of("production", ["1", "2", "3"], ["1", "2", "3"])),
    );
    assert.deepEqual(rootOf(divergences), ["changed web-1"]);
    assert.equal(divergences.length, 3);
  });

  it("is what still depends on a resource that is gone", () => {
    const group = "aws:ec2/securityGroup:SecurityGroup";
    const rule = "aws:ec2/securityGroupRule:SecurityGroupRule";
    const production = stack("production", [
      resource("production", group, "front-production", { description: "web" }, { id: "sg-0a1b2c3d4e5f60718" }),
    ]);
    const staging = stack("staging", [
      resource(
        "staging",
        rule,
        "front-http",
        { securityGroupId: "sg-1a2b3c4d5e6f70819", fromPort: 80 },
        { dependencies: [urn("staging", group, "front-staging")] },
      ),
    ]);
    const { divergences } = compareStacks(staging, production);
    assert.deepEqual(say(divergences), ["extra front-http", "missing front-production"]);
    assert.deepEqual(rootOf(divergences), ["missing front-production"]);
  });

  it("is every further copy of a replica of which the other side has none", () => {
    const droplet = (name: string) => resource("production", INSTANCE, name, { instanceType: "t3.small" });
    const { divergences } = compareStacks(
      stack("staging", []),
      stack("production", [droplet("web-2"), droplet("web-0"), droplet("web-1")]),
    );
    assert.equal(divergences.length, 3);
    assert.deepEqual(rootOf(divergences), ["missing web-0"]);
  });

  it("is a property that the engine recorded to come from what is missing, whatever output it is", () => {
    const version = "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion";
    const made = (of: string, versionNumber: number) => [
      resource(of, version, "flags", { content: "{}" }, { outputs: { versionNumber } }),
      resource(
        of,
        "aws:appconfig/deployment:Deployment",
        "flags",
        { configurationVersion: String(versionNumber) },
        { propertyDependencies: new Map([["configurationVersion", [urn(of, version, "flags")]]]) },
      ),
    ];
    const { divergences } = compareStacks(
      stack("staging", made("staging", 6).slice(1)),
      stack("production", made("production", 31)),
    );
    assert.deepEqual(say(divergences), ["changed configurationVersion", "missing flags"]);
    assert.deepEqual(rootOf(divergences), ["missing flags"]);
  });

  it("is what comes from a missing resource, though it is a number or not known yet", () => {
    const NETWORK = "hcloud:index/network:Network";
    const subnet = (name: string, networkId: ValueMap[string]) =>
      resource(
        name,
        "hcloud:index/networkSubnet:NetworkSubnet",
        "private",
        { networkId, type: "cloud" },
        { propertyDependencies: new Map([["networkId", [urn(name, NETWORK, "private")]]]) },
      );
    const network = resource("production", NETWORK, "private", { ipRange: "10.0.0.0/16" }, { id: "36032963" });
    const production = stack("production", [network, subnet("production", 36032963)]);
    for (const value of [UNKNOWN, 44170012]) {
      const { divergences } = compareStacks(stack("staging", [subnet("staging", value)]), production);
      assert.deepEqual(say(divergences), ["changed networkId", "missing private"]);
      assert.deepEqual(rootOf(divergences), ["missing private"]);
    }
  });

  it("is a text that holds the number of what is missing, joined to a word", () => {
    const volume = "hcloud:index/volume:Volume";
    const made = (of: string, id: string) => [
      resource(of, volume, "data", { size: 10 }, { id }),
      resource(
        of,
        "command:remote:Command",
        "backup",
        { create: `restic backup /mnt/HC_Volume_${id}` },
        { propertyDependencies: new Map([["create", [urn(of, volume, "data")]]]) },
      ),
    ];
    const { divergences } = compareStacks(
      stack("staging", made("staging", "70571709").slice(1)),
      stack("production", made("production", "99541680")),
    );
    assert.deepEqual(say(divergences), ["changed create", "missing data"]);
    assert.deepEqual(rootOf(divergences), ["missing data"]);
  });

  it("is a text that holds a short id of what is missing", () => {
    const integration = "aws-native:apigatewayv2:Integration";
    const made = (of: string, id: string) => [
      resource(
        of,
        integration,
        "api",
        { integrationType: "AWS_PROXY" },
        { id: `e1|${id}`, outputs: { integrationId: id } },
      ),
      resource(
        of,
        "aws-native:apigatewayv2:Route",
        "api",
        { target: `integrations/${id}` },
        { propertyDependencies: new Map([["target", [urn(of, integration, "api")]]]) },
      ),
    ];
    const { divergences } = compareStacks(
      stack("staging", made("staging", "bf50i4i").slice(1)),
      stack("production", made("production", "e5juqof")),
    );
    assert.deepEqual(rootOf(divergences), ["missing api"]);
  });
});

import { strict as assert } from "node:assert";
import { compileProperty, matchProperty, wordPath } from "../../catalogue/engine/pattern";
import { compileType } from "../../catalogue/engine/type-pattern";
import { wordsOf } from "../../catalogue/engine/words";

describe("names as words", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["dbInstanceClass", "db instance class"],
    ["DB_INSTANCE_CLASS", "db instance class"],
    ["db-instance-class", "db instance class"],
    ["DBInstance", "db instance"],
    ["clusterIPs", "cluster ips"],
    ["ipv6CidrBlock", "ipv6 cidr block"],
    ["app.kubernetes.io/managed-by", "app kubernetes io managed by"],
    ["__proto__", "proto"],
  ];
  for (const [name, words] of cases) it(name, () => assert.equal(wordsOf(name).join(" "), words));
});

describe("property patterns", () => {
  const matches = (pattern: string, path: string) =>
    matchProperty(compileProperty(pattern), wordPath(path.split("."))) !== undefined;
  const accepted: readonly (readonly [string, string])[] = [
    ["*Version", "engineVersion"],
    ["*Version", "version"],
    ["*Version", "settings.NODE_VERSION"],
    ["subnetId(s)", "vpcConfig.subnetIds"],
    ["*Address(es)", "ipAddresses"],
    ["vpcConfig.subnetIds", "vpcConfig.subnetIds"],
    ["environment.*", "environment.variables.LOG_LEVEL"],
    ["containerDefinitions.image", "containerDefinitions.api.image"],
    ["*Encrypt~*", "transitEncryptionEnabled"],
    ["^name", "name"],
    ["log*Level*", "logDriverLevelMax"],
  ];
  const refused: readonly (readonly [string, string])[] = [
    ["*Version", "versioning"],
    ["*Version", "versionId"],
    ["^name", "metadata.name"],
    ["^environment.*", "spec.environment.x"],
    ["vpcConfig.subnetIds", "subnetIds"],
    ["subnetId(s)", "subnetIdentifiers"],
  ];
  for (const [pattern, path] of accepted) it(`${pattern} matches ${path}`, () => assert.ok(matches(pattern, path)));
  for (const [pattern, path] of refused) it(`${pattern} leaves ${path}`, () => assert.ok(!matches(pattern, path)));

  it("weigh more the more they spell out", () => {
    const weights = ["*", "a.*", "*Name", "name", "^name", "*LogGroupName"].map(
      (source) => compileProperty(source).weight,
    );
    assert.deepEqual(
      weights,
      [...weights].sort((a, b) => a - b),
    );
    assert.equal(new Set(weights).size, weights.length);
  });
});

describe("type globs", () => {
  it("rank by what they leave open", () => {
    const ranks = ["*", "aws:*", "aws:rds/*", "aws:rds/cluster*", "aws:rds/cluster:Cluster"].map(
      (glob) => compileType(glob).rank,
    );
    assert.deepEqual(ranks, [0, 1, 2, 3, 4]);
  });

  it("take no regard to case", () =>
    assert.ok(compileType("AWS:rds/Cluster*").test("aws:rds/clusterInstance:ClusterInstance")));
});

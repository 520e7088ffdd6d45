import { strict as assert } from "node:assert";
import { nameOf } from "../../catalogue/engine/own-name";
import { compileProperty, freeKeyPath, matchProperty, wordPath } from "../../catalogue/engine/pattern";
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

describe("whose name it is", () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ["aws:rds/cluster:Cluster", "clusterIdentifier", "own"],
    ["aws:rds/clusterInstance:ClusterInstance", "clusterIdentifier", "other"],
    ["aws:rds/shardGroup:ShardGroup", "dbShardGroupIdentifier", "own"],
    ["aws:elasticache/user:User", "userName", "own"],
    ["aws:iam/signingCertificate:SigningCertificate", "userName", "other"],
    ["aws:s3/bucketPolicy:BucketPolicy", "bucketName", "other"],
    ["aws:backup/plan:Plan", "rules.ruleName", "own"],
    ["aws:autoscaling/group:Group", "launchTemplate.launchTemplateName", "other"],
    ["aws:ec2/defaultRouteTable:DefaultRouteTable", "defaultRouteTableId", "other"],
    ["aws:s3/bucket:Bucket", "name", undefined],
  ];
  for (const [type, path, whose] of cases)
    it(`${type} ${path}`, () => assert.equal(nameOf(type, wordPath(path.split("."))), whose));
});

describe("free keys", () => {
  it("read a lone switch with what it switches", () => {
    assert.deepEqual(freeKeyPath(["redis", "backup", "enabled"]).words, [["redis"], ["backup", "enabled"]]);
    assert.deepEqual(freeKeyPath(["enabled"]).words, [["enabled"]]);
  });
});

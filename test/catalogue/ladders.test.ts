import { strict as assert } from "node:assert";
import fc from "fast-check";
import { createCatalogue } from "../../catalogue";
import { fargateCpus, fargateMemories } from "../../catalogue/ladders/fargate";
import { storageLadder, storageTypes } from "../../catalogue/ladders/storage";

const catalogue = createCatalogue();
const size = (value: string) => catalogue.size("aws:rds/instance:Instance", value);
const version = (value: string, type = "aws:rds/instance:Instance") =>
  catalogue.version(type, ["engineVersion"], value);

describe("sizes", () => {
  it("read EC2's naming in all its services", () => {
    const known = size("db.r6g.2xlarge");
    assert.deepEqual(known, {
      family: "r6g",
      series: "r",
      generation: 6,
      size: "2xlarge",
      step: 6,
      architecture: "arm64",
      burstable: false,
      vcpu: 8,
      memoryGiB: 64,
    });
    assert.equal(size("r6g.2xlarge.search")!.family, "r6g");
    assert.equal(size("kafka.m5.large")!.memoryGiB, 8);
    assert.equal(size("cache.t4g.micro")!.burstable, true);
    assert.equal(size("db.t3.small")!.architecture, "x86_64");
    assert.equal(size("m8g.4xlarge")!.memoryGiB, 64);
    assert.equal(size("x8g.xlarge")!.memoryGiB, 64);
    assert.equal(size("g5.2xlarge")!.memoryGiB, 32);
  });

  it("keep the order of a family", () => {
    const ladder = ["t3.nano", "t3.micro", "t3.small", "t3.medium", "t3.large", "t3.xlarge", "t3.2xlarge"];
    const steps = ladder.map((value) => size(value)!.step);
    assert.deepEqual(steps, [0, 1, 2, 3, 4, 5, 6]);
    assert.ok(size("m5.12xlarge")!.step > size("m5.8xlarge")!.step);
  });

  it("read other clouds and services that name their own", () => {
    assert.equal(size("n2-standard-4")!.memoryGiB, 16);
    assert.equal(size("Standard_D4s_v3")!.generation, 3);
    assert.equal(size("s-2vcpu-4gb")!.vcpu, 2);
    assert.ok(size("M20")!.step > size("M10")!.step);
    assert.equal(size("ra3.xlplus")!.vcpu, 4);
  });

  it("say nothing of what is none, and never throw", () => {
    for (const text of ["", "large", "orders", "1.2.3", "__proto__", "constructor"])
      assert.equal(size(text), undefined);
    fc.assert(fc.property(fc.string(), (text) => void size(text)));
  });
});

describe("versions", () => {
  const cases: readonly (readonly [type: string, value: string, product: string, parts: readonly number[]])[] = [
    ["aws:lambda/function:Function", "nodejs18.x", "nodejs", [18]],
    ["aws:lambda/function:Function", "python3.11", "python", [3, 11]],
    ["aws:rds/instance:Instance", "15.4", "", [15, 4]],
    ["aws:rds/instance:Instance", "8.0.35", "", [8, 35]],
    ["aws:rds/cluster:Cluster", "8.0.mysql_aurora.3.04.0", "aurora-mysql", [3, 4, 0]],
    ["aws:eks/cluster:Cluster", "1.29", "", [1, 29]],
    ["aws:eks/nodeGroup:NodeGroup", "1.29.0-20240202", "", [1, 29, 0, 20240202]],
    ["aws:opensearch/domain:Domain", "OpenSearch_2.11", "OpenSearch_#", [2, 11]],
    ["aws:rds/parameterGroup:ParameterGroup", "postgres15", "postgres#", [15]],
    ["kubernetes:apps/v1:Deployment", "ghcr.io/shop/api:v1.2.3", "api", [1, 2, 3]],
    [
      "aws:lambda/function:Function",
      "arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:21",
      "LambdaInsightsExtension",
      [21],
    ],
    [
      "aws:elasticbeanstalk/environment:Environment",
      "64bit Amazon Linux 2023 v6.1.0 running Node.js 20",
      "Node.js",
      [20, 6, 1, 0],
    ],
  ];
  for (const [type, value, product, parts] of cases)
    it(value, () => {
      const found = version(value, type)!;
      assert.deepEqual([found.product, found.parts], [product, parts]);
    });

  it("keep their order where a major version has two numbers", () => {
    const [old, recent] = ["10.6.14", "10.11.5"].map((value) => version(value)!.parts[0]!);
    assert.ok(old! < recent!);
  });

  it("know when support ends", () => {
    assert.equal(version("nodejs16.x", "aws:lambda/function:Function")!.endOfLife, "2024-06-12");
    assert.equal(version("1.28", "aws:eks/cluster:Cluster")!.endOfLife, "2024-11-26");
    assert.equal(version("dotnet10", "aws:lambda/function:Function")!.endOfLife, "2028-11-14");
    assert.equal(version("10.11.8")!.endOfLife, "2028-02-29");
    assert.equal(version("nodejs99.x", "aws:lambda/function:Function")!.endOfLife, undefined);
  });

  it("read none from ids, digests and words, and never throw", () => {
    for (const text of ["ami-0abcdef1234567890", "app:3f9a1c2d", "latest", "$Latest", ""])
      assert.equal(version(text), undefined);
    fc.assert(fc.property(fc.string(), (text) => void version(text)));
  });
});

describe("machine images", () => {
  const image = (name: string) => catalogue.version("aws:ec2/launchTemplate:LaunchTemplate", ["imageId"], name);
  /** Older and newer of one line, as their makers name them. */
  const lines: readonly (readonly [product: string, older: string, newer: string])[] = [
    ["amazon-linux", "amzn2-ami-hvm-2.0.20230307-x86_64-gp2", "amzn2-ami-hvm-2.0.20240412.0-x86_64-gp2"],
    [
      "amazon-linux",
      "amzn2-ami-kernel-5.10-hvm-2.0.20240412.0-x86_64-gp2",
      "al2023-ami-2023.4.20240416.0-kernel-6.1-arm64",
    ],
    [
      "amazon-linux-ecs",
      "amzn2-ami-ecs-hvm-2.0.20240319-x86_64-ebs",
      "al2023-ami-ecs-hvm-2023.0.20240319-kernel-6.1-x86_64",
    ],
    [
      "ubuntu",
      "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240301",
      "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20240423",
    ],
    [
      "bottlerocket-aws-k8s",
      "bottlerocket-aws-k8s-1.29-x86_64-v1.19.2-29cc92cc",
      "bottlerocket-aws-k8s-1.29-x86_64-v1.20.0-fcf71a47",
    ],
    ["amazon-eks-node", "amazon-eks-node-1.29-v20240415", "amazon-eks-node-al2023-x86_64-standard-1.30-v20240703"],
    ["debian", "debian-11-amd64-20240104-1616", "debian-12-amd64-20240201-1643"],
    [
      "windows-server-English-Full-Base",
      "Windows_Server-2022-English-Full-Base-2024.03.13",
      "Windows_Server-2022-English-Full-Base-2024.04.10",
    ],
    ["rhel", "RHEL-9.2.0_HVM-20231115-x86_64-23-Hourly2-GP3", "RHEL-9.3.0_HVM-20240117-x86_64-49-Hourly2-GP3"],
  ];
  for (const [product, older, newer] of lines)
    it(`know that ${newer} is newer than ${older}`, () => {
      const [old, recent] = [image(older)!, image(newer)!];
      assert.deepEqual([old.product, recent.product], [product, product]);
      const first = old.parts.findIndex((part, at) => part !== recent.parts[at]);
      assert.ok(old.parts[first]! < recent.parts[first]!);
    });

  it("are images whatever holds their names, and say nothing by their ids", () => {
    const [, older, newer] = lines[0]!;
    const facts = catalogue.classify("parity:stack:Configuration", ["shop:base"], older, newer);
    assert.deepEqual([facts.policy, facts.valueClass], ["dependency-parity", "image"]);
    assert.equal(image("ami-0123456789abcdef0"), undefined);
    assert.deepEqual(
      catalogue.version("aws:eks/nodeGroup:NodeGroup", ["releaseVersion"], "1.29.3-20240415")?.parts,
      [1, 29, 3, 20240415],
    );
  });
});

describe("Fargate and storage", () => {
  it("know the valid pairs", () => {
    assert.deepEqual(fargateMemories(256), [512, 1024, 2048]);
    assert.deepEqual(fargateMemories(512), [1024, 2048, 3072, 4096]);
    assert.deepEqual(fargateMemories(300), []);
    assert.deepEqual([fargateMemories(16_384)[0], fargateMemories(16_384).at(-1)], [32_768, 122_880]);
    assert.ok(fargateCpus.every((cpu) => fargateMemories(cpu).length > 0));
  });

  it("order storage from weak to strong", () => {
    assert.ok(storageLadder.indexOf("gp2") < storageLadder.indexOf("io2"));
    const limits = storageTypes.map(({ maxIops }) => maxIops);
    assert.deepEqual(
      limits,
      [...limits].sort((a, b) => a - b),
    );
  });
});

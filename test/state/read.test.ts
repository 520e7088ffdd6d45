import assert from "node:assert/strict";
import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ReadError } from "../../core/errors";
import { Asset, ResourceReference, SECRET, UNKNOWN } from "../../core/model/value";
import { parseState, readStack } from "../../sources/state";
import { envelope, exported, resource, SIGNATURE, urnOf } from "./states";

describe("reading a state", () => {
  for (const version of [1, 2, 3, 4])
    it(`understands exports of version ${version}`, () => {
      const stack = parseState(JSON.stringify({ version, deployment: { resources: [resource()] } }), "x.json");
      assert.deepEqual([stack.project, stack.name, stack.resources.length], ["shop", "staging", 1]);
    });

  it("takes stack and organisation of an empty checkpoint from its name", () => {
    const text = JSON.stringify({ version: 3, checkpoint: { stack: "organization/shop/dev" } });
    const { project, name, organization, resources } = parseState(text, "x.json");
    assert.deepEqual(
      { project, name, organization, resources },
      { project: "shop", name: "dev", organization: "organization", resources: [] },
    );
  });

  it("leaves out pending deletes and reads", () => {
    const stack = exported([resource({ delete: true }), resource({ external: true }), resource({}, "kept")]);
    assert.deepEqual(
      stack.resources.map(({ name }) => name),
      ["kept"],
    );
  });

  it("drops the provider's own keys at every depth", () => {
    const stack = exported([
      resource({ inputs: { __defaults: [], rule: { __defaults: [], port: 80 } }, outputs: { __meta: "{}" } }),
    ]);
    assert.deepEqual(Object.keys(stack.resources[0]!.inputs), ["rule"]);
    assert.deepEqual({ ...Object(stack.resources[0]!.inputs.rule) }, { port: 80 });
    assert.deepEqual(Object.keys(stack.resources[0]!.outputs), []);
  });

  it("keeps what the provider says that it filled in", () => {
    const rules = [{ __defaults: ["self"], port: 80, self: false }];
    const [first] = exported([resource({ inputs: { __defaults: ["tier", "name"], tier: "Basic", rules } })]).resources;
    assert.deepEqual([...(first?.defaults ?? [])].sort(), ["name", "rules.*.self", "tier"]);
    assert.equal(exported([resource({ inputs: { __defaults: [], tier: "Basic" } })]).resources[0]?.defaults, undefined);
  });

  it("tells every kind of special value", () => {
    const inputs = {
      secret: envelope({ ciphertext: "v1:abc" }),
      asset: { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", hash: "h1", path: "a.txt" },
      archive: { [SIGNATURE]: "0def7320c3a5731c473e5ecbe6d01bc7", assets: { a: { text: "x" } } },
      reference: { [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e", urn: urnOf("other"), id: "i-1" },
      known: { [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: 7 },
      unknown: { [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4" },
      text: "prefix-04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    };
    const read = exported([resource({ inputs })]).resources[0]!.inputs;
    assert.equal(read.secret, SECRET);
    assert.ok(read.asset instanceof Asset && read.asset.hash === "h1" && read.asset.kind === "asset");
    assert.ok(read.archive instanceof Asset && read.archive.kind === "archive" && read.archive.hash !== undefined);
    assert.ok(read.reference instanceof ResourceReference && read.reference.id === "i-1");
    assert.equal(read.known, 7);
    assert.equal(read.unknown, UNKNOWN);
    assert.equal(read.text, UNKNOWN);
  });

  it("gives every resource its role", () => {
    const types = ["pulumi:pulumi:Stack", "pulumi:providers:aws", "shop:index:Service", "aws:s3/bucket:Bucket"];
    const stack = exported(types.map((type, at) => resource({ type, custom: at % 2 === 1 }, `r${at}`)));
    assert.deepEqual(
      stack.resources.map(({ role }) => role),
      ["stack", "provider", "component", "custom"],
    );
  });

  it("keeps wiring, provider and tags", () => {
    const [read] = exported([
      resource({
        provider: "urn:pulumi:staging::shop::pulumi:providers:aws::default_6_0_4::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        propertyDependencies: { vpcId: [urnOf("vpc")], none: [], empty: null },
        inputs: { tags: { team: "web" } },
      }),
    ]).resources;
    assert.equal(read!.provider, "urn:pulumi:staging::shop::pulumi:providers:aws::default_6_0_4");
    assert.deepEqual([...read!.propertyDependencies], [["vpcId", [urnOf("vpc")]]]);
    assert.equal(read!.tags.team, "web");
  });
});

describe("reading a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "parity-state-"));
  const text = JSON.stringify({ version: 3, deployment: { resources: [resource()] } });
  const write = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const forms: Record<string, string | Buffer> = {
    "plain.json": text,
    "bom.json": "\ufeff" + text,
    "utf16le.json": Buffer.from("\ufeff" + text, "utf16le"),
    "utf16be.json": Buffer.from("\ufeff" + text, "utf16le").swap16(),
    "crlf.json": JSON.stringify(JSON.parse(text), null, 1).replaceAll("\n", "\r\n"),
    "packed.json.gz": gzipSync(text),
  };
  for (const [name, content] of Object.entries(forms))
    it(`reads ${name}`, () => assert.equal(readStack(write(name, content)).resources.length, 1));

  it("stops unpacking a bomb", () => {
    const bomb = write("bomb.json.gz", gzipSync(Buffer.alloc(300 * 1024 * 1024)));
    assert.throws(() => readStack(bomb), failsWith(/unpacks to more than/));
  });
  it("says that a file is cut off", () => {
    assert.throws(
      () => readStack(write("cut.json.gz", gzipSync(text).subarray(0, 40))),
      failsWith(/cannot be unpacked/),
    );
    assert.throws(() => readStack(write("cut.json", text.slice(0, -2))), failsWith(/is no JSON/));
  });
  it("says what is wrong with the path", () => {
    symlinkSync("loop", join(folder, "loop"));
    assert.throws(() => readStack(join(folder, "loop")), failsWith(/circle/));
    assert.throws(() => readStack(join(folder, "absent")), failsWith(/no such file/));
    assert.throws(() => readStack(folder), failsWith(/no file/));
  });
});

function failsWith(message: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof ReadError);
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n/);
    assert.ok(error.place !== undefined);
    return true;
  };
}

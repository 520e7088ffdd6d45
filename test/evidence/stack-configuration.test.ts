import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { ReadError } from "../../core/errors";
import { SECRET } from "../../core/model/value";
import type { ValueMap } from "../../core/model/value";
import { isConfigurationFile, readConfigurationStack } from "../../sources/stack-configuration";
import { configurationFromEngine } from "../../sources/stack-configuration/engine";
import { compareDocuments } from "./compare";

describe("a stack's configuration", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "parity-config-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string | Buffer): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const inputsOf = (name: string, text: string | Buffer): ValueMap =>
    readConfigurationStack(write(name, text)).resources[0]!.inputs;

  it("is one resource with a property for every key, as the file spells it", () => {
    write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
    const stack = readConfigurationStack(
      write(
        "Pulumi.staging.yaml",
        "config:\n  shop:dbClass: db.t3.small\n  aws:region: eu-west-1\n  shop:db:\n    class: a\n    zones: [a, b]\n",
      ),
    );
    const [resource, ...others] = stack.resources;
    assert.deepEqual(others, []);
    assert.equal(resource!.urn, "urn:pulumi:staging::shop::parity:stack:Configuration::configuration");
    assert.equal(resource!.role, "evidence");
    assert.deepEqual(
      { ...resource!.inputs, "shop:db": null },
      { "shop:dbClass": "db.t3.small", "aws:region": "eu-west-1", "shop:db": null },
    );
    assert.deepEqual(JSON.parse(JSON.stringify(resource!.inputs["shop:db"])), { class: "a", zones: ["a", "b"] });
  });

  it("has marks instead of secrets, at every depth", () => {
    const inputs = inputsOf(
      "Pulumi.a.yaml",
      "config:\n  x:token: {secure: v1:abcdef}\n  x:list: [{name: n, key: {secure: v1:xyz}}]\n",
    );
    assert.equal(inputs["x:token"], SECRET);
    assert.doesNotMatch(JSON.stringify(inputs), /abcdef|xyz/);
  });

  it("has the imported environments", () => {
    const list = inputsOf("Pulumi.a.yaml", "environment:\n  - shop/staging\nconfig: {x:a: 1}\n");
    assert.deepEqual(list.environment, ["shop/staging"]);
    const literal = inputsOf("Pulumi.b.yaml", "environment:\n  imports: [shop/staging]\n");
    assert.deepEqual(literal.environment, ["shop/staging"]);
  });

  it("keeps a key of its own that is called environment", () => {
    const inputs = inputsOf("Pulumi.a.yaml", "environment: [e]\nconfig: {environment: staging}\n");
    assert.equal(inputs.environment, "staging");
    assert.deepEqual(inputs["pulumi:environment"], ["e"]);
  });

  it("takes defaults from Pulumi.yaml, in the file's own spelling", () => {
    write(
      "Pulumi.yaml",
      "name: shop\nconfig:\n  size: {type: integer, default: 3}\n  plain: x\n  aws:region: {value: eu-west-1}\n  token: {type: string}\n  secretive: {default: s, secret: true}\n",
    );
    const prefixed = inputsOf("Pulumi.a.yaml", "config: {shop:size: 5}\n");
    assert.deepEqual(
      { ...prefixed },
      { "shop:size": 5, "shop:plain": "x", "aws:region": "eu-west-1", "shop:secretive": SECRET },
    );
    const bare = inputsOf("Pulumi.b.yaml", "config: {size: 5}\n");
    assert.deepEqual({ ...bare }, { size: 5, plain: "x", "aws:region": "eu-west-1", secretive: SECRET });
  });

  it("finds Pulumi.yaml above a folder that holds the stacks' files", () => {
    write("Pulumi.yaml", "name: shop\nstackConfigDir: stacks\n");
    assert.equal(readConfigurationStack(write("stacks/Pulumi.a.yaml", "config: {}")).project, "shop");
  });

  it("keeps the spelling of numbers that JavaScript would change", () => {
    const inputs = inputsOf("Pulumi.a.yaml", "config: {v: 1.30, id: 12345678901234567890, n: 12}\n");
    assert.deepEqual({ ...inputs }, { v: "1.30", id: "12345678901234567890", n: 12 });
  });

  it("expands aliases and merges, and takes any key as a key", () => {
    const inputs = inputsOf(
      "Pulumi.a.yaml",
      "config:\n  a: &a {x: 1}\n  b: {<<: *a, y: 2}\n  __proto__: z\n  constructor: q\n",
    );
    assert.deepEqual(JSON.parse(JSON.stringify(inputs.b)), { x: 1, y: 2 });
    assert.equal(Object.keys(inputs).join(), "a,b,__proto__,constructor");
  });

  it("is read packed, and with a byte order mark", () => {
    assert.deepEqual({ ...inputsOf("Pulumi.a.yaml.gz", gzipSync("config: {a: 1}")) }, { a: 1 });
    assert.deepEqual({ ...inputsOf("Pulumi.b.yaml", Buffer.from("\ufeffconfig: {a: 1}", "utf16le")) }, { a: 1 });
  });

  for (const [what, text, message, place] of [
    ["a duplicate key", "config:\n  a: 1\n  a: 2\n", /the key a stands twice in one map/, ":3:3"],
    ["broken YAML", "config: [\n", /not valid YAML/, ":2:1"],
    ["an alias of nothing", "config: {a: *nope}\n", /aliases/, ""],
    ["an alias of itself", "config: &c {a: *c}\n", /levels deep/, ""],
    ["a billion laughs", laughs(), /aliases/, ""],
    ["a list", "- config\n", /a map with/, ""],
    ["a configuration that is a text", "config: text\nencryptionsalt: x\n", /`config:` must be a map/, ""],
  ] as const) {
    it(`says what is wrong with ${what}`, () => {
      const file = write("Pulumi.a.yaml", text);
      assert.throws(
        () => readConfigurationStack(file),
        (error) => error instanceof ReadError && message.test(error.message) && error.place === file + place,
      );
    });
  }

  it("is told by its name", () => {
    assert.ok(isConfigurationFile("x/Pulumi.staging.yaml") && isConfigurationFile("Pulumi.eu-1.prod.yml"));
    assert.ok(isConfigurationFile("config.stage.yaml") && isConfigurationFile("values/production.yml.gz"));
    assert.ok(!isConfigurationFile("state.json") && !isConfigurationFile("staging.cdx.json.gz"));
    assert.throws(() => isConfigurationFile("x/Pulumi.yaml"), /give its Pulumi\.<stack>\.yaml/);
  });

  it("is the same from the engine as from the file", () => {
    write("Pulumi.yaml", "name: shop\n");
    const file = write(
      "Pulumi.a.yaml",
      "config:\n  size: 3\n  shop:on: true\n  shop:db: {class: x}\n  shop:json: '{\"a\": [1]}'\n  shop:token: {secure: v1:abc}\n",
    );
    const owner = { project: "shop", stack: "a" };
    const values = {
      "shop:size": "3",
      "shop:on": "true",
      "shop:db": '{"class":"x"}',
      "shop:json": '{"a": [1]}',
      "shop:token": "plain",
      "esc:only": "y",
    };
    const keep = new Set(Object.keys(values).filter((key) => key !== "esc:only"));
    const engine = configurationFromEngine(owner, { values, secretKeys: ["shop:token"] }, keep);
    const stack = readConfigurationStack(file, { keys: "canonical" });
    assert.deepEqual(Object.keys(engine.inputs).sort(), Object.keys(stack.resources[0]!.inputs).sort());
    assert.doesNotMatch(JSON.stringify(engine), /plain/);
    const { divergences } = compareDocuments({ subject: { ...stack, resources: [engine] }, reference: stack });
    assert.deepEqual(
      divergences.map(({ key }) => key),
      [],
    );
  });

  it("takes the characters that Secrets Manager ends an ARN with for no difference, the secret's name for one", () => {
    const arn = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}`;
    const file = (stack: string, url: string, key: string) =>
      readConfigurationStack(
        write(`Pulumi.${stack}.yaml`, `config: {x:valueFrom: "${arn(url)}", x:other: "${arn(key)}"}\n`),
      );
    const subject = file("staging", "shop/staging/db-url-kiZKik", "shop/staging/api-key-safviQ:password::");
    const reference = file("production", "shop/production/db-url-982JJ2", "shop/production/web-key-dDIEel:password::");
    const { divergences } = compareDocuments({ subject, reference });
    assert.deepEqual(
      divergences.map(({ path }) => path?.join()),
      ["x:other"],
    );
  });

  it("leaves open what an imported environment may give", () => {
    const subject = readConfigurationStack(write("Pulumi.staging.yaml", "config: {x:timeout: 3, x:same: 1}\n"));
    const reference = readConfigurationStack(
      write("Pulumi.production.yaml", "environment: [shop/e]\nconfig: {x:same: 2}\n"),
    );
    const { divergences } = compareDocuments({ subject, reference });
    const found = new Map(divergences.map((one) => [one.path?.join(), one.undetermined !== undefined]));
    assert.deepEqual([found.get("x:timeout"), found.get("x:same")], [true, false]);
  });
});

function laughs(): string {
  const lines = ["config:", "  a: &a [x,x,x,x,x,x,x,x,x,x]"];
  for (const [at, name] of ["b", "c", "d", "e", "f", "g"].entries()) {
    const before = "abcdef"[at]!;
    lines.push(`  ${name}: &${name} [${Array<string>(10).fill(`*${before}`).join(",")}]`);
  }
  return lines.join("\n");
}

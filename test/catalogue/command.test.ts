import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { World } from "../../cli/command";
import { main } from "../../cli/main";

/** Runs `parity catalogue`, or another command, in a folder of its own. */
async function run(
  args: readonly string[],
  parityYaml?: string,
  { command = "catalogue", files = {} }: { command?: string; files?: Readonly<Record<string, string>> } = {},
) {
  const cwd = mkdtempSync(join(tmpdir(), "catalogue-"));
  const written = { stdout: "", stderr: "" };
  const output = (stream: "stdout" | "stderr") => ({
    write: (text: string) => void (written[stream] += text),
    isTerminal: false,
    columns: 80,
    color: false,
  });
  const context: World = { stdout: output("stdout"), stderr: output("stderr"), cwd, env: {}, now: new Date(0) };
  try {
    if (parityYaml !== undefined) writeFileSync(join(cwd, "parity.yaml"), parityYaml);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    return { code: await main([command, ...args], context), ...written };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

describe("parity catalogue", () => {
  it("lists all properties of a type as JSON, nested ones too", async () => {
    const { code, stdout } = await run(["aws:rds/instance:Instance", "--format", "json"]);
    const rows = JSON.parse(stdout) as readonly Record<string, unknown>[];
    assert.equal(code, 0);
    assert.deepEqual(
      rows.find(({ property }) => property === "engineVersion"),
      {
        property: "engineVersion",
        policy: "dependency-parity",
        kind: "version",
        noise: false,
        rule: "general/dependencies/version",
      },
    );
    assert.ok(rows.some(({ property }) => property === "restoreToPointInTime.sourceDbInstanceIdentifier"));
    assert.equal(rows.find(({ property }) => property === "identifier")!.noise, true);
  });

  it("shows one property with the rule that decides and its reason", async () => {
    const { stdout } = await run(["aws:ecs/taskDefinition:TaskDefinition", "cpu"]);
    assert.match(stdout, /policy +capacity-parity/);
    assert.match(stdout, /values +256, 512, 1024/);
    assert.match(stdout, /decided by +general\/capacity\/cpu-memory/);
  });

  it("reads a property of a type that nobody has heard of", async () => {
    const { code, stdout } = await run(["acme:x:Y", "databaseEngineVersion", "--format", "json"]);
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as readonly { policy: string }[])[0]!.policy, "dependency-parity");
  });

  it("shows what is usually set on a type that no package declares", async () => {
    const { code, stdout } = await run(["kubernetes:apps/v1:Deployment", "--format", "json"]);
    const rows = JSON.parse(stdout) as readonly { property: string; policy: string }[];
    assert.equal(code, 0);
    assert.equal(rows.find(({ property }) => property === "spec.replicas")!.policy, "capacity-parity");
    assert.match((await run(["azure-native:web:WebApp"])).stdout, /no package declares its properties/);
  });

  it("refuses what is no type", async () => {
    const { code, stderr } = await run(["Deployment"]);
    assert.equal(code, 2);
    assert.match(stderr, /"Deployment" is no type that is known/);
  });

  it("suggests the type that was meant", async () => {
    const { code, stderr } = await run(["aws:rds/instance:Instanc"]);
    assert.equal(code, 2);
    assert.match(stderr, /did you mean "aws:rds\/instance:Instance"/);
  });

  it("refuses a format that it does not know", async () => {
    const { code, stderr } = await run(["aws:rds/instance:Instance", "--format", "yaml"]);
    assert.equal(code, 2);
    assert.match(stderr, /--format does not know "yaml".*\(terminal, json\)/);
  });

  it("takes rules of one's own, and warns of types and contradictions in them", async () => {
    const yaml = [
      "extends: [standard]",
      "environments: { production: { stacks: ['*/production'] } }",
      "catalogue:",
      "  - { on: 'acme:*', property: flavour, policy: capacity-parity, kind: size }",
      "  - { on: 'aws:rds/instanse:Instance', property: x, noise: true }",
      "  - { on: 'acme:*', property: flavour, policy: data-parity }",
    ].join("\n");
    const { code, stdout, stderr } = await run(["acme:x:Y", "flavour", "--format", "json"], yaml);
    assert.equal(code, 0, stderr);
    assert.deepEqual(JSON.parse(stdout), [
      { property: "flavour", policy: "data-parity", kind: "size", noise: false, rule: "parity.yaml/catalogue-3" },
    ]);
    assert.match(stderr, /AWS has no type "aws:rds\/instanse:Instance", did you mean "aws:rds\/instance:Instance"/);
    assert.match(stderr, /warning: parity\.yaml:5:5: catalogue\[1\]: /);
    assert.match(stderr, /parity\.yaml:6:5: catalogue\[2\] contradicts parity\.yaml:4:5: catalogue\[0\]: policy/);
  });

  it("warns of them in an audit too", async () => {
    const yaml = [
      "environments: { production: { stacks: ['*/production'] }, staging: { stacks: ['*/staging'], reference: production } }",
      "catalogue: [{ on: 'aws:rds/instanse:Instance', property: x, noise: true }]",
    ].join("\n");
    const files = {
      "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
      "Pulumi.staging.yaml": "config:\n  shop:size: small\n",
      "Pulumi.production.yaml": "config:\n  shop:size: large\n",
    };
    const args = ["--subject", "Pulumi.staging.yaml", "--reference", "Pulumi.production.yaml"];
    const { stderr } = await run(args, yaml, { command: "audit", files });
    assert.match(stderr, /warning: parity\.yaml:2:13: catalogue\[0\]: AWS has no type "aws:rds\/instanse:Instance"/);
  });

  it("names the place of a rule that is malformed", async () => {
    const { code, stderr } = await run(["acme:x:Y", "a"], "catalogue:\n  - { property: x, kind: colour }\n");
    assert.equal(code, 2);
    assert.match(stderr, /parity\.yaml:2/);
  });
});

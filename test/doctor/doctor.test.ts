import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isOlder } from "../../cli/doctor/older";
import { fakePulumi, temporary } from "../cli/fake-pulumi";
import { parity } from "../cli/run";

interface Found {
  readonly check: string;
  readonly state: string;
  readonly message: string;
  readonly next?: string;
}

/** A backend with a production and a staging of `shop`, and a stack of another project. */
const BACKEND = `
  case "$*" in
    version*) echo v3.259.0 ;;
    *whoami*) echo '{"user":"jane","url":"https://app.example.com/jane"}' ;;
    *"stack ls"*) echo '[{"name":"acme/shop/production"},{"name":"acme/shop/staging"},{"name":"acme/other/dev"}]' ;;
    *production*) cat "$FIXTURES/shop/production.json" ;;
    *) cat "$FIXTURES/shop/staging.json" ;;
  esac`;

const PARITY_YAML = `extends: [standard@1]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
`;

function project(files: Readonly<Record<string, string>>): string {
  const folder = temporary();
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function examine(cwd: string, answer = BACKEND, env: Readonly<Record<string, string>> = {}) {
  const { code, stdout } = await parity(["doctor", "--format", "json"], {
    cwd,
    env: { ...fakePulumi(answer).env, ...env },
  });
  const { ready, checks } = JSON.parse(stdout) as { ready: boolean; checks: Found[] };
  const of = (name: string) => checks.filter(({ check }) => check === name);
  return { code, ready, checks, of };
}

describe("parity doctor", () => {
  it("finds everything in order, and reads the reference", async () => {
    const { code, ready, of } = await examine(project({ "parity.yaml": PARITY_YAML }));
    assert.equal(code, 0);
    assert.equal(ready, true);
    assert.deepEqual(
      of("stacks").map(({ message }) => message),
      [
        "acme/shop/production: production, which others are judged against",
        "acme/shop/staging: staging, judged against acme/shop/production",
      ],
    );
    const [reference] = of("reference");
    assert.equal(reference?.state, "ok");
    assert.match(reference.message, /^acme\/shop\/production: \d+ resources, from stack:acme\/shop\/production/);
  });

  it("proposes parity init where there is no parity.yaml", async () => {
    const { code, of } = await examine(project({}));
    assert.equal(code, 0);
    assert.deepEqual(
      of("parity.yaml").map(({ state, next }) => [state, next]),
      [["warning", "npx parity init"]],
    );
  });

  it("gives each mistake in parity.yaml its line, with exit code 2", async () => {
    const { code, ready, of } = await examine(project({ "parity.yaml": "extnds: [standard]\nlead: 14x\n" }));
    assert.equal(code, 2);
    assert.equal(ready, false);
    const [first] = of("parity.yaml");
    assert.ok(first);
    assert.match(first.message, /parity\.yaml:1:1.*did you mean "extends"[\s\S]*parity\.yaml:2/);
    assert.equal(of("stacks")[0]?.state, "skipped");
  });

  it("warns of rules that can never match, with what was meant, and of no others", async () => {
    const yaml = `${PARITY_YAML}tolerances:
  - { on: "aws:rds/instanse:Instance", allow: any }
  - { on: "aws:sqs/queue:Queue", property: visibilityTimeoutSecond, allow: any }
  - { on: "aws:rds/*", property: instanceClass, allow: any }
  - { on: ["aws:rds/instanse:Instance", "acme:shop:Thing"], allow: any }
  - { property: "**.anything", allow: any }
`;
    const { code, of } = await examine(project({ "parity.yaml": yaml }));
    assert.equal(code, 0);
    assert.deepEqual(
      of("parity.yaml")
        .filter(({ state }) => state === "warning")
        .map(({ message }) => message),
      [
        'the rule at parity.yaml:6 can never match: no type "aws:rds/instanse:Instance" is known, did you mean "aws:rds/instance:Instance"?',
        'the rule at parity.yaml:7 can never match: aws:sqs/queue:Queue has no property "visibilityTimeoutSecond", did you mean "visibilityTimeoutSeconds"?',
      ],
    );
  });

  it("names a stack that nothing judges, and what to write", async () => {
    const yaml = PARITY_YAML.replace("*/staging", "*/stage");
    const { code, of } = await examine(project({ "parity.yaml": yaml }));
    assert.equal(code, 0);
    const unjudged = of("stacks").find(({ state }) => state === "warning");
    assert.match(unjudged?.message ?? "", /acme\/shop\/staging: nothing judges it/);
    assert.match(unjudged?.next ?? "", /exempt/);
  });

  it("says one thing where there is no CLI, with exit code 3", async () => {
    const { code, stdout } = await parity(["doctor"], {
      cwd: project({ "parity.yaml": PARITY_YAML }),
      env: { PATH: temporary() },
    });
    assert.equal(code, 3);
    assert.equal(stdout.match(/^failed/gm)?.length, 1);
    assert.match(stdout, /failed {3}pulumi .*no `pulumi` on PATH\n +next: install the Pulumi CLI/);
    assert.match(stdout, /begin with the first that failed/);
  });

  it("says how to log in, with exit code 3", async () => {
    const answer = `case "$*" in version*) echo v3.259.0 ;; *) echo "error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions" >&2; exit 255 ;; esac`;
    const { code, of } = await examine(project({ "parity.yaml": PARITY_YAML }), answer);
    assert.equal(code, 3);
    assert.match(of("login")[0]?.next ?? "", /pulumi login/);
  });

  it("tells an absent reference from one that cannot be read", async () => {
    const unreadable = await examine(
      project({ "parity.yaml": `${PARITY_YAML}reference: [{ snapshot: nowhere.json }]\n` }),
    );
    assert.equal(unreadable.code, 3);
    assert.match(unreadable.of("reference")[0]?.message ?? "", /nowhere\.json: there is no such snapshot/);
    const empty = BACKEND.replace(
      'cat "$FIXTURES/shop/production.json"',
      `echo '{"version":3,"deployment":{"manifest":{},"resources":[]}}'`,
    );
    const absent = await examine(project({ "parity.yaml": PARITY_YAML }), empty);
    assert.equal(absent.code, 0);
    assert.deepEqual(
      absent.of("reference").map(({ state }) => state),
      ["warning"],
    );
    assert.match(absent.of("reference")[0]?.next ?? "", /deploy it/);
  });

  it("looks for the evidence of every judged pair", async () => {
    const yaml = `${PARITY_YAML}evidence:\n  sbom: { path: "{stack}.cdx.json", required: true }\n`;
    const { code, of } = await examine(project({ "parity.yaml": yaml }));
    assert.equal(code, 3);
    assert.deepEqual(
      of("evidence").map(({ state }) => state),
      ["failed", "failed"],
    );
  });

  it("warns of variables that let everything through", async () => {
    const { of } = await examine(project({ "parity.yaml": PARITY_YAML }), BACKEND, { PARITY_RECORD: "plan.json" });
    assert.match(of("environment")[0]?.next ?? "", /unset PARITY_RECORD/);
  });
});

describe("a version", () => {
  it("is older by numbers, whatever stands behind them", () => {
    assert.equal(isOlder("v3.99.0", "3.150.0"), true);
    assert.equal(isOlder("3.150.0-alpha.1", "3.150.0"), false);
    assert.equal(isOlder("20.19.0", "20.19.0"), false);
    assert.equal(isOlder("20.9.4", "20.19.0"), true);
    assert.equal(isOlder("4", "3.150.0"), false);
  });
});

import { strict as assert } from "node:assert";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../cli/main";
import { commandSummaries, loadCommand } from "../../cli/commands";
import type { Report } from "../../core/report/types";
import { FORMATS } from "../../reporters";
import { fakePulumi, temporary } from "./fake-pulumi";
import { parity } from "./run";

const cwd = join(__dirname, "fixtures");
const root = join(__dirname, "../..");
const pair = ["audit", "--subject", "shop/staging.json", "--reference", "shop/production.json", "--preset", "strict"];

describe("the command line", () => {
  it("has a file for every command that --help names, and no other", () => {
    const files = readdirSync(join(root, "cli/commands")).map((file) => file.replace(/\.ts$/, ""));
    assert.deepEqual(files.sort(), Object.keys(commandSummaries).sort());
  });

  for (const name of Object.keys(commandSummaries)) {
    it(`${name}: --help names every option, and the definition is the file's own`, async () => {
      const { code, stdout } = await parity([name, "--help"]);
      assert.equal(code, 0);
      const definition = loadCommand(name);
      assert.equal(definition.name, name);
      for (const { flags } of definition.options) assert.ok(stdout.includes(flags), `${flags} is not in the help`);
    });
  }

  it("loads no command for --help", () => {
    const script = `
      require("ts-node/register/transpile-only");
      const { main } = require("./cli/main");
      const output = { write() {}, isTerminal: false, columns: 80, color: false };
      main(["--help"], { stdout: output, stderr: output, cwd: ".", env: {}, now: new Date() }).then(() =>
        console.log(JSON.stringify(Object.keys(require.cache).filter((file) => /[/](zod|yaml|catalogue|core[/]compare|cli[/]commands)[/]/.test(file)))));`;
    const loaded: unknown = JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }));
    assert.deepEqual(loaded, []);
  });

  for (const debug of ["", "1"])
    it(`gives a bug one line and exit code 3, so that it never looks like a verdict, with PARITY_DEBUG=${debug}`, async () => {
      let stderr = "";
      const stream = { isTerminal: false, columns: 80, color: false };
      const stdout = { ...stream, write: () => assert.fail("broken") };
      const code = await main(pair, {
        stdout,
        stderr: { ...stream, write: (text) => void (stderr += text) },
        cwd,
        env: { PARITY_DEBUG: debug },
        now: new Date(0),
      });
      assert.equal(code, 3);
      assert.match(stderr, /^parity: .*a bug of this tool: broken; PARITY_DEBUG=1 .*\n/);
      assert.equal(/^ +at /m.test(stderr), debug === "1");
    });

  it("ends quietly where the reader of a pipe goes away", () => {
    const bin = `require("ts-node/register/transpile-only"); process.argv.splice(1, 0, "parity"); require("./bin/parity");`;
    const line = `${process.execPath} -e '${bin}' x audit --help | head -1`;
    const { stderr } = spawnSync("sh", ["-c", line], { cwd: root, encoding: "utf8" });
    assert.doesNotMatch(stderr, /EPIPE|Error/);
  });
});

describe("--quiet and --verbose", () => {
  const byStandard = [...pair.slice(0, -1), "standard"];

  it("say on stderr what was read and decided, and leave the report alone", async () => {
    const plain = await parity(byStandard, { cwd });
    const { code, stdout, stderr } = await parity([...byStandard, "--verbose"], { cwd });
    assert.equal(code, plain.code);
    assert.equal(stdout, plain.stdout);
    for (const said of [
      /^parity: by the preset alone; standard; \d+ tolerances/m,
      /^parity: subject staging: \d+ resources, from shop\/staging\.json/m,
      /^parity: reference production: /m,
      /^parity: aligned \d+ pairs: \d+ by urn/m,
      /^parity: dependency-parity aws:rds\/instance:Instance::orders engineVersion: beyond \(mandatory\) by standard\/versions/m,
    ])
      assert.match(stderr, said);
  });

  it("silence warnings and progress, but no error", async () => {
    const out = temporary();
    const written = await parity([...byStandard, "--format", "json", "--out", out, "-q"], { cwd });
    assert.equal(written.stderr, "");
    assert.deepEqual(readdirSync(out), ["parity.json"]);
    const { code, stderr } = await parity(["audit", "--subject", "nowhere.json", "--reference", "x.json", "-q"], {
      cwd,
    });
    assert.equal(code, 3);
    assert.match(stderr, /nowhere\.json/);
  });

  it("exclude each other", async () => {
    const { code, stderr } = await parity([...byStandard, "-q", "-v"], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^parity: --quiet and --verbose exclude each other/);
  });
});

describe("every command", () => {
  for (const name of Object.keys(commandSummaries)) {
    it(`${name} shows examples, and answers a mistyped option with what was meant`, async () => {
      const { stdout } = await parity([name, "--help"]);
      assert.match(stdout, new RegExp(`\nExamples:\n  .*parity ${name}`));
      const { code, stderr } = await parity([name, "--qiet"]);
      assert.equal(code, 2);
      assert.match(stderr, /Did you mean --quiet/);
    });
  }
});

describe("parity audit --out", () => {
  it("writes every format to its file, whole", async () => {
    const out = join(temporary(), "deep/er");
    const { code, stdout, stderr } = await parity([...pair, "--format", FORMATS.join(","), "--out", out], { cwd });
    assert.equal(code, 1);
    assert.equal(stdout, "");
    assert.equal(stderr.trim().split("\n").length, FORMATS.length);
    assert.deepEqual(readdirSync(out).sort(), [
      "parity.html",
      "parity.json",
      "parity.junit.xml",
      "parity.md",
      "parity.sarif",
      "parity.txt",
    ]);
  });

  it("says in one line that the folder cannot be written, with exit code 3", async () => {
    const file = join(temporary(), "file");
    writeFileSync(file, "");
    const { code, stderr } = await parity([...pair, "--format", "json", "--out", join(file, "below")], { cwd });
    assert.equal(code, 3);
    assert.match(stderr, /^parity: .*the report cannot be written: .*--out\n$/);
  });
});

describe("parity audit of a program whose folder is known", () => {
  it("names places in the code from the repository's root, where services look for them", async () => {
    const root = temporary();
    const program = join(root, "services/shop");
    mkdirSync(join(root, ".git"));
    mkdirSync(program, { recursive: true });
    writeFileSync(join(program, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    for (const name of ["staging", "production"]) {
      const state = JSON.parse(readFileSync(join(cwd, `shop/${name}.json`), "utf8")) as State;
      for (const resource of state.deployment.resources) resource.sourcePosition = "project:///src/orders.ts#12,3";
      writeFileSync(join(program, `${name}.json`), JSON.stringify(state));
    }
    const args = ["audit", "--subject", "staging.json", "--reference", "production.json", "--preset", "strict"];
    const { stdout } = await parity([...args, "--format", "sarif"], { cwd: program });
    assert.match(stdout, /"uri": "services\/shop\/src\/orders\.ts",\s*"uriBaseId": "%SRCROOT%"/);
    const json = JSON.parse((await parity([...args, "--format", "json"], { cwd: program })).stdout) as Report;
    assert.equal(json.subject.programFolder, "services/shop");
  });
});

interface State {
  readonly deployment: { readonly resources: { sourcePosition?: string }[] };
}

describe("parity audit with stacks of a backend", () => {
  it("reads each state once, however many pairs it is part of", async () => {
    const { env, calls } = fakePulumi(`
      case "$*" in
        *"stack ls"*) echo '[{"name":"o/shop/production"},{"name":"o/shop/staging"},{"name":"o/shop/pr-1"}]' ;;
        *production*) cat "$FIXTURES/shop/production.json" ;;
        *) sed "s/:staging::/:pr-1::/g" "$FIXTURES/shop/staging.json" ;;
      esac`);
    const config = join(temporary(), "parity.yaml");
    writeFileSync(
      config,
      'extends: [strict]\nenvironments:\n  production: { stacks: ["*/production"] }\n  other: { stacks: ["*/staging", "*/pr-*"], reference: production }\nreference:\n  - stack: "{organization}/{project}/{stack}"\n',
    );
    const { code, stdout, stderr } = await parity(["audit", "--all", "--config", config, "--format", "json"], {
      cwd,
      env,
    });
    assert.equal(code, 1, stderr);
    const { reports } = JSON.parse(stdout) as { reports: unknown[] };
    assert.equal(reports.length, 2);
    assert.equal(
      calls().filter((call) => call.includes("export") && call.includes("production")).length,
      1,
      calls().join("\n"),
    );
  });

  it("looks for the stacks of an environment in its own backend, and nowhere else", async () => {
    const { env } = fakePulumi(`
      case "$PULUMI_BACKEND_URL $*" in
        *safe*"stack ls"*) echo '[{"name":"o/shop/production"}]' ;;
        *"stack ls"*) echo '[{"name":"o/shop/production"},{"name":"o/shop/staging"},{"name":"o/shop/scratch"}]' ;;
        *safe*production*) cat "$FIXTURES/shop/production.json" ;;
        *production*) echo "error: another backend's production was read" >&2; exit 255 ;;
        *) cat "$FIXTURES/shop/staging.json" ;;
      esac`);
    const config = join(temporary(), "parity.yaml");
    writeFileSync(
      config,
      'extends: [strict]\nenvironments:\n  production: { stacks: ["*/production"], backend: "s3://safe" }\n  staging: { stacks: ["*/staging"], reference: production }\n',
    );
    const { stdout, stderr } = await parity(["audit", "--all", "--config", config, "--format", "json"], { cwd, env });
    const { reports, unjudged, failed } = JSON.parse(stdout) as Record<string, { subject?: unknown; stack?: string }[]>;
    assert.equal(reports?.length, 1, stderr);
    assert.deepEqual(failed, []);
    assert.deepEqual(
      unjudged?.map(({ stack }) => stack),
      ["o/shop/scratch"],
    );
  });

  it("says what to do where the CLI is not logged in, with exit code 3", async () => {
    const { env } = fakePulumi(
      `echo "error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions" >&2; exit 255`,
    );
    const { code, stderr } = await parity(
      ["audit", "--subject", "stack:o/shop/staging", "--reference", "shop/production.json"],
      { cwd, env },
    );
    assert.equal(code, 3);
    assert.match(stderr, /^parity: .*pulumi login.*\n$/);
  });

  it("says that a stack does not exist, with exit code 3", async () => {
    const { env } = fakePulumi(`echo "error: no stack named 'staging' found" >&2; exit 255`);
    const { code, stderr } = await parity(
      ["audit", "--subject", "stack:o/shop/staging", "--reference", "shop/production.json"],
      { cwd, env },
    );
    assert.equal(code, 3);
    assert.match(stderr, /^parity: there is no stack o\/shop\/staging.*\n$/);
  });

  it("warns that an empty reference compares nothing, with exit code 0", async () => {
    const { env } = fakePulumi(`echo '{"version":3,"deployment":{"manifest":{},"resources":[]}}'`);
    const { code, stderr } = await parity(
      ["audit", "--subject", "shop/staging.json", "--reference", "stack:o/shop/production"],
      { cwd, env },
    );
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^parity: warning: .*holds nothing yet\n$/);
  });
});

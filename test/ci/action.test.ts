import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { parse } from "yaml";
import { parity } from "../cli/run";

const ROOT = resolve(__dirname, "../..");
const FIXTURES = join(ROOT, "test/cli/fixtures/shop");

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
const text = readFileSync(join(ROOT, "action.yml"), "utf8");
const action = parse(text) as Action;

/** What a job of GitHub gives to a step, played here: a workspace, files for outputs and summary, `gh` and `pulumi`. */
class Job {
  readonly folder = mkdtempSync(join(tmpdir(), "parity-action-"));
  readonly workspace = join(this.folder, "workspace");
  log = "";

  constructor(readonly inputs: Readonly<Record<string, string>>) {
    for (const name of ["workspace", "bin", "temp"]) mkdirSync(join(this.folder, name));
    for (const name of ["output", "summary", "gh.log"]) writeFileSync(join(this.folder, name), "");
    for (const name of ["staging.json", "production.json"]) cpSync(join(FIXTURES, name), join(this.workspace, name));
    const installed = join(this.workspace, "node_modules/pulumi-environment-parity");
    mkdirSync(join(installed, "dist/bin"), { recursive: true });
    writeFileSync(join(installed, "package.json"), "{}");
    const bin = join(ROOT, "dist/bin/parity.js");
    writeFileSync(join(installed, "dist/bin/parity.js"), `require(${JSON.stringify(bin)});`);
    this.program("gh", `echo "$*" >> "${this.folder}/gh.log"; cat "${this.folder}/gh.answer" 2>/dev/null || true`);
  }

  program(name: string, script: string): void {
    const file = join(this.folder, "bin", name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** Runs every step that has a script, as the runner would, and gives the exit code of the last. */
  run(): number {
    let code = 0;
    writeFileSync(join(this.folder, "output"), "");
    for (const step of action.runs.steps) if (step.run !== undefined) code = this.step(step);
    return code;
  }

  private step({ run = "", env = {} }: Step): number {
    const filled = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, this.filled(value)]));
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd: this.workspace,
      encoding: "utf8",
      env: {
        PATH: [join(this.folder, "bin"), process.env.PATH].join(delimiter),
        HOME: this.folder,
        RUNNER_TEMP: join(this.folder, "temp"),
        GITHUB_OUTPUT: join(this.folder, "output"),
        GITHUB_STEP_SUMMARY: join(this.folder, "summary"),
        GITHUB_REPOSITORY: "acme/shop",
        ...filled,
      },
    });
    this.log += stdout + stderr;
    return status ?? 127;
  }

  private filled(value: string): string {
    return value.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, path: string) => {
      const [context, ...rest] = path.split(".");
      if (context === "inputs") return this.inputs[rest[0] ?? ""] ?? action.inputs[rest[0] ?? ""]?.default ?? "";
      if (path === "github.action_path") return ROOT;
      if (path === "github.event.pull_request.number") return "7";
      return new RegExp(`^${rest.at(-1) ?? ""}=(.*)$`, "m").exec(this.read("output"))?.[1] ?? "";
    });
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }
}

const PAIR = { subject: "staging.json", reference: "production.json" };

describe("the GitHub Action", function () {
  this.timeout(120_000);

  it("puts no input into a script, where its text would be run", () => {
    for (const { run = "" } of action.runs.steps) assert.doesNotMatch(run, /\$\{\{/);
  });

  it("describes every input, and uses each", () => {
    for (const [name, { description }] of Object.entries(action.inputs)) {
      assert.notEqual(description, "", name);
      assert.ok(text.includes(`inputs.${name} `) || text.includes(`inputs.${name} }`), `${name} is not used`);
    }
  });

  it("audits two stacks: annotations, summary, all reports, a comment, and the exit code at the end", () => {
    const job = new Job(PAIR);
    assert.equal(job.run(), 1, job.log);
    assert.match(job.log, /^::error title=[a-z-]+%3A staging against production,file=infra\/network\.ts,line=33::.+$/m);
    assert.match(job.read("summary"), /<!-- environment-parity -->/);
    for (const file of ["parity.json", "parity.md", "parity.html", "parity.sarif", "parity.junit.xml"])
      assert.notEqual(job.read(`workspace/parity-report/${file}`), "");
    assert.match(
      job.read("gh.log"),
      /--method POST repos\/acme\/shop\/issues\/7\/comments --field body=@parity-report/,
    );
  });

  it("updates the comment of an earlier run", () => {
    const job = new Job(PAIR);
    writeFileSync(join(job.folder, "gh.answer"), "4711\n4712\n");
    job.run();
    const written = job.read("gh.log");
    assert.match(written, /--method PATCH repos\/acme\/shop\/issues\/comments\/4711 /);
    assert.doesNotMatch(written, /POST/);
  });

  it("does not fail where the comment may not be written", () => {
    const job = new Job({ ...PAIR, reference: "staging.json" });
    job.program("gh", "exit 1");
    assert.equal(job.run(), 0, job.log);
    assert.match(job.log, /::warning .*pull-requests: write/);
  });

  it("passes where nothing diverges, and where nothing is to fail", () => {
    assert.equal(new Job({ subject: "production.json", reference: "production.json" }).run(), 0);
    assert.equal(new Job({ ...PAIR, "fail-on": "never" }).run(), 0);
  });

  it("ends with 3 and says so where a stack cannot be read", () => {
    const job = new Job({ ...PAIR, subject: "nowhere.json" });
    assert.equal(job.run(), 3);
    assert.match(job.log, /nowhere\.json: .*no such file/);
    assert.match(job.read("summary"), /no parity report/);
  });

  it("previews one stack with the pack, and tells a rejection from a failure", async () => {
    const { stdout } = await parity(
      ["audit", "--subject", "staging.json", "--reference", "production.json", "--format", "json"],
      { cwd: FIXTURES },
    );
    const job = new Job({ mode: "preview", stack: "staging" });
    writeFileSync(join(job.folder, "report.json"), stdout);
    const reports =
      'mkdir -p "$PARITY_REPORT"; cp "$HOME/report.json" "$PARITY_REPORT/parity.json"; echo text > "$PARITY_REPORT/parity.md"';
    job.program("pulumi", `echo "$*" >> "$HOME/pulumi.log"; ${reports}; exit 255`);
    assert.equal(job.run(), 1, job.log);
    assert.match(
      job.read("pulumi.log"),
      /^preview --non-interactive --stack staging --policy-pack .*pulumi-environment-parity$/m,
    );
    job.program("pulumi", "exit 255");
    assert.equal(job.run(), 3);
  });

  it("refuses what it does not know, in one line", () => {
    const job = new Job({ mode: "audti" });
    assert.equal(job.run(), 2);
    assert.match(job.log, /^::error .*'mode' is audit or preview, not 'audti'$/m);
  });
});

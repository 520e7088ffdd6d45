import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createWorkspace, ensureEngine, EngineUnavailable, type Workspace } from "../../scripts/engine";
import { cleanUp, npmInstall, pack, PROJECT_ROOT, registryProblem } from "./fresh";

const PAGE = readFileSync(join(PROJECT_ROOT, "docs/quick-start.md"), "utf8");
const MOST_COMMANDS = 5;
const MOST_MINUTES = 10;

/** A command of the page, and what the page says that it prints. */
interface Step {
  readonly heading: string;
  readonly command: string;
  readonly output: string | undefined;
}

function stepsUnder(text: string): readonly Step[] {
  return text.split(/^## /m).flatMap((section) => {
    const command = /^```sh\n([\s\S]*?)^```$/m.exec(section)?.[1]?.trim();
    const heading = section.split("\n")[0] ?? "";
    return command === undefined ? [] : [{ heading, command, output: /^```text\n([\s\S]*?)^```$/m.exec(section)?.[1] }];
  });
}

const STEPS = stepsUnder(PAGE);
const NUMBERED = STEPS.filter(({ heading }) => /^\d/.test(heading));

/** Whether the page's lines come in this order; `…` stands for anything, at the end of a line or for lines of its own. */
function assertPrints(printed: string, output: string): void {
  const lines = printed.split("\n").map((line) => line.trim());
  let from = 0;
  for (const expected of output.split("\n").map((line) => line.trim())) {
    if (expected === "" || expected === "…") continue;
    const start = expected.endsWith("…") ? expected.slice(0, -1).trim() : undefined;
    const at = lines.findIndex(
      (line, index) => index >= from && (start === undefined ? line === expected : line.startsWith(start)),
    );
    assert.notEqual(at, -1, `not printed, or not in this place: ${expected}\n--- of:\n${printed}`);
    from = at + 1;
  }
}

describe("the quick start, walked as it is written", function () {
  this.timeout(600_000);
  let workspace: Workspace;
  let program: string;

  before(async function () {
    this.timeout(1_200_000);
    const problem = registryProblem();
    const engine = await ensureEngine().catch((error: unknown) => {
      if (error instanceof EngineUnavailable) return undefined;
      throw error;
    });
    if (engine === undefined || problem !== undefined) {
      console.log(`      skipped: ${problem ?? "there is neither Pulumi nor Go"}`);
      this.skip();
    }
    workspace = createWorkspace(engine);
    program = join(workspace.folder, "notes");
    cpSync(join(PROJECT_ROOT, "examples/notes"), program, { recursive: true });
    rmSync(join(program, "README.md"));
    npmInstall(program);
    for (const stack of ["production", "staging"]) {
      for (const args of [
        ["stack", "init", stack],
        ["up", "--yes", "--skip-preview", "-s", stack],
      ]) {
        const { code, stdout, stderr } = await workspace.pulumi(args, { cwd: program });
        assert.equal(code, 0, stdout + stderr);
      }
    }
  });
  after(() => {
    workspace.dispose();
    cleanUp();
  });

  function type(command: string) {
    const env = Object.entries(workspace.env).filter(([name]) => !/^npm_|^NODE_|^INIT_CWD/i.test(name));
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-c", command.replace("dev pulumi-environment-parity", `dev ${pack().tarball}`)],
      {
        cwd: program,
        encoding: "utf8",
        timeout: 300_000,
        env: {
          ...Object.fromEntries(env),
          PWD: program,
          XDG_CACHE_HOME: join(workspace.folder, "cache"),
          PULUMI_OPTION_NON_INTERACTIVE: "true",
          NO_COLOR: "1",
        },
      },
    );
    return { code: status, printed: stdout + stderr };
  }

  it(`takes at most ${MOST_COMMANDS} commands and ${MOST_MINUTES} minutes to the first rejected preview`, () => {
    assert.ok(NUMBERED.length <= MOST_COMMANDS);
    const began = Date.now();
    for (const { heading, command, output } of NUMBERED) {
      const { code, printed } = type(command);
      const written =
        command.includes("init") && existsSync(join(program, "parity.yaml"))
          ? readFileSync(join(program, "parity.yaml"), "utf8")
          : "";
      const rejects = heading.includes("Preview");
      assert.equal(code === 0, !rejects, `${command} ended with ${String(code)}: ${printed}`);
      if (output !== undefined) assertPrints(printed + written, output);
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`      ${NUMBERED.length} commands, ${seconds} s`);
    assert.ok(seconds < MOST_MINUTES * 60);
  });

  it("ends with a preview that passes once the divergence is accepted as the page says", () => {
    const [preview] = NUMBERED.slice(-1);
    for (const { command } of STEPS.filter((step) => !NUMBERED.includes(step))) {
      const { code, printed } = type(command);
      assert.equal(code, 0, printed);
    }
    const { code, printed } = type(preview?.command ?? "");
    assert.equal(code, 0, printed);
  });
});

import { strict as assert } from "node:assert";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createWorkspace, ensureEngine, EngineUnavailable, PROJECT_ROOT, type Workspace } from "../../scripts/engine";

interface Exported {
  readonly urn: string;
  readonly id?: string;
  readonly type: string;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
}

describe("the storefront in the real engine", function () {
  this.timeout(900_000);
  let workspace: Workspace;
  let program: string;

  before(async function () {
    try {
      workspace = createWorkspace(await ensureEngine());
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      console.warn(`      skipped: the storefront in the real engine. ${error.message}`);
      return this.skip();
    }
    program = join(workspace.folder, "storefront");
    cpSync(join(PROJECT_ROOT, "examples", "storefront"), program, { recursive: true });
    symlinkSync(join(PROJECT_ROOT, "node_modules"), join(workspace.folder, "node_modules"), "dir");
  });

  after(() => (workspace as Workspace | undefined)?.dispose());

  async function run(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await workspace.pulumi(args, { cwd: program });
    assert.equal(code, 0, stdout + stderr);
    return stdout;
  }

  async function exported(stack: string): Promise<readonly Exported[]> {
    const state = JSON.parse(await run("stack", "export", "--stack", stack)) as {
      deployment: { resources: readonly Exported[] };
    };
    return state.deployment.resources;
  }

  it("deploys production and staging, and then has nothing left to change", async () => {
    for (const stack of ["production", "staging"]) {
      await run("stack", "init", stack);
      await run("up", "--yes", "--skip-preview", "--stack", stack);
      const preview = await run("preview", "--stack", stack);
      assert.match(preview, /\d+ unchanged/);
      assert.doesNotMatch(preview, /to (create|update|replace|delete)|warning:/);
    }
  });

  it("gives every stack ids and names of its own", async () => {
    const ids = async (stack: string) => (await exported(stack)).flatMap(({ id }) => (id === undefined ? [] : [id]));
    const production = new Set(await ids("production"));
    assert.ok(production.size > 90);
    assert.deepEqual(
      (await ids("staging")).filter((id) => production.has(id)),
      [],
    );
  });

  it("leaves nothing unknown in a state, and no secret in the clear", async () => {
    const text = JSON.stringify(await exported("staging"));
    assert.ok(!text.includes("04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
    assert.ok(!text.includes("sk_test_staging"));
    assert.ok(text.includes("1b47061264138c4ac30d75fd1eb44270"));
  });

  it("updates in place what can be, and replaces what cannot", async () => {
    const change = async (key: string, value: string) => {
      await run("config", "set", "--path", key, value, "--stack", "staging");
      return run("preview", "--stack", "staging");
    };
    assert.match(await change("logRetentionDays", "60"), /\d+ to update/);
    assert.match(await change("vpcCidr", "10.31.0.0/16"), /\d+ to replace/);
  });
});

import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  createWorkspace,
  ensureEngine,
  EngineUnavailable,
  equip,
  type Completed,
  type Plugin,
  type Workspace,
} from "../../scripts/engine";

export const PROJECT_ROOT = resolve(__dirname, "../..");

export const PARITY_YAML = `
extends: [standard]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
  preview: { stacks: ["*/pr-*"], reference: production }
reference:
  - stack: "{organization}/{project}/{stack}"
`;

/** A small program in a real engine with a backend of its own. */
export interface Shop {
  readonly workspace: Workspace;
  /** The program's folder. */
  readonly program: string;
  write(file: string, text: string): void;
  /** Runs pulumi in the program's folder, with the pack where the command takes one. */
  preview(stack: string, options?: RunOptions): Promise<Completed>;
  up(stack: string, options?: RunOptions): Promise<Completed>;
  /** Runs any command without a pack; fails the test where it fails. */
  must(...args: readonly string[]): Promise<string>;
}

export interface RunOptions {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** False: without the pack. */
  readonly pack?: boolean;
}

/**
 * Sets the shop up, or the program in another folder, production deployed; undefined where there is no engine and none can
 * be built. `others`: packages beside AWS, whose providers are as offline as that one's.
 */
export async function openShop(folder = "shop", others: readonly string[] = []): Promise<Shop | undefined> {
  const engine = await ensureEngine().catch((error: unknown) => {
    if (error instanceof EngineUnavailable) return undefined;
    throw error;
  });
  if (engine === undefined) return undefined;
  const workspace = createWorkspace(engine, { plugins: others.map(offline) });
  const program = join(workspace.folder, folder);
  cpSync(join(__dirname, folder), program, { recursive: true });
  symlinkSync(join(PROJECT_ROOT, "node_modules"), join(program, "node_modules"));
  const shop = shopIn(workspace, program);
  shop.write("parity.yaml", PARITY_YAML);
  for (const stack of ["production", "staging"]) await shop.must("stack", "init", stack);
  await shop.must("up", "--yes", "--skip-preview", "-s", "production");
  return shop;
}

function offline(name: string): Plugin {
  const entry = join(PROJECT_ROOT, "scripts", "offline-aws", "main.ts");
  return {
    kind: "resource",
    name,
    version: "1.0.0",
    executable: equip({ executable: `pulumi-resource-${name}`, entry }),
  };
}

function shopIn(workspace: Workspace, program: string): Shop {
  const run = (command: readonly string[], stack: string, { args = [], env = {}, pack = true }: RunOptions = {}) =>
    workspace.pulumi([...command, "-s", stack, ...(pack ? ["--policy-pack", PROJECT_ROOT] : []), ...args], {
      cwd: program,
      env: { XDG_CACHE_HOME: join(workspace.folder, "cache"), ...env },
    });
  return {
    workspace,
    program,
    write: (file, text) => writeFileSync(join(program, file), text),
    preview: (stack, options) => run(["preview"], stack, options),
    up: (stack, options) => run(["up", "--yes"], stack, options),
    must: async (...args) => {
      const { code, stdout, stderr } = await workspace.pulumi(args, { cwd: program });
      if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${String(code)}: ${stdout}${stderr}`);
      return stdout;
    },
  };
}

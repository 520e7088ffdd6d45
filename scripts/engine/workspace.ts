import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommand, type CommandOptions, type Completed } from "./command";
import type { Engine } from "./ensure-engine";
import { equip, PROJECT_ROOT } from "./equipment";
import { neutral } from "./neutral";
import { installPlugin, type Plugin } from "./plugin";

/** A place of its own to run Pulumi in: its own home and file backend, both temporary. */
export interface Workspace {
  /** The temporary folder of it all; put programs and other files beside the backend here. */
  readonly folder: string;
  /** The URL of the file backend. */
  readonly backend: string;
  /** The environment that commands run in. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs `pulumi` with these arguments, never interactive and without colours; `cwd` is the program's folder. */
  readonly pulumi: (args: readonly string[], options?: CommandOptions) => Promise<Completed>;
  /** Removes the folder. */
  readonly dispose: () => void;
}

/** `plugins`: providers beside AWS; `offlineAws`: false leaves AWS out. */
export interface WorkspaceOptions {
  readonly plugins?: readonly Plugin[];
  readonly offlineAws?: boolean;
}

const requireFromProject = createRequire(join(PROJECT_ROOT, "package.json"));

function installedVersion(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(requireFromProject.resolve(`${name}/package.json`), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error(`${name} states no version`);
}

/** The AWS provider that answers from its imagination, in the version of the SDK that is installed here. */
function offlineAws(): Plugin {
  const entry = join(PROJECT_ROOT, "scripts", "offline-aws", "main.ts");
  const executable = equip({ executable: "pulumi-resource-aws", entry });
  return { kind: "resource", name: "aws", version: installedVersion("@pulumi/aws"), executable };
}

function languageHost({ languageHost: executable }: Engine): Plugin[] {
  return executable === undefined ? [] : [{ kind: "language", name: "nodejs", version: "0.0.0", executable }];
}

function awsUnless(excluded: boolean): Plugin[] {
  return excluded ? [] : [offlineAws()];
}

function environment(engine: Engine, folder: string): NodeJS.ProcessEnv {
  return {
    ...neutral(process.env),
    PATH: [dirname(engine.pulumi), process.env.PATH ?? ""].join(delimiter),
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: pathToFileURL(join(folder, "backend")).href,
    PULUMI_CONFIG_PASSPHRASE: "offline",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    NO_COLOR: "1",
  };
}

/** Makes a workspace in the system's temporary folder. */
export function createWorkspace(engine: Engine, options: WorkspaceOptions = {}): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "environment-parity-"));
  for (const name of ["home", "backend"]) mkdirSync(join(folder, name));
  for (const plugin of [
    ...languageHost(engine),
    ...(options.plugins ?? []),
    ...awsUnless(options.offlineAws === false),
  ])
    installPlugin(join(folder, "home"), plugin);
  const env = environment(engine, folder);
  return {
    folder,
    backend: pathToFileURL(join(folder, "backend")).href,
    env,
    pulumi: (args, command = {}) =>
      runCommand(engine.pulumi, [...args, "--non-interactive", "--color", "never"], {
        ...command,
        env: { ...env, ...(command.cwd === undefined ? {} : { PWD: command.cwd }), ...command.env },
      }),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

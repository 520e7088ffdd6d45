import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./command";
import { EngineUnavailable } from "./errors";
import { withLock } from "./lock";
import type { Progress } from "./progress";

/** The engine that is built where no `pulumi` is installed. */
export const ENGINE_VERSION = "3.259.0";

const COMMAND = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
/** Roughly how many packages a build of the engine compiles, so that progress has an end in sight. */
const PACKAGES = 2_350;

async function go(args: readonly string[], cwd: string, onLine: (line: string) => void): Promise<void> {
  const { code, stderr } = await runCommand("go", args, {
    cwd,
    onLine,
    env: { ...process.env, GOFLAGS: `${process.env.GOFLAGS ?? ""} -mod=mod`.trim() },
  });
  if (code === 0) return;
  const lastLines = stderr.trim().split("\n").slice(-5).join("\n");
  throw new EngineUnavailable(`go ${args.slice(0, 2).join(" ")} failed in building the Pulumi engine:\n${lastLines}`);
}

async function compile(folder: string, output: string, progress: Progress): Promise<void> {
  let modules = 0;
  let packages = 0;
  await go(["mod", "init", "environment-parity/engine"], folder, () => undefined);
  await go(["get", "-tool", `${COMMAND}@v${ENGINE_VERSION}`], folder, (line) => {
    if (line.startsWith("go: downloading")) progress.show(`downloading Go modules: ${++modules}`);
  });
  const flags = `-s -w -X ${VERSION_VARIABLE}=v${ENGINE_VERSION}`;
  await go(["build", "-v", "-ldflags", flags, "-o", output, COMMAND], folder, (line) => {
    if (line.startsWith("go: downloading")) progress.show(`downloading Go modules: ${++modules}`);
    else progress.show(`compiling: ${++packages} of at most ${PACKAGES} packages`);
  });
}

/** Builds the engine from its Go module into `folder` (one process at a time); gives the path of the executable. */
export async function buildEngine(folder: string, progress: Progress): Promise<string> {
  const target = join(folder, `v${ENGINE_VERSION}`, "pulumi");
  const onWait = () => progress.tell("Another process is building the Pulumi engine; waiting for it.");
  await withLock(join(folder, `v${ENGINE_VERSION}.lock`), onWait, async () => {
    if (existsSync(target)) return;
    progress.tell(`Building the Pulumi engine ${ENGINE_VERSION} from its Go module, once, into ${folder}`);
    progress.tell(
      "(two minutes of downloads and four to eight of compiling on two cores, where Go's caches are empty)",
    );
    mkdirSync(join(target, ".."), { recursive: true });
    const draft = mkdtempSync(join(folder, "build-"));
    try {
      await compile(draft, join(draft, "pulumi"), progress);
      renameSync(join(draft, "pulumi"), target);
    } finally {
      progress.done();
      rmSync(draft, { recursive: true, force: true });
    }
  });
  return target;
}

/** `npm run demo`: the storefront's staging is previewed against its production, in the real engine. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createWorkspace, EngineUnavailable, ensureEngine, PROJECT_ROOT, type Engine } from "../engine";
import { narrator } from "./narrator";
import { play } from "./play";
import { playRecorded } from "./play-recorded";
import { wentWell } from "./scene";

const narrate = narrator((line) => process.stdout.write(`${line}\n`), process.argv.includes("--full"));

async function inEngine(engine: Engine): Promise<boolean> {
  const workspace = createWorkspace(engine);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      workspace.dispose();
      process.exit(1);
    });
  try {
    narrate.say(`The engine: ${engine.pulumi}${engine.origin === "built" ? " (built here)" : ""}`);
    narrate.say("The cloud: an AWS provider of the project's own, offline. The backend: files in a temporary folder.");
    const outcomes = await play(workspace, narrate);
    narrate.table(outcomes);
    return outcomes.every(wentWell);
  } finally {
    workspace.dispose();
  }
}

async function main(): Promise<void> {
  if (!existsSync(join(PROJECT_ROOT, "dist", "index.js"))) throw new Error("The pack is not built yet: npm run build");
  try {
    const engine = await ensureEngine();
    process.exitCode = (await inEngine(engine)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    process.exitCode = (await playRecorded(narrate, error.message)) ? 0 : 1;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

/** `npm run demo`: the storefront's staging is previewed against its production, in the real engine. */
import { createWorkspace, EngineUnavailable, ensureEngine, type Engine } from "../engine";
import { narrator } from "./narrator";
import { play } from "./play";
import { playRecorded } from "./play-recorded";
import { wentWell } from "./scene";

const narrate = narrator((line) => process.stdout.write(`${line}\n`), process.argv.includes("--full"));

async function inEngine(engine: Engine): Promise<boolean> {
  const workspace = createWorkspace(engine);
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
  try {
    const engine = await ensureEngine();
    process.exitCode = (await inEngine(engine)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    process.exitCode = (await playRecorded(narrate, error.message)) ? 0 : 1;
  }
}

void main();

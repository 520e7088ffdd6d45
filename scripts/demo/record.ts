/** `npm run record`: plays the story once more and keeps what is told of it where there is no engine. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createWorkspace, ensureEngine } from "../engine";
import { whyNoPostgres } from "../postgres";
import { recordProfiles } from "./database";
import { narrator } from "./narrator";
import { play } from "./play";
import { keep, RECORDED } from "./recordings";
import { wentWell } from "./scene";
import { SCENES } from "./scenes";

async function main(): Promise<void> {
  const engine = await ensureEngine();
  if (engine.languageHost === undefined)
    throw new Error("The calls are recorded by the project's own language host; this Pulumi has another.");
  const workspace = createWorkspace(engine);
  const outcomes = await play(
    workspace,
    narrator((line) => process.stdout.write(`${line}\n`), false),
  );
  if (!outcomes.every(wentWell)) throw new Error("The story did not go as it should; nothing was recorded.");
  rmSync(RECORDED, { recursive: true, force: true });
  mkdirSync(RECORDED, { recursive: true });
  for (const { recording } of SCENES)
    if (recording !== undefined)
      keep(`${recording}.calls`, readFileSync(join(workspace.folder, `${recording}.calls`), "utf8"));
  for (const stack of ["production", "staging"])
    keep(`${stack}.json`, readFileSync(join(workspace.folder, `${stack}.json`), "utf8"));
  workspace.dispose();
  if (whyNoPostgres() === undefined) await recordProfiles();
}

void main();

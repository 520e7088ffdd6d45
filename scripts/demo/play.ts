import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT, type Completed, type Workspace } from "../engine";
import { openDatabases, type Databases } from "./database";
import { verdictOf, type Narrator } from "./narrator";
import { unsaid, type Outcome, type Scene } from "./scene";
import { SCENES } from "./scenes";
import { apply, copyStorefront } from "./working-copy";

const PACK = ["--policy-pack", PROJECT_ROOT];

function argumentsOf({ command, stack }: Scene): readonly string[] {
  return command === "deploy" ? ["up", "--yes", "--skip-preview", "--stack", stack] : ["preview", "--stack", stack];
}

/** A preview that did not even run its policies failed; one that has a mandatory violation was rejected. */
function happened({ code, stdout }: Completed): Outcome["happened"] {
  if (code === 0) return "accepted";
  return stdout.includes("[mandatory]") ? "rejected" : "failed";
}

/** Our language host notes in this file what the engine asks the pack. */
function recordingOf({ folder }: Workspace, { recording }: Scene): NodeJS.ProcessEnv {
  return recording === undefined ? {} : { PARITY_RECORD_CALLS: join(folder, `${recording}.calls`) };
}

/** Keeps the state as it is after the first deployments, beside what was recorded. */
async function keepExport({ folder, pulumi }: Workspace, copy: string, { stack, command }: Scene): Promise<void> {
  const file = join(folder, `${stack}.json`);
  if (command !== "deploy" || existsSync(file)) return;
  await pulumi(["stack", "export", "--stack", stack, "--file", file], { cwd: copy });
}

/** Where a scene is played. */
interface Stage {
  readonly workspace: Workspace;
  /** Folder of the storefront's working copy. */
  readonly copy: string;
  readonly databases: Databases;
}

async function playScene({ workspace, copy, databases }: Stage, scene: Scene, narrator: Narrator): Promise<Outcome> {
  const start = Date.now();
  if (scene.data !== undefined) await databases.fillStaging(scene.data);
  for (const edit of scene.edits) apply(copy, edit);
  const result = await workspace.pulumi([...argumentsOf(scene), ...PACK], {
    cwd: copy,
    env: recordingOf(workspace, scene),
  });
  const output = result.stdout + result.stderr;
  const outcome: Outcome = {
    scene,
    happened: happened(result),
    unsaid: unsaid(scene, verdictOf(output)),
    seconds: (Date.now() - start) / 1000,
  };
  if (outcome.happened !== "accepted" || outcome.unsaid.length > 0) narrator.show(output);
  narrator.close(outcome);
  return outcome;
}

/** Plays the whole story in the real engine; gives what came of every scene. */
export async function play(workspace: Workspace, narrator: Narrator): Promise<readonly Outcome[]> {
  const copy = copyStorefront(workspace.folder);
  for (const stack of ["production", "staging", "pr-42"])
    await workspace.pulumi(["stack", "init", stack], { cwd: copy });
  const databases = await openDatabases(copy, (text) => narrator.say(text));
  const outcomes: Outcome[] = [];
  try {
    for (const [index, scene] of SCENES.entries()) {
      const command = `pulumi ${argumentsOf(scene).join(" ")} --policy-pack <environment-parity>`;
      narrator.open(scene, index + 1, command);
      outcomes.push(await playScene({ workspace, copy, databases }, scene, narrator));
      await keepExport(workspace, copy, scene);
    }
  } finally {
    await databases.close();
  }
  return outcomes;
}

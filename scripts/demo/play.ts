import { PROJECT_ROOT, type Completed, type Workspace } from "../engine";
import type { Narrator } from "./narrator";
import type { Outcome, Scene } from "./scene";
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

async function playScene(workspace: Workspace, copy: string, scene: Scene, narrator: Narrator): Promise<Outcome> {
  const start = Date.now();
  for (const edit of scene.edits) apply(copy, edit);
  const result = await workspace.pulumi([...argumentsOf(scene), ...PACK], { cwd: copy });
  const output = result.stdout + result.stderr;
  const outcome: Outcome = {
    scene,
    happened: happened(result),
    unsaid: scene.says.filter((text) => !output.includes(text)),
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
  const outcomes: Outcome[] = [];
  for (const [index, scene] of SCENES.entries()) {
    const command = `pulumi ${argumentsOf(scene).join(" ")} --policy-pack <environment-parity>`;
    narrator.open(scene, index + 1, command);
    outcomes.push(await playScene(workspace, copy, scene, narrator));
  }
  return outcomes;
}

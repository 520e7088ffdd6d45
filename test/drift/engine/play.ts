import { execFileSync } from "node:child_process";
import { apply, copyStorefront } from "../../../scripts/demo/working-copy";
import type { Workspace } from "../../../scripts/engine";
import { STORY, type Step } from "./story";

/** A step as it happened. */
export interface Played extends Step {
  readonly commit: string;
}

/** Tells the story in the real engine, each step's change as a commit of its author. Gives the commits. */
export async function playStory(workspace: Workspace): Promise<{ program: string; played: readonly Played[] }> {
  const program = copyStorefront(workspace.folder);
  git(program, "Ada", "init", "--quiet");
  for (const stack of ["production", "staging"]) await workspace.pulumi(["stack", "init", stack], { cwd: program });
  const played: Played[] = [];
  for (const step of STORY) played.push(await playStep(workspace, program, step));
  return { program, played };
}

async function playStep({ pulumi }: Workspace, program: string, step: Step): Promise<Played> {
  for (const edit of step.edits) apply(program, edit);
  git(program, step.author, "add", "--all");
  git(program, step.author, "commit", "--quiet", "--allow-empty", "--message", step.message);
  const args = ["up", "--yes", "--skip-preview", "--stack", step.stack];
  const { code, stdout, stderr } = await pulumi(args, { cwd: program });
  if ((code === 0) === (step.fails === true)) throw new Error(`${step.message}: ${stdout.slice(-2000)}${stderr}`);
  return { ...step, commit: git(program, step.author, "rev-parse", "HEAD").trim() };
}

function git(program: string, author: string, ...args: readonly string[]): string {
  const identity = ["-c", `user.name=${author}`, "-c", `user.email=${author.toLowerCase()}@example.com`];
  return execFileSync("git", [...identity, ...args], { cwd: program, encoding: "utf8" });
}

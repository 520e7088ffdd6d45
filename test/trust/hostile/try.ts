import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runParity } from "../whole-process";
import type { Content } from "./input";
import type { Recipe } from "./inputs";
import { complaintOn } from "./judged";

/** What was wrong with one input's answer. */
export interface Complaint {
  readonly input: string;
  readonly what: string;
}

/** Feeds them all, two at a time; `done` hears of each. */
export async function tryAll(
  recipes: readonly Recipe[],
  done: (recipe: Recipe, complaint: Complaint | undefined) => void = () => undefined,
): Promise<{ readonly tried: number; readonly complaints: readonly Complaint[] }> {
  const complaints: Complaint[] = [];
  const waiting = [...recipes];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const complaint = await tryInput(next);
      if (complaint !== undefined) complaints.push(complaint);
      done(next, complaint);
    }
  };
  await Promise.all([work(), work()]);
  return { tried: recipes.length, complaints };
}

/** Feeds one input to a whole process, in a folder of its own. */
async function tryInput(recipe: Recipe): Promise<Complaint | undefined> {
  const cwd = mkdtempSync(join(tmpdir(), "parity-hostile-"));
  try {
    const input = recipe.make();
    for (const [file, content] of Object.entries(input.files)) write(join(cwd, file), content);
    const what = complaintOn(input, await runParity(input.args, { cwd }));
    return what === undefined ? undefined : { input: `${recipe.kind}: ${recipe.name}`, what };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function write(file: string, content: Content): void {
  mkdirSync(dirname(file), { recursive: true });
  if (typeof content === "object" && "link" in content) symlinkSync(content.link, file);
  else writeFileSync(file, content);
}

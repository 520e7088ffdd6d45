import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyStorefront } from "../../scripts/demo/working-copy";
import { createWorkspace, ensureEngine, type Workspace } from "../../scripts/engine";
import { interleave, timed } from "../measure/interleave";
import { EMPTY_PACK, OUR_PACK } from "../measure/pack";
import { defineLine, type Outcome } from "./line";

type Reference = "snapshot" | "stack";

const REFERENCES: Readonly<Record<Reference, string>> = {
  snapshot: "reference: [{ snapshot: production.json }]",
  stack: 'reference: [{ stack: "{organization}/{project}/{stack}" }]',
};

/** The storefront with its production deployed, and its staging about to be. */
async function openStorefront(reference: Reference): Promise<{ workspace: Workspace; cwd: string }> {
  const workspace = createWorkspace(await ensureEngine());
  const cwd = copyStorefront(workspace.folder);
  for (const stack of ["production", "staging"]) await workspace.pulumi(["stack", "init", stack], { cwd });
  await workspace.pulumi(["up", "--yes", "--skip-preview", "--stack", "production"], { cwd });
  await workspace.pulumi(["stack", "export", "--stack", "production", "--file", "production.json"], { cwd });
  const file = join(cwd, "parity.yaml");
  writeFileSync(file, `${withoutReference(readFileSync(file, "utf8"))}\n${REFERENCES[reference]}\n`);
  return { workspace, cwd };
}

/** The storefront's own parity.yaml, where it looks for production left out. */
function withoutReference(yaml: string): string {
  return yaml.replace(/^reference:.*\n(?:[ #-].*\n|\n)*/m, "");
}

/** Milliseconds of one preview; ours must have compared, or it was no preview with the pack. */
async function preview({ pulumi }: Workspace, cwd: string, pack: string): Promise<number> {
  let said = "";
  const milliseconds = await timed(async () => {
    const { stdout, stderr } = await pulumi(["preview", "--stack", "staging", "--policy-pack", pack], { cwd });
    said = stdout + stderr;
  });
  const judged = pack === EMPTY_PACK ? /nothing|empty-pack/ : /staging against production/;
  if (!judged.test(said)) throw new Error(`the preview was not judged:\n${said}`);
  return milliseconds;
}

async function measure(reference: Reference, runs: number): Promise<Outcome> {
  const { workspace, cwd } = await openStorefront(reference);
  try {
    return await interleave(
      () => preview(workspace, cwd, OUR_PACK),
      () => preview(workspace, cwd, EMPTY_PACK),
      runs,
    );
  } finally {
    workspace.dispose();
  }
}

function line(reference: Reference, from: string) {
  return defineLine({
    name: `preview-${reference}`,
    what: `whole \`pulumi preview\` of the storefront with the pack, the reference ${from}`,
    against: "the same preview with an empty pack",
    goal: 1.25,
    unit: "ms",
    measure: (runs) => measure(reference, runs),
  });
}

export const previews = [line("snapshot", "from a file"), line("stack", "from `stack export`")];

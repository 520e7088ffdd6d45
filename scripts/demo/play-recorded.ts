import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "../engine";
import { openDatabases } from "./database";
import type { Narrator } from "./narrator";
import { askPack, isMandatory, violationText } from "./policy-host";
import { freshExport, readCalls } from "./recordings";
import { unsaid, wentWell, type Outcome, type Scene } from "./scene";
import { SCENES } from "./scenes";
import { apply, copyStorefront } from "./working-copy";

/** Where production is known from when no Pulumi can be asked. */
const FROM_RECORDING = {
  file: "parity.yaml",
  from: '- stack: "{organization}/{project}/{stack}"',
  to: '- snapshot: "{stack}.json"',
};

async function playScene(copy: string, scene: Scene, recording: string, narrator: Narrator): Promise<Outcome> {
  const start = Date.now();
  const violations = await askPack(copy, readCalls(recording));
  const said = violations.map(violationText).join("\n");
  const happened = violations.some(isMandatory) ? "rejected" : "accepted";
  const outcome: Outcome = { scene, happened, unsaid: unsaid(scene, said), seconds: (Date.now() - start) / 1000 };
  if (happened === "rejected" || !wentWell(outcome)) narrator.show(`Policies:\n${said}`);
  narrator.close(outcome);
  return outcome;
}

function audit(copy: string, narrator: Narrator): boolean {
  const command = ["audit", "--subject", "staging.json", "--reference", "production.json"];
  narrator.say(`\nThe audit of the recorded exports\n   $ parity ${command.join(" ")}`);
  const parity = join(PROJECT_ROOT, "dist", "bin", "parity.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [parity, ...command], { cwd: copy, encoding: "utf8" });
  narrator.say(stdout + stderr);
  return status === 0;
}

/** Tells the story from recordings: the same pack in Pulumi's policy host, asked what an engine asked it once. */
export async function playRecorded(narrator: Narrator, reason: string): Promise<boolean> {
  narrator.say(`${reason}\n`);
  narrator.say(
    "So this is told from recordings: the real pack, in Pulumi's own policy host, is asked what the engine asked",
  );
  narrator.say(
    "it when the storefront's staging was previewed. Left out are the deployments, the mended previews, what is",
  );
  narrator.say("ahead, the gate and the branch's stack; `npm run demo` plays them once Pulumi or Go is installed.");
  const folder = mkdtempSync(join(tmpdir(), "environment-parity-"));
  try {
    const copy = copyStorefront(folder);
    for (const stack of ["production", "staging"]) writeFileSync(join(copy, `${stack}.json`), freshExport(stack));
    apply(copy, FROM_RECORDING);
    const databases = await openDatabases(copy, (text) => narrator.say(text));
    const outcomes: Outcome[] = [];
    for (const scene of SCENES) {
      if (scene.data !== undefined) await databases.fillStaging(scene.data);
      for (const edit of scene.edits) apply(copy, edit);
      if (scene.recording === undefined) continue;
      narrator.open(
        scene,
        outcomes.length + 1,
        "pulumi preview --stack staging --policy-pack <environment-parity>   (recorded)",
      );
      outcomes.push(await playScene(copy, scene, scene.recording, narrator));
    }
    await databases.close();
    const audited = audit(copy, narrator);
    narrator.table(outcomes);
    return outcomes.every(wentWell) && audited;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

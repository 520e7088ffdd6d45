import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, realStates } from "./documents";
import { corpus } from "./hostile/inputs";
import { KINDS } from "./hostile/input";
import { tryAll, type Complaint } from "./hostile/try";
import { interrupt } from "./processes/interrupted";
import { commandsOn, leaksIn, SHOWING } from "./secrets/outputs";
import { plantedState } from "./secrets/plant";

/** Larger than in `npm test`; the same inputs each time. Another seed as the first argument tries others. */
const SEED = Number(process.argv[2] ?? "20261");
const SIZE = { mutants: 400, torn: 100, seed: SEED };
const INTERRUPTIONS = 120;
/** Commands that are run on every planted state; the rest only on the storefront's, in `npm test`. */
const ON_EVERY_STATE = 8;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Markers in every real state, through the commands that show values. Gives the number of leaks. */
async function secrets(): Promise<number> {
  const states = realStates();
  let [planted, outputs, leaked] = [0, 0, 0];
  for (const { name, ...texts } of states) {
    const [own, other] = [plantedState(texts.subject, "s"), plantedState(texts.reference, "r")];
    const names = { subject: "staging.json", reference: "production.json" };
    const commands = commandsOn({ subject: own.text, reference: other.text }, names);
    const said = await commands.run(SHOWING.slice(0, ON_EVERY_STATE));
    commands.clear();
    const markers = [...own.markers, ...other.markers];
    const leaks = leaksIn(said, markers);
    for (const { where, core } of leaks.slice(0, 10)) say(`  leaked: ${name}: ${core} in ${where}`);
    planted += markers.length;
    outputs += said.length;
    leaked += leaks.length;
  }
  say(`secrets: ${planted} tried in ${states.length} pairs of states, ${outputs} outputs read, ${leaked} leaked`);
  return leaked;
}

/** The whole hostile corpus, each input to a process of its own. Gives the number of bad answers. */
async function hostile(): Promise<number> {
  const recipes = corpus(SIZE);
  const bad = new Map<string, number>();
  const done = (kind: string, complaint: Complaint | undefined) => {
    if (complaint === undefined) return;
    bad.set(kind, (bad.get(kind) ?? 0) + 1);
    say(`  ${complaint.input}: ${complaint.what.slice(0, 300)}`);
  };
  const { tried, complaints } = await tryAll(recipes, ({ kind }, complaint) => done(kind, complaint));
  for (const kind of KINDS) {
    const count = recipes.filter((recipe) => recipe.kind === kind).length;
    say(`hostile ${kind}: ${count} tried, ${bad.get(kind) ?? 0} without a right answer`);
  }
  say(`hostile: ${tried} tried, ${complaints.length} without a right answer`);
  return complaints.length;
}

async function interruptions(): Promise<number> {
  const { tried, killed, torn } = await interrupt(INTERRUPTIONS, SEED);
  say(`interruptions: ${tried} tried, ${killed} killed, ${torn.length} files torn`);
  return torn.length;
}

/** The suites of this folder, with more runs of each property. */
function suites(): number {
  const env = { ...process.env, PARITY_SOAK: "1", PARITY_TRUST_RUNS: "60" };
  const mocha = join(ROOT, "node_modules/.bin/mocha");
  const { status } = spawnSync(mocha, ["test/trust/**/*.test.ts"], { cwd: ROOT, env, stdio: "inherit" });
  say(`suites: exit code ${String(status)}`);
  return status === 0 ? 0 : 1;
}

async function main(): Promise<void> {
  const failed = [await secrets(), await hostile(), await interruptions(), suites()];
  process.exitCode = failed.every((count) => count === 0) ? 0 : 1;
}

void main();

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pairsFor, type StackIdentity } from "../../core/config";
import { UsageError } from "../../core/errors";
import type { Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import { writeWhole } from "../../sources/files";
import { loadParityConfig } from "../../sources/parity-yaml";
import { readText } from "../../sources/parity-yaml/text";
import { inventoryFrom } from "../audit/inventory";
import { identityOf } from "../audit/judge-pair";
import { readSide } from "../audit/read";
import type { CommandDefinition, Context, Input } from "../command";
import { documentText } from "../init/document";
import { environmentsOfPair, proposeEnvironments, type ProposedEnvironments } from "../init/environments";
import { keptOf, keptWords, type Kept } from "../init/kept";
import { learn } from "../init/learn";
import { lineDiff } from "../init/line-diff";
import { PAIR_OPTIONS } from "../tolerance/walked-pair";

/** Learns a parity.yaml from what is deployed: under it nothing of today is rejected, and what comes new is. */
export const initCommand: CommandDefinition = {
  name: "init",
  options: [
    ...PAIR_OPTIONS,
    { flags: "--states <folder>", description: "learn from the exports in this folder instead of the backend" },
    { flags: "--ratchet", description: "waive today's divergences one by one, with dates, instead of tolerating them" },
    { flags: "--owner <name>", description: "who answers for the waivers of a ratchet", default: "platform" },
    { flags: "--out <file>", description: "the file to write", default: "parity.yaml" },
    { flags: "--dry-run", description: "print what would change and write nothing" },
    { flags: "--force", description: "write over a file that is there; what people wrote into it is kept" },
  ],
  examples: [
    "parity init --dry-run",
    "parity init --subject staging.json --reference production.json",
    "parity init --states exports --ratchet --owner platform",
  ],
  run: init,
};

async function init(context: Context, input: Input): Promise<number> {
  const { cwd, now, stdout, stderr } = context;
  const shown = input.text("out") ?? "parity.yaml";
  const file = resolve(cwd, shown);
  const dryRun = input.flag("dry-run");
  if (existsSync(file) && !dryRun && !input.flag("force"))
    throw new UsageError(`${shown} is there already; --dry-run shows what would change, --force overwrites it`);
  const kept = readKept(file, cwd);
  const { stacks, environments } = await readStacks(context, input, kept);
  const owner = input.text("owner") ?? "platform";
  const text = learn({ stacks, environments, ratchet: input.flag("ratchet"), owner, now, cwd, file, kept });
  if (dryRun) {
    stdout.write(existsSync(file) ? lineDiff(readFileSync(file, "utf8"), text) : text);
    return 0;
  }
  writeWhole(file, text);
  const words = keptWords(kept);
  if (words !== "") stderr.write(`kept what cannot be learned: ${words}\n`);
  stderr.write(
    `wrote ${shown}, learned from ${stacks.length} ${stacks.length === 1 ? "pair" : "pairs"}; review it, then \`parity audit --all\`\n`,
  );
  return 0;
}

/** What people wrote into the file that is there. Throws UsageError where it is not well formed: nothing is lost unsaid. */
function readKept(file: string, cwd: string): Kept {
  if (!existsSync(file)) return keptOf();
  loadParityConfig({ file, from: [cwd] });
  return keptOf(readText(file));
}

interface Lessons {
  readonly stacks: readonly Sides<Stack>[];
  readonly environments: ProposedEnvironments;
}

async function readStacks(context: Context, input: Input, kept: Kept): Promise<Lessons> {
  const [subject, reference] = [input.text("subject"), input.text("reference")];
  if (subject === undefined && reference === undefined) return readAll(context, input.text("states"), kept);
  if (subject === undefined || reference === undefined)
    throw new UsageError(
      `${subject === undefined ? "--subject" : "--reference"} is missing: name the two stacks, or none`,
    );
  const sides = { subject: await readSide(subject, context), reference: await readSide(reference, context) };
  const identities = { subject: identityOf(sides.subject), reference: identityOf(sides.reference) };
  return { stacks: [sides], environments: environmentsOfPair(identities) };
}

/** Every stack that there is, and every pair that their names make. */
async function readAll(context: Context, states: string | undefined, kept: Kept): Promise<Lessons> {
  const inventory = await inventoryFrom(states, [], context);
  const environments = proposeEnvironments(inventory.stacks);
  const document = documentText({
    environments,
    absent: [],
    substitutes: [],
    rules: [],
    waivers: [],
    equivalents: [],
    ratchet: false,
    kept,
  });
  const config = loadParityConfig({ document, from: [context.cwd] });
  const pairs = inventory.stacks.flatMap((stack: StackIdentity) => pairsFor(config, stack, inventory.stacks));
  const stacks = await Promise.all(
    pairs.map(async (pair) => {
      const [subject, outcome] = await Promise.all([inventory.subject(pair), inventory.reference(pair)]);
      return outcome.kind === "read" ? [{ subject, reference: outcome.stack }] : [];
    }),
  );
  return { stacks: stacks.flat(), environments };
}

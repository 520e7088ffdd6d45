import { readFileSync } from "node:fs";
import type { ParityConfig } from "../../core/config";
import { UsageError } from "../../core/errors";
import { writeWhole } from "../../sources/files";
import { loadParityConfig } from "../../sources/parity-yaml";
import type { CommandDefinition, Context, Input } from "../command";
import { dayOf } from "../tolerance/days";
import { previewedWaivables } from "../tolerance/reported-waivable";
import { waivableOf, waiverEntry, type Waivable, type WaiverWords } from "../tolerance/waiver-entry";
import { configFrom, PAIR_OPTIONS, walkPair } from "../tolerance/walked-pair";
import { withEntry } from "../tolerance/yaml-entry";

/** Writes a waiver for one divergence into parity.yaml, as it is today and no worse. */
export const waiveCommand: CommandDefinition = {
  name: "waive",
  arguments: [{ syntax: "<id>", description: "fingerprint of the divergence, as every report shows it" }],
  options: [
    ...PAIR_OPTIONS,
    { flags: "--reason <text>", description: "why it is accepted" },
    { flags: "--owner <name>", description: "who answers for it" },
    { flags: "--expires <day>", description: "its last day: 2027-01-31, or 90d from now", default: "90d" },
    { flags: "--ticket <link>", description: "where it is followed up" },
    { flags: "--config <file>", description: "the parity.yaml to write to" },
    { flags: "--dry-run", description: "print the waiver and write nothing" },
  ],
  examples: [
    'parity waive 7c1f0a3b9d2e --reason "single zone until the Q1 budget" --owner platform',
    "parity waive 7c1f0a3b9d2e --subject staging.json --reference production.json \\\n" +
      '    --reason "single zone until the Q1 budget" --owner platform --expires 2027-01-31',
  ],
  run: waive,
};

async function waive(context: Context, input: Input): Promise<number> {
  const [id = ""] = input.arguments;
  const words = wordsOf(input, context.now);
  const config = configFrom(context, input);
  const { file } = config.origin;
  if (file === undefined) throw new UsageError("there is no parity.yaml to write to; begin with `parity init`");
  const known = config.entries.waivers.find((waiver) => waiver.id === id);
  if (known !== undefined) throw new UsageError(`waiver ${id} stands already; change its expiry there`, known.place);
  const waivable = await findWaivable(id, config, context, input);
  write(file, waiverEntry(waivable, words), waivable.environment, context, input.flag("dry-run"));
  return 0;
}

/** Where no two stacks are named, what the last previews of this project found. */
async function findWaivable(id: string, config: ParityConfig, context: Context, input: Input): Promise<Waivable> {
  if (input.text("subject") === undefined && input.text("reference") === undefined) {
    const previewed = previewedWaivables(context);
    return oneOf(
      id,
      previewed,
      "no preview on this machine found it: name the two stacks with --subject and --reference",
    );
  }
  const { walked, pair } = await walkPair(context, input, config);
  const found = walked.findings.map((finding) => waivableOf(finding, pair));
  return oneOf(id, found, "these two stacks have none; `parity audit --format json` lists their ids");
}

function wordsOf(input: Input, now: Date): WaiverWords {
  return {
    reason: needed(input, "reason"),
    owner: needed(input, "owner"),
    ticket: input.text("ticket"),
    expires: dayOf(input.text("expires") ?? "90d", now, "--expires"),
  };
}

function needed(input: Input, option: string): string {
  const text = input.text(option)?.trim() ?? "";
  if (text === "") throw new UsageError(`--${option} is missing: a waiver without one is a finding of its own`);
  return text;
}

const SHORTEST = 6;

function oneOf(id: string, all: readonly Waivable[], otherwise: string): Waivable {
  const fits = (one: Waivable) => one.id === id || (id.length >= SHORTEST && one.id.startsWith(id));
  const found = new Map(all.filter(fits).map((one) => [`${one.id} ${one.environment}`, one] as const));
  const [one, another] = found.values();
  if (one === undefined) throw new UsageError(`there is no divergence ${id}: ${otherwise}`);
  if (another !== undefined)
    throw new UsageError(`${id} is short for several: ${[...found.keys()].join(", ")}; name one, or the two stacks`);
  return one;
}

function write(
  file: string,
  entry: Record<string, unknown>,
  environment: string,
  { stdout, stderr, cwd }: Context,
  dryRun: boolean,
): void {
  const text = withEntry(readFileSync(file, "utf8"), "waivers", entry);
  if (dryRun) {
    stdout.write(withEntry("", "waivers", entry));
    return;
  }
  writeWhole(file, text);
  loadParityConfig({ file, from: [cwd] });
  stderr.write(`waived ${String(entry.id)} for ${environment} until ${String(entry.expires)} in ${file}\n`);
}

import { readFileSync } from "node:fs";
import type { ResolvedPair } from "../../core/config";
import { UsageError } from "../../core/errors";
import type { Finding } from "../../core/model/finding";
import { writeWhole } from "../../sources/files";
import { loadParityConfig } from "../../sources/parity-yaml";
import type { CommandDefinition, Context, Input } from "../command";
import { dayOf } from "../tolerance/days";
import { waiverEntry, type WaiverWords } from "../tolerance/waiver-entry";
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
  const { walked, pair } = await walkPair(context, input, config);
  const finding = findingOf(id, walked.findings);
  write(file, waiverEntry(finding, pair, words), pair, context, input.flag("dry-run"));
  return 0;
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

function findingOf(id: string, findings: readonly Finding[]): Finding {
  const found = findings.filter((finding) => finding.id === id || (id.length >= SHORTEST && finding.id.startsWith(id)));
  const [one, another] = found;
  if (one === undefined)
    throw new UsageError(`these two stacks have no divergence ${id}; \`parity audit --format json\` lists their ids`);
  if (another !== undefined)
    throw new UsageError(`${id} is short for several: ${found.map((each) => each.id).join(", ")}`);
  return one;
}

function write(
  file: string,
  entry: Record<string, unknown>,
  pair: ResolvedPair,
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
  stderr.write(
    `waived ${String(entry.id)} for ${pair.environments.subject} until ${String(entry.expires)} in ${file}\n`,
  );
}

import { readFileSync } from "node:fs";
import { UsageError } from "../../core/errors";
import { writeWhole } from "../../sources/files";
import { loadParityConfig } from "../../sources/parity-yaml";
import type { CommandDefinition, Context, Input } from "../command";
import { dayOf } from "../tolerance/days";
import type { Shown } from "../../sources/shown";
import { findWaivable, shownText } from "../tolerance/waivable";
import { waiverEntry, type WaiverWords } from "../tolerance/waiver-entry";
import { configFrom, PAIR_OPTIONS } from "../tolerance/walked-pair";
import { withEntry } from "../tolerance/yaml-entry";

/** Writes a waiver for one divergence into parity.yaml, as it is today and no worse. */
export const waiveCommand: CommandDefinition = {
  name: "waive",
  arguments: [{ syntax: "<id>", description: "fingerprint of the divergence, as every report shows it" }],
  options: [
    ...PAIR_OPTIONS,
    { flags: "--report <file>", description: "a JSON report that shows it, where it was not shown on this machine" },
    { flags: "--reason <text>", description: "why it is accepted" },
    { flags: "--owner <name>", description: "who answers for it" },
    { flags: "--expires <day>", description: "its last day: 2027-01-31, or 90d from now", default: "90d" },
    { flags: "--ticket <link>", description: "where it is followed up" },
    { flags: "--config <file>", description: "the parity.yaml to write to" },
    { flags: "--dry-run", description: "print the waiver and write nothing" },
  ],
  examples: [
    'parity waive 7c1f0a3b9d2e --reason "single zone until the Q1 budget" --owner platform --expires 2027-01-31',
    "parity waive 7c1f0a3b9d2e --subject staging.json --reference production.json --reason … --owner platform",
  ],
  run: waive,
};

async function waive(context: Context, input: Input): Promise<number> {
  const [id = ""] = input.arguments;
  const config = configFrom(context, input);
  const { file } = config.origin;
  if (file === undefined) throw new UsageError("there is no parity.yaml to write to; begin with `parity init`");
  const known = config.entries.waivers.find((waiver) => waiver.id === id);
  if (known !== undefined) throw new UsageError(`waiver ${id} stands already; change its expiry there`, known.place);
  const expires = dayOf(input.text("expires") ?? "90d", context.now, "--expires");
  const shown = await findWaivable(id, context, input, config);
  const entry = waiverEntry(shown, { ...wordsOf(input, shown), ticket: input.text("ticket"), expires });
  write(file, entry, context, input.flag("dry-run"));
  return 0;
}

/** Only now is it known what is to be waived, which whoever has to give the reason wants to see. */
function wordsOf(input: Input, shown: Shown): Pick<WaiverWords, "reason" | "owner"> {
  const [reason = "", owner = ""] = [input.text("reason")?.trim(), input.text("owner")?.trim()];
  if (reason !== "" && owner !== "") return { reason, owner };
  const missing = [reason === "" && "--reason", owner === "" && "--owner"].filter((option) => option !== false);
  throw new UsageError(
    `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing: say why ${shownText(shown)} is accepted, and who ` +
      `answers for it: parity waive ${shown.divergence.id} --reason "…" --owner "…"`,
  );
}

function write(file: string, entry: Record<string, unknown>, { stdout, stderr, cwd }: Context, dryRun: boolean): void {
  const text = withEntry(readFileSync(file, "utf8"), "waivers", entry);
  if (dryRun) {
    stdout.write(withEntry("", "waivers", entry));
    return;
  }
  writeWhole(file, text);
  loadParityConfig({ file, from: [cwd] });
  stderr.write(
    `waived ${String(entry.id)} for ${String(entry.environment)} until ${String(entry.expires)} in ${file}\n`,
  );
}

import { relative, resolve } from "node:path";
import type { EvidenceTemplate } from "../../core/config";
import { ParityError } from "../../core/errors";
import { plainLine } from "../../core/report/plain";
import { findDocuments } from "../../sources/evidence/find";
import { locateEvidence } from "../../sources/evidence/locate";
import { loadParityConfig } from "../../sources/parity-yaml";
import { oneOf, TEXT_FORMATS } from "../choice";
import type { CommandDefinition, Context, Input } from "../command";

/** Lists the documents that parity.yaml brings as evidence: which there are, how old, and for which stack. */
export const evidenceCommand: CommandDefinition = {
  name: "evidence",
  options: [
    { flags: "--config <file>", description: "this parity.yaml" },
    { flags: "--stack <name>", description: "only the documents of this stack" },
    { flags: "--format <name>", description: "terminal or json", default: "terminal" },
  ],
  examples: ["parity evidence", "parity evidence --stack staging --format json"],
  run: (context, input) => Promise.resolve(listEvidence(context, input)),
};

interface Entry {
  readonly kind: string;
  readonly stack: string;
  readonly file: string;
  readonly state: "found" | "stale" | "unreadable" | "absent";
  readonly ageDays?: number;
  /** Components, tables and columns, or flags. */
  readonly entries?: number;
  readonly message?: string;
}

function listEvidence(context: Context, input: Input): number {
  const format = oneOf(input.text("format") ?? "terminal", TEXT_FORMATS, "--format");
  const file = input.text("config");
  const { cwd, env } = context;
  const config = loadParityConfig({ from: [cwd], env, ...(file !== undefined && { file: resolve(cwd, file) }) });
  const wanted = input.text("stack");
  const entries = config.entries.evidence
    .flatMap((template) => entriesOf(template, context))
    .filter(({ stack, state }) => wanted === undefined || stack === wanted || state === "absent");
  if (format === "json") context.stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
  else context.stdout.write(terminal(entries));
  return entries.some(({ state }) => state === "unreadable") ? 3 : 0;
}

function entriesOf(template: EvidenceTemplate, context: Context): readonly Entry[] {
  const found = findDocuments(template.path);
  if (found.length > 0) return found.map(({ path, names }) => entryOf(template, path, names, context));
  return [{ kind: template.kind, stack: "", file: relative(context.cwd, template.path), state: "absent" }];
}

function entryOf(
  template: EvidenceTemplate,
  path: string,
  names: Readonly<Record<string, string>>,
  { cwd, now }: Context,
): Entry {
  const stack = names.stack ?? "";
  const environment = names.environment ?? stack;
  const owner = { project: names.project ?? "", stack };
  const about = { kind: template.kind, stack, file: relative(cwd, path) };
  try {
    const located = locateEvidence({ ...template, path, environment }, { owner, environment, masked: [] }, now);
    if (located.state === "absent") return { ...about, state: "absent" };
    const { state, ageDays, document } = located;
    return { ...about, state, ageDays: Math.floor(ageDays), entries: document.resources.length };
  } catch (error) {
    if (!(error instanceof ParityError)) throw error;
    return { ...about, state: "unreadable", message: error.message };
  }
}

function terminal(entries: readonly Entry[]): string {
  if (entries.length === 0) return "parity.yaml names no evidence\n";
  return entries.map((entry) => `${plainLine(lineOf(entry))}\n`).join("");
}

function lineOf({ kind, stack, file, state, ageDays, entries, message }: Entry): string {
  const about = [kind.padEnd(6), (stack === "" ? "-" : stack).padEnd(20), file];
  if (state === "absent") return [...about, "not there"].join("  ");
  if (message !== undefined) return [...about, `unreadable: ${message}`].join("  ");
  const age = `${String(ageDays)} days old${state === "stale" ? ", too old" : ""}`;
  return [...about, age, `${String(entries)} entries`].join("  ");
}

import { resolve } from "node:path";
import { pairsFor, type ParityConfig } from "../../core/config";
import { ParityError, UsageError } from "../../core/errors";
import { nameOf } from "../../core/report/label";
import { projectNameFrom } from "../../sources/program";
import { cacheFolder } from "../../sources/reference";
import { recallShown, shownInReport, type Shown } from "../../sources/shown";
import { reporters } from "../../reporters";
import { inventoryFrom } from "../audit/inventory";
import type { Context, Input } from "../command";
import { shownFinding } from "./waiver-entry";
import { walkNamed, walkPair, type WalkedPair } from "./walked-pair";

/**
 * The divergence that an id means: of the stacks that were named, else of what was shown here lately, of a report, or of
 * the pairs of this project. Throws UsageError that says what to add.
 */
export async function findWaivable(id: string, context: Context, input: Input, config: ParityConfig): Promise<Shown> {
  if (input.text("subject") !== undefined || input.text("reference") !== undefined)
    return only(id, inWalk(id, await walkPair(context, input, config)), "these two stacks have");
  const report = input.text("report");
  if (report !== undefined) return only(id, inReport(report, id, context.cwd), `${report} has`);
  const project = projectNameFrom(context.cwd);
  const lately = recallShown(id, cacheFolder(context.env)).filter(
    (shown) => project === undefined || shown.project === project,
  );
  if (lately.length > 0) return only(id, lately, "");
  const written = inReportFolder(id, context);
  if (written.length > 0) return only(id, written, "");
  const { found, why } = await inProject(id, context, config);
  if (found.length > 0) return only(id, found, "");
  throw new UsageError(
    `${id} was shown by no audit or preview on this machine lately, and ${why}; name the two stacks: ` +
      `parity waive ${id} --subject <file or stack:name> --reference <file or stack:name>, ` +
      "or the JSON report that shows it: --report parity.json",
  );
}

function only(id: string, found: readonly Shown[], who: string): Shown {
  const ids = [...new Set(found.map(({ divergence }) => divergence.id))];
  const [one] = found;
  if (one === undefined)
    throw new UsageError(`${who} no divergence ${id}; \`parity audit --format json\` lists their ids`);
  if (ids.length > 1) throw new UsageError(`${id} is short for several: ${ids.join(", ")}`);
  return one;
}

const SHORTEST = 6;

function inWalk(id: string, { walked, pair }: WalkedPair): readonly Shown[] {
  return walked.findings
    .filter((finding) => finding.id === id || (id.length >= SHORTEST && finding.id.startsWith(id)))
    .map((finding) => shownFinding(finding, pair));
}

function inReport(file: string, id: string, cwd: string): readonly Shown[] {
  const found = shownInReport(resolve(cwd, file), id);
  if (found === undefined)
    throw new UsageError("this is no JSON report; `parity audit --format json` writes one", file);
  return found;
}

/** Where the pack of this shell writes its reports. */
function inReportFolder(id: string, { env, cwd }: Context): readonly Shown[] {
  const folder = env.PARITY_REPORT;
  if (folder === undefined || folder === "") return [];
  return shownInReport(resolve(cwd, folder, reporters.json.file), id) ?? [];
}

interface Search {
  readonly found: readonly Shown[];
  /** Why nothing was found, as half a sentence. */
  readonly why: string;
}

/** As parity.yaml pairs this project's stacks, each compared until one has it. */
async function inProject(id: string, context: Context, config: ParityConfig): Promise<Search> {
  const project = projectNameFrom(context.cwd);
  if (project === undefined) return { found: [], why: "there is no Pulumi.yaml here that would name a project" };
  try {
    const inventory = await inventoryFrom(undefined, config.environments, context);
    const own = inventory.stacks.filter((stack) => stack.project === project);
    const pairs = own.flatMap((stack) => pairsFor(config, stack, inventory.stacks)).filter(({ gate }) => !gate);
    for (const pair of pairs) {
      const [subject, outcome] = await Promise.all([inventory.subject(pair), inventory.reference(pair)]);
      if (outcome.kind !== "read") continue;
      const found = inWalk(id, walkNamed({ subject, reference: outcome.stack }, config, context));
      if (found.length > 0) return { found, why: "" };
    }
    return { found: [], why: `no pair of ${project} has it (${pairs.length} compared)` };
  } catch (error) {
    if (!(error instanceof ParityError)) throw error;
    return { found: [], why: `the stacks of ${project} cannot be read (${error.message.split("\n")[0] ?? ""})` };
  }
}

/** What it is about, in a few words. */
export function shownText({ divergence: { type, subject, reference, key, kind } }: Shown): string {
  return `${key ?? kind} of ${nameOf(subject ?? reference ?? type)} (${type})`;
}

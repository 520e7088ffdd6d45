import { createHash } from "node:crypto";
import type { StackIdentity } from "../../core/config";
import type { Update } from "../../core/history";
import { runPulumi, type CliOptions } from "../pulumi-cli";
import { stackNameForCli } from "../pulumi-cli/stack-name";
import { parseState } from "../state";
import { withRecordedConfiguration } from "./configuration";
import type { HistoryRecord } from "./record";
import { parseRecords } from "./records";
import type { StackHistory } from "./types";

/** A stack's past in Pulumi Cloud, through the Pulumi CLI, one version at a time. Rejects with a ParityError. */
export async function readCloudHistory(stack: StackIdentity, backend: string, cli: CliOptions): Promise<StackHistory> {
  const name = stackNameForCli(stack);
  const options = { ...cli, backend };
  const records = await allRecords(name, options);
  const byUpdate = new Map(records.map(({ update, raw }) => [update, raw]));
  const failed = records.filter(({ succeeded }) => !succeeded).length;
  return {
    name: [stack.organization, stack.project, stack.stack].filter((part) => part !== undefined).join("/"),
    updates: records.filter(({ succeeded }) => succeeded).map(({ update }) => update),
    notes: failed === 0 ? [] : [`${failed} failed ${failed === 1 ? "update was" : "updates were"} left out`],
    fingerprint: (update) => fingerprint(backend, stack, update),
    state: async (update) =>
      withRecordedConfiguration(await readVersion(name, update, options), byUpdate.get(update), stack),
  };
}

/** A stack that was removed and made again counts its updates from 1 once more: the time tells them apart. */
function fingerprint(backend: string, stack: StackIdentity, { id, endedAt }: Update): string {
  const { organization = "", project, stack: name } = stack;
  return createHash("sha256")
    .update(JSON.stringify([backend, organization, project, name, id, endedAt]))
    .digest("hex");
}

/** The CLI prints a page at a time, the newest first, ten updates unless told otherwise. */
const PAGE_SIZE = 100;

async function allRecords(name: string, cli: CliOptions): Promise<readonly HistoryRecord[]> {
  const found = new Map<string, HistoryRecord>();
  for (let page = 1; ; page += 1) {
    const args = ["stack", "history", "-s", name, "--json", "--full-dates"];
    const printed = await runPulumi([...args, "--page-size", String(PAGE_SIZE), "--page", String(page)], cli);
    const records = parseRecords(printed.toString("utf8"), `stack:${name}`);
    const known = found.size;
    for (const record of records) found.set(record.update.id, record);
    if (found.size === known) break;
  }
  return [...found.values()].sort((one, other) => Number(one.update.id) - Number(other.update.id));
}

async function readVersion(name: string, { id }: Update, options: CliOptions) {
  const bytes = await runPulumi(["stack", "export", "-s", name, "--version", id], options);
  return parseState(bytes.toString("utf8"), `stack:${name}@${id}`);
}

import { createHash } from "node:crypto";
import type { StackIdentity } from "../../core/config";
import type { Update } from "../../core/history";
import { runPulumi, type CliOptions } from "../pulumi-cli";
import { stackNameForCli } from "../pulumi-cli/stack-name";
import { parseState } from "../state";
import { allRecords, failedNote } from "./cli-records";
import { withRecordedConfiguration } from "./configuration";
import type { StackHistory } from "./types";

/** A stack's past in Pulumi Cloud, through the Pulumi CLI, one version at a time. Rejects with a ParityError. */
export async function readCloudHistory(stack: StackIdentity, backend: string, cli: CliOptions): Promise<StackHistory> {
  const name = stackNameForCli(stack);
  const options = { ...cli, backend };
  const records = await allRecords(name, options);
  const byUpdate = new Map(records.map(({ update, raw }) => [update, raw]));
  return {
    name: [stack.organization, stack.project, stack.stack].filter((part) => part !== undefined).join("/"),
    updates: records.filter(({ succeeded }) => succeeded).map(({ update }) => update),
    notes: failedNote(records),
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

async function readVersion(name: string, { id }: Update, options: CliOptions) {
  const bytes = await runPulumi(["stack", "export", "-s", name, "--version", id], options);
  return parseState(bytes.toString("utf8"), `stack:${name}@${id}`);
}

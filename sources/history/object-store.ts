import type { StackIdentity } from "../../core/config";
import { ReadError } from "../../core/errors";
import { runPulumi, type CliOptions } from "../pulumi-cli";
import { stackNameForCli } from "../pulumi-cli/stack-name";
import { parseState } from "../state";
import { allRecords, failedNote } from "./cli-records";
import { withRecordedConfiguration } from "./configuration";
import type { StackHistory } from "./types";

/**
 * A stack's past in an object store, as far as the CLI tells it: who updated when, and the newest state. Rejects with a
 * ParityError.
 */
export async function readObjectStoreHistory(
  stack: StackIdentity,
  backend: string,
  cli: CliOptions,
): Promise<StackHistory> {
  const name = stackNameForCli(stack);
  const options = { ...cli, backend };
  const records = await allRecords(name, options);
  const newest = records.at(-1);
  const full = [stack.organization, stack.project, stack.stack].filter((part) => part !== undefined).join("/");
  return {
    name: full,
    updates: records.filter(({ succeeded }) => succeeded).map(({ update }) => update),
    notes: [...failedNote(records), `${full}: ${noEarlierState(backend)}`],
    fingerprint: () => undefined,
    state: async (update) => {
      if (newest === undefined || !newest.succeeded || update !== newest.update)
        throw new ReadError(noEarlierState(backend), `update ${update.id}`);
      const bytes = await runPulumi(["stack", "export", "-s", name], options);
      return withRecordedConfiguration(parseState(bytes.toString("utf8"), `stack:${name}`), newest.raw, stack);
    },
  };
}

function noEarlierState(backend: string): string {
  return `of ${backend} the Pulumi CLI gives out only the newest state; copy its \`.pulumi/history\` into a folder and name that with --backend file://…`;
}

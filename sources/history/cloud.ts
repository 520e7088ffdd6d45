import { createHash } from "node:crypto";
import type { StackIdentity } from "../../core/config";
import { ParityError, ReadError } from "../../core/errors";
import type { Update } from "../../core/history";
import { runPulumi, type CliOptions } from "../pulumi-cli";
import { parseState } from "../state";
import { isRawMap, member, type Raw } from "../state/shape";
import { withRecordedConfiguration } from "./configuration";
import { readRecord } from "./record";
import type { StackHistory } from "./types";

/** A stack's past in Pulumi Cloud, through the Pulumi CLI, one version at a time. Rejects with a ParityError. */
export async function readCloudHistory(stack: StackIdentity, backend: string, cli: CliOptions): Promise<StackHistory> {
  const name = [stack.organization, stack.project, stack.stack].filter((part) => part !== undefined).join("/");
  const options = { ...cli, backend };
  const printed = await runPulumi(["stack", "history", "-s", name, "--json", "--full-dates"], options);
  const records = recordsOf(printed.toString("utf8"), `stack:${name}`);
  const byUpdate = new Map(records.map(({ update, raw }) => [update, raw]));
  const failed = records.filter(({ succeeded }) => !succeeded).length;
  return {
    name,
    updates: records.filter(({ succeeded }) => succeeded).map(({ update }) => update),
    notes: failed === 0 ? [] : [`${failed} failed ${failed === 1 ? "update was" : "updates were"} left out`],
    fingerprint: (update) => createHash("sha256").update(`${backend}\n${name}\n${update.id}`).digest("hex"),
    state: async (update) =>
      withRecordedConfiguration(await readVersion(name, update, options), byUpdate.get(update), stack),
  };
}

/** The update that made the state as it is now; undefined where the CLI cannot tell. */
export async function latestUpdate(name: string, cli: CliOptions): Promise<Update | undefined> {
  try {
    const args = ["stack", "history", "-s", name, "--json", "--full-dates", "--page-size", "1", "--page", "1"];
    const printed = await runPulumi(args, cli);
    return recordsOf(printed.toString("utf8"), `stack:${name}`).find(({ succeeded }) => succeeded)?.update;
  } catch (error) {
    if (error instanceof ParityError) return undefined;
    throw error;
  }
}

async function readVersion(name: string, { id }: Update, options: CliOptions) {
  const bytes = await runPulumi(["stack", "export", "-s", name, "--version", id], options);
  return parseState(bytes.toString("utf8"), `stack:${name}@${id}`);
}

/** The newest comes first. */
function recordsOf(text: string, source: string) {
  let list: Raw;
  try {
    list = JSON.parse(text);
  } catch {
    throw new ReadError("`pulumi stack history --json` printed no JSON", source);
  }
  if (!Array.isArray(list)) throw new ReadError("`pulumi stack history --json` printed no list", source);
  const records: readonly Raw[] = list;
  return [...records].reverse().flatMap((raw) => {
    const version = isRawMap(raw) ? member(raw, "version") : undefined;
    return typeof version === "number" ? (readRecord(raw, String(version), 0) ?? []) : [];
  });
}

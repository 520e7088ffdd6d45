import { fileURLToPath } from "node:url";
import type { StackIdentity } from "../../core/config";
import { ReadError } from "../../core/errors";
import type { CliOptions } from "../pulumi-cli";
import { readCloudHistory } from "./cloud";
import { readFileHistory } from "./file-backend";
import type { StackHistory } from "./types";

export type { StackHistory } from "./types";
export { historyCache, type HistoryCache } from "./cache";
export { backendOf } from "./backend";
export type { HistoryRecord } from "./record";
export { latestRecord, withRecord } from "./latest";

/**
 * A stack's past from the backend at this URL: a folder of files, or Pulumi Cloud. Object stores keep the states of the
 * past, too, but the Pulumi CLI gives out only the newest.
 */
export async function readHistory(stack: StackIdentity, backend: string, cli: CliOptions): Promise<StackHistory> {
  if (backend.startsWith("file:")) return readFileHistory(folderOf(backend), stack);
  if (/^https?:/.test(backend)) return readCloudHistory(stack, backend, cli);
  throw new ReadError(
    "keeps its history where the Pulumi CLI gives out only the newest state; copy its `.pulumi/history` into a folder and name that with --backend file://…",
    backend,
  );
}

/** `file://~/states` is the user's home, as Pulumi has it. */
function folderOf(backend: string): string {
  const path = /^file:(?:\/\/)?(.*)$/.exec(backend)?.[1] ?? "";
  if (path.startsWith("~")) return `${process.env.HOME ?? ""}${path.slice(1)}`;
  if (!path.startsWith("/")) return path;
  return fileURLToPath(`file://${path}`);
}

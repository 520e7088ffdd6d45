import { fileURLToPath } from "node:url";
import type { StackIdentity } from "../../core/config";
import type { CliOptions } from "../pulumi-cli";
import { readCloudHistory } from "./cloud";
import { readFileHistory } from "./file-backend";
import { readObjectStoreHistory } from "./object-store";
import type { StackHistory } from "./types";

export type { StackHistory } from "./types";
export { historyCache, type HistoryCache } from "./cache";
export { backendOf } from "./backend";
export type { HistoryRecord } from "./record";
export { latestRecord, withRecord } from "./latest";

/**
 * A stack's past from the backend at this URL: a folder of files, or Pulumi Cloud. Of object stores the Pulumi CLI tells
 * all updates, but gives out only the newest state.
 */
export async function readHistory(stack: StackIdentity, backend: string, cli: CliOptions): Promise<StackHistory> {
  if (backend.startsWith("file:")) return readFileHistory(folderOf(backend), stack);
  if (/^https?:/.test(backend)) return readCloudHistory(stack, backend, cli);
  return readObjectStoreHistory(stack, backend, cli);
}

/** `file://~/states` is the user's home, as Pulumi has it. */
function folderOf(backend: string): string {
  const path = /^file:(?:\/\/)?(.*)$/.exec(backend)?.[1] ?? "";
  if (path.startsWith("~")) return `${process.env.HOME ?? ""}${path.slice(1)}`;
  if (!path.startsWith("/")) return path;
  return fileURLToPath(`file://${path}`);
}

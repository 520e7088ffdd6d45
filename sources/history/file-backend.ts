import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StackIdentity } from "../../core/config";
import { ReadError } from "../../core/errors";
import type { Update } from "../../core/history";
import { readStack } from "../state";
import { readText } from "../state/file";
import { failedNote } from "./cli-records";
import { withRecordedConfiguration } from "./configuration";
import { readRecord, type HistoryRecord } from "./record";
import type { StackHistory } from "./types";

/** Nanoseconds since 1970 in the name: when the record was written. */
const RECORD = /-(\d{10,20})\.history\.json(?:\.gz|\.zst)?$/;
const FORMS = ["", ".gz", ".zst"] as const;

/**
 * A stack's past in a backend of plain files: `.pulumi/history/<project>/<stack>`, where every update left a record and
 * a full checkpoint. Throws ReadError where there is no such folder.
 */
export function readFileHistory(folder: string, stack: StackIdentity): StackHistory {
  const history = historyFolder(folder, stack);
  const names = readdirSync(history).sort(byTime);
  const notes: string[] = [];
  const records = names.flatMap((name) => readOne(join(history, name), name, notes));
  const byUpdate = new Map(records.map(({ update, raw }) => [update, raw]));
  notes.push(...failedNote(records));
  const updates = records.filter(({ succeeded }) => succeeded).map(({ update }) => update);
  noteGaps(updates, history, stack, notes);
  return {
    name: [stack.organization ?? "organization", stack.project, stack.stack].join("/"),
    updates,
    notes,
    fingerprint: (update) => fingerprint(checkpointOf(history, stack, update)),
    state: (update) =>
      Promise.resolve().then(() =>
        withRecordedConfiguration(readCheckpoint(history, stack, update), byUpdate.get(update), stack),
      ),
  };
}

function historyFolder(folder: string, { project, stack }: StackIdentity): string {
  if (![project, stack].every(isFolderName))
    throw new ReadError(`${project}/${stack} cannot be a stack's name`, folder);
  const root = existsSync(join(folder, ".pulumi")) ? join(folder, ".pulumi") : folder;
  const places = [join(root, "history", project, stack), join(root, "history", stack)];
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    throw new ReadError(`holds no history of ${project}/${stack}; has it been deployed into this backend?`, folder);
  return found;
}

/** A name from outside must not lead anywhere else. */
function isFolderName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\0]/.test(name);
}

function byTime(one: string, other: string): number {
  return Number((nanosOf(one) ?? 0n) - (nanosOf(other) ?? 0n)) || (one < other ? -1 : 1);
}

function nanosOf(name: string): bigint | undefined {
  const nanos = RECORD.exec(name)?.[1];
  return nanos === undefined ? undefined : BigInt(nanos);
}

function readOne(file: string, name: string, notes: string[]): readonly HistoryRecord[] {
  const nanos = nanosOf(name);
  if (nanos === undefined) return [];
  try {
    const raw: unknown = JSON.parse(readText(file));
    const record = readRecord(raw, String(nanos), Number(nanos / 1_000_000n));
    if (record !== undefined) return [record];
  } catch {
    // It is noted below, like a record that is no object.
  }
  notes.push(`${name} cannot be read; this update was left out`);
  return [];
}

function noteGaps(updates: readonly Update[], history: string, stack: StackIdentity, notes: string[]): void {
  for (const update of updates)
    if (checkpointOf(history, stack, update) === undefined)
      notes.push(`update ${update.id} has no checkpoint; its state is not known`);
}

function checkpointOf(history: string, { stack }: StackIdentity, { id }: Update): string | undefined {
  return FORMS.map((form) => join(history, `${stack}-${id}.checkpoint.json${form}`)).find((file) => existsSync(file));
}

function readCheckpoint(history: string, stack: StackIdentity, update: Update) {
  const file = checkpointOf(history, stack, update);
  if (file === undefined) throw new ReadError(`update ${update.id} has no checkpoint`, history);
  return readStack(file);
}

function fingerprint(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return undefined;
  }
}

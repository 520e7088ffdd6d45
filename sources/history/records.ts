import { createHash } from "node:crypto";
import { ReadError } from "../../core/errors";
import { isRawMap, member, type Raw } from "../state/shape";
import { readRecord, type HistoryRecord } from "./record";

/** What `pulumi stack history --json` printed, the oldest first. Throws ReadError where it is none. */
export function parseRecords(text: string, source: string): readonly HistoryRecord[] {
  let list: Raw;
  try {
    list = JSON.parse(text);
  } catch {
    throw new ReadError("`pulumi stack history --json` printed no JSON", source);
  }
  // A stack without updates has no list.
  if (list === null) return [];
  if (!Array.isArray(list)) throw new ReadError("`pulumi stack history --json` printed no list", source);
  const records: readonly Raw[] = list;
  return [...records].reverse().flatMap((raw) => {
    const version = isRawMap(raw) ? member(raw, "version") : undefined;
    return typeof version === "number" ? (readRecord(raw, idOf(version, raw), 0) ?? []) : [];
  });
}

/** Only Pulumi Cloud counts updates; others tell them apart by all that they recorded. */
function idOf(version: number, raw: Raw): string {
  if (version > 0) return String(version);
  return createHash("sha256").update(JSON.stringify(raw)).digest("hex").slice(0, 12);
}

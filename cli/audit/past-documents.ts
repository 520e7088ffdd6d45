import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ReadError } from "../../core/errors";
import type { HistoryReport } from "../../core/history/trend";
import type { BlameReport } from "../history/blame-report";

/** What `parity history` and `parity blame` write as JSON. */
export type PastDocument = HistoryReport | BlameReport;

/** Reads a pair's past. Throws ReadError. */
export function readPast(file: string, cwd: string): PastDocument {
  try {
    const parsed: unknown = JSON.parse(readFileSync(resolve(cwd, file), "utf8"));
    if (isHistory(parsed) || isBlame(parsed)) return parsed;
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new ReadError(error instanceof Error ? error.message : "cannot be read", file);
  }
  throw new ReadError("is no history; write one with `parity history --format json`, or `parity blame` likewise", file);
}

function isHistory(value: unknown): value is HistoryReport {
  return hasSchema(value, "parity-history/1", "points");
}

function isBlame(value: unknown): value is BlameReport {
  return hasSchema(value, "parity-blame/1", "divergences");
}

function hasSchema(value: unknown, schema: string, list: string): boolean {
  if (typeof value !== "object" || value === null || !("schema" in value) || value.schema !== schema) return false;
  return Array.isArray(Reflect.get(value, list)) && ["subject", "reference"].every((side) => side in value);
}

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Dimension } from "../../core/report/types";
import { writeWhole } from "../files";
import { isRawMap, member, type Raw } from "../state/shape";

/** What is kept of one comparison: numbers and fingerprints, no value of any resource. */
export interface KeptComparison {
  readonly score: number;
  readonly dimensions: readonly Dimension[];
  /** Fingerprints of all divergences. */
  readonly ids: readonly string[];
}

/** Comparisons of the past, by the content of what was compared. A cache that cannot be used is no error. */
export interface HistoryCache {
  readonly get: (key: readonly string[]) => KeptComparison | undefined;
  readonly put: (key: readonly string[], kept: KeptComparison) => void;
}

const FORMAT = "parity-comparison/1";
const MOST_FILES = 5000;
const FILE = /^[0-9a-f]{64}\.json$/;

/** In this folder; without one, nothing is kept. */
export function historyCache(folder: string | undefined): HistoryCache {
  if (folder === undefined) return { get: () => undefined, put: () => undefined };
  const fileOf = (key: readonly string[]) =>
    join(
      folder,
      `${createHash("sha256")
        .update([FORMAT, ...key].join("\n"))
        .digest("hex")}.json`,
    );
  return {
    get: (key) => quietly(() => keptIn(JSON.parse(readFileSync(fileOf(key), "utf8")))),
    put: (key, kept) => {
      quietly(() => {
        writeWhole(fileOf(key), JSON.stringify({ format: FORMAT, ...kept }), { private: true });
        prune(folder);
      });
    },
  };
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Looks now and then, and drops the older half when there are too many. */
function prune(folder: string): void {
  if (Math.random() > 0.02) return;
  const files = readdirSync(folder).filter((name) => FILE.test(name));
  if (files.length <= MOST_FILES) return;
  const aged = files.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs })).sort((a, b) => a.at - b.at);
  for (const { name } of aged.slice(0, files.length / 2)) rmSync(join(folder, name), { force: true });
}

function keptIn(raw: Raw): KeptComparison | undefined {
  if (!isRawMap(raw) || member(raw, "format") !== FORMAT) return undefined;
  const { score, dimensions, ids } = raw;
  if (typeof score !== "number" || !Array.isArray(dimensions) || !Array.isArray(ids)) return undefined;
  if (!dimensions.every(isDimension) || !ids.every((id) => typeof id === "string")) return undefined;
  return { score, dimensions, ids };
}

const COUNTS = ["score", "within", "ahead", "beyond", "waived", "undetermined"] as const;

function isDimension(raw: Raw): raw is Dimension {
  return isRawMap(raw) && typeof raw.policy === "string" && COUNTS.every((count) => typeof raw[count] === "number");
}

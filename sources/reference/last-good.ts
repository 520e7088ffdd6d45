import { createHash } from "node:crypto";
import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../../core/model/stack";
import { beginningOf, writeWhole } from "../files";
import { writeSnapshot } from "../snapshot";
import { readStack } from "../state";

/** A reference as it was read the last time that it could be. */
export interface LastGood {
  readonly stack: Stack;
  /** ISO 8601. */
  readonly keptAt: string;
}

interface Keeping {
  /** `organization/project/stack` */
  readonly name: string;
  readonly maxStaleDays: number;
  /** Undefined: nothing is kept. */
  readonly cacheFolder: string | undefined;
  readonly now: Date;
}

/** Keeps a redacted copy for the day on which the reference cannot be read. That it cannot be kept is no failure. */
export function writeLastGood(keeping: Keeping, stack: Stack): void {
  const file = fileOf(keeping);
  if (file === undefined) return;
  try {
    if (holds(file, stack)) utimesSync(file, keeping.now, keeping.now);
    else writeWhole(file, writeSnapshot(stack), { private: true });
  } catch {
    // A read-only home, a full disk: the run itself has what it needs.
  }
}

/** The copy, where there is one that is young enough and still whole. */
export function readLastGood(keeping: Keeping): LastGood | undefined {
  const file = fileOf(keeping);
  const kept = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })?.mtime;
  if (file === undefined || kept === undefined || daysBetween(kept, keeping.now) > keeping.maxStaleDays)
    return undefined;
  try {
    return {
      stack: { ...readStack(file), source: `last good copy of ${keeping.name}`, recordedAt: kept.toISOString() },
      keptAt: kept.toISOString(),
    };
  } catch {
    return undefined;
  }
}

function fileOf({ cacheFolder, name }: Keeping): string | undefined {
  if (cacheFolder === undefined) return undefined;
  return join(cacheFolder, "references", `${createHash("sha256").update(name).digest("hex").slice(0, 20)}.json`);
}

/** Whether this very state is kept already: writing a large one takes a second, and most previews find the same. */
function holds(file: string, { capturedAt }: Stack): boolean {
  if (capturedAt === undefined || statSync(file, { throwIfNoEntry: false }) === undefined) return false;
  return beginningOf(file, HEADER_BYTES).toString("utf8").includes(JSON.stringify(capturedAt));
}

/** As far as a snapshot says of when it is. */
const HEADER_BYTES = 1000;

const DAY = 24 * 60 * 60 * 1000;

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY;
}

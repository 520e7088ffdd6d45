import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../core/report/types";
import { writeWhole } from "../files";
import { isRawMap } from "../state/shape";

/** A judged preview, as far as `parity waive` needs it: what no state shows, as it was never deployed. */
export interface KeptPreview {
  readonly project: string;
  /** Name of the subject's environment. */
  readonly environment: string;
  /** What was beyond tolerance. */
  readonly divergences: Report["divergences"];
}

/**
 * Keeps what a preview found beyond tolerance in the user's cache folder, so that the command can accept it by its id.
 * That it cannot be kept is no failure of the preview.
 */
export function keepPreview(reports: readonly Report[], cacheFolder: string): void {
  for (const { subject, environments, divergences } of reports) {
    const beyond = divergences.filter(({ verdict }) => verdict === "beyond");
    if (beyond.length === 0 || subject.project === undefined) continue;
    const { project } = subject;
    const kept: KeptPreview = { project, environment: environments?.subject ?? subject.name, divergences: beyond };
    try {
      writeWhole(fileOf(cacheFolder, `${project}.${subject.name}`), JSON.stringify(kept), { private: true });
    } catch {
      // A read-only home, a full disk: nothing but the short way to a waiver is lost.
    }
  }
}

/** Every preview that was kept of a project; what cannot be read is left out. */
export function readPreviews(cacheFolder: string, project: string): readonly KeptPreview[] {
  return filesIn(join(cacheFolder, "previews")).flatMap((file) => {
    const kept = readKept(file);
    return kept?.project === project ? [kept] : [];
  });
}

function fileOf(cacheFolder: string, name: string): string {
  return join(cacheFolder, "previews", `${name.replace(/[^\w.-]/g, "_")}.json`);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function readKept(file: string): KeptPreview | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is KeptPreview {
  return isRawMap(value) && typeof value.project === "string" && Array.isArray(value.divergences);
}

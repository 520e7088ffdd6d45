import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Report, ReportedDivergence } from "../../core/report/types";
import { writeWhole } from "../files";

/** A divergence as a report showed it, with the pair that it was shown for: what `parity waive ID` has to know. */
export interface Shown {
  readonly divergence: ReportedDivergence;
  readonly project: string;
  /** Of the subject, as parity.yaml calls it. */
  readonly environment: string;
}

const SCHEMA = "parity-shown/1";
const DAYS_KEPT = 30;
const MOST_KEPT = 5000;

/**
 * Keeps what a run showed as beyond tolerance, a file a pair, so that its ids mean something afterwards. No secret
 * stands in a report. That it cannot be kept is no failure.
 */
export function rememberShown(reports: readonly Report[], cacheFolder: string, now: Date): void {
  const folder = join(cacheFolder, "shown");
  try {
    for (const report of reports) {
      const beyond = report.divergences.filter(({ verdict }) => verdict === "beyond").slice(0, MOST_KEPT);
      const { subject, reference, environments } = report;
      const document = { schema: SCHEMA, subject, reference, environments, divergences: beyond };
      writeWhole(join(folder, fileName(report)), `${JSON.stringify(document)}\n`, { private: true });
    }
    forgetOld(folder, now);
  } catch {
    // A read-only home, a full disk: then the stacks have to be named.
  }
}

/** The divergences of this id (or beginning with it), of all that was shown here lately. */
export function recallShown(id: string, cacheFolder: string): readonly Shown[] {
  const folder = join(cacheFolder, "shown");
  return filesIn(folder).flatMap((file) => shownIn(readJson(file), id));
}

/** The same in a JSON report: of one pair, or of `--all`. Undefined where it is none. */
export function shownInReport(file: string, id: string): readonly Shown[] | undefined {
  const document = readJson(file);
  if (!isRecord(document) || typeof document.schema !== "string" || !document.schema.startsWith("parity-report"))
    return undefined;
  const reports = Array.isArray(document.reports) ? (document.reports as readonly unknown[]) : [document];
  return reports.flatMap((report) => shownIn(report, id));
}

const SHORTEST = 6;

function shownIn(document: unknown, id: string): readonly Shown[] {
  if (!isRecord(document) || !isRecord(document.subject) || !Array.isArray(document.divergences)) return [];
  const { environments, subject } = document;
  const environment = isRecord(environments) ? environments.subject : subject.name;
  const { project } = subject;
  if (typeof environment !== "string" || typeof project !== "string") return [];
  return (document.divergences as readonly unknown[])
    .filter(isDivergence)
    .filter((one) => one.id === id || (id.length >= SHORTEST && one.id.startsWith(id)))
    .map((divergence) => ({ divergence, project, environment }));
}

function isDivergence(value: unknown): value is ReportedDivergence {
  return isRecord(value) && ["id", "kind", "type", "message"].every((key) => typeof value[key] === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function fileName({ subject, reference }: Report): string {
  const pair = [subject.project, subject.name, reference.project, reference.name].join("\n");
  return `${createHash("sha256").update(pair).digest("hex").slice(0, 20)}.json`;
}

/** The latest first. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .map((name) => join(folder, name))
      .map((file) => ({ file, at: statSync(file).mtimeMs }))
      .sort((one, other) => other.at - one.at)
      .map(({ file }) => file);
  } catch {
    return [];
  }
}

function forgetOld(folder: string, now: Date): void {
  for (const file of filesIn(folder))
    if (now.getTime() - statSync(file).mtimeMs > DAYS_KEPT * 86_400_000) rmSync(file, { force: true });
}

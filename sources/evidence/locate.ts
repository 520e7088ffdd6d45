import { statSync } from "node:fs";
import type { EvidenceSource } from "../../core/config/types";
import { ReadError } from "../../core/errors";
import { readText } from "../state/file";
import type { EvidenceDocument, ReadingContext } from "./documents";
import { readKind } from "./documents";
import { parseJsonObject } from "./json";

const DAY = 24 * 60 * 60 * 1000;

/** A piece of evidence that parity.yaml names: read, or why not. */
export type Located =
  | {
      readonly state: "found" | "stale";
      readonly document: EvidenceDocument;
      readonly madeAt: Date;
      readonly ageDays: number;
    }
  | { readonly state: "absent" };

/** Looks for a document and reads it. What is there but cannot be read is a ReadError, required or not. */
export function locateEvidence(source: EvidenceSource, context: ReadingContext, now: Date): Located {
  const written = writtenAt(source.path);
  if (written === undefined) return { state: "absent" };
  const document = readKind(source.kind, parseJsonObject(readText(source.path), source.path), context, source.path);
  const madeAt = dateOf(document.madeAt) ?? written;
  const ageDays = Math.max(0, (now.getTime() - madeAt.getTime()) / DAY);
  const stale = source.maxAgeDays !== undefined && ageDays > source.maxAgeDays;
  return { state: stale ? "stale" : "found", document, madeAt, ageDays };
}

/** What is wrong with evidence that is required; undefined where nothing is. */
export function refusal(source: EvidenceSource, located: Located): ReadError | undefined {
  if (!source.required || located.state === "found") return undefined;
  return new ReadError(complaint(source, located), source.path);
}

/** One line about evidence that is not used. */
export function complaint({ kind, environment, maxAgeDays }: EvidenceSource, located: Located): string {
  const what = `the ${kind} evidence of ${environment}`;
  if (located.state === "absent") return `${what} is not there; write it, or make it optional in parity.yaml`;
  const age = `${String(Math.floor(located.ageDays))} days old, at most ${String(maxAgeDays)} are allowed`;
  return `${what} is ${age}; make it anew`;
}

function writtenAt(path: string): Date | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtime;
}

/** The document's own date; a copied or checked-out file is younger than what it says. */
function dateOf(madeAt: string | undefined): Date | undefined {
  const made = new Date(madeAt ?? Number.NaN);
  return Number.isNaN(made.getTime()) ? undefined : made;
}

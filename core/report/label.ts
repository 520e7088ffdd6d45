import { parseUrn } from "../model/urn";
import type { ReportedDivergence } from "./types";

/** What a divergence's resource is called, on the side that is judged where it is there. */
export function resourceName({ subject, reference }: Pick<ReportedDivergence, "subject" | "reference">): string {
  return nameOf(subject ?? reference ?? "");
}

/** The last part of a URN. */
export function nameOf(urn: string): string {
  return parseUrn(urn)?.name ?? urn;
}

/** `sourcePosition` of a state, `project:///infra/db.ts#12,5`, as file, line and column. */
export function placeOf(sourcePosition: string | undefined): Place | undefined {
  const found = /^(?:[a-z]+:\/\/\/?)?(?<file>[^#]+)(?:#(?<line>\d+)(?:,(?<column>\d+))?)?$/.exec(sourcePosition ?? "");
  const { file, line, column } = found?.groups ?? {};
  if (file === undefined) return undefined;
  return { file, line: Number(line ?? 1), ...(column !== undefined && { column: Number(column) }) };
}

export interface Place {
  /** Relative to the program's folder. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

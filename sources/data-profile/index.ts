import type { EvidenceDocument, ReadingContext } from "../evidence/documents";
import type { RawMap } from "../state/shape";

export function isDataProfile(_document: RawMap): boolean {
  return false;
}

export function readDataProfile(_document: RawMap, _context: ReadingContext, _source: string): EvidenceDocument {
  return { resources: [], madeAt: undefined };
}

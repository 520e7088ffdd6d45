import type { EvidenceKind } from "../../core/config/types";
import { ReadError } from "../../core/errors";
import type { Resource } from "../../core/model/resource";
import { isDataProfile, readDataProfile } from "../data-profile";
import { isFlagDocument, readFlags } from "../flags";
import { isSbom, readSbom } from "../sbom";
import type { RawMap } from "../state/shape";
import type { EvidenceOwner } from "./resource";

/** What a document says, as resources, and when it was made (ISO 8601) where it tells. */
export interface EvidenceDocument {
  readonly resources: readonly Resource[];
  readonly madeAt: string | undefined;
}

/** What a document cannot say of itself. */
export interface ReadingContext {
  readonly owner: EvidenceOwner;
  /** Which environment's settings to take from a document that holds several. */
  readonly environment: string | undefined;
  /** Globs over `table.column` that are declared to hold masked data; undefined where nobody could declare any. */
  readonly masked: readonly string[] | undefined;
  /** What ages are reckoned from. */
  readonly now?: Date;
}

interface EvidenceReader {
  /** For messages: `a bill of materials`. */
  readonly label: string;
  recognises(document: RawMap): boolean;
  /** Members of which one must stand somewhere in the text, so that a large state need not be parsed to say no. */
  readonly marks: readonly string[];
  read(document: RawMap, context: ReadingContext, source: string): EvidenceDocument;
}

export const EVIDENCE_READERS: Readonly<Record<EvidenceKind, EvidenceReader>> = {
  sbom: {
    label: "a bill of materials (CycloneDX or SPDX JSON)",
    marks: ["bomFormat", "spdxVersion", "@context"],
    recognises: isSbom,
    read: (document, { owner }, source) => readSbom(document, owner, source),
  },
  data: {
    label: "a data profile (of `parity profile`)",
    marks: ["profiledAt"],
    recognises: isDataProfile,
    read: readDataProfile,
  },
  flags: {
    label: "a flag document (flagd or LaunchDarkly JSON)",
    marks: ["flags", "items"],
    recognises: isFlagDocument,
    read: readFlags,
  },
};

/** Reads a document that must be of this kind. Throws ReadError. */
export function readKind(
  kind: EvidenceKind,
  document: RawMap,
  context: ReadingContext,
  source: string,
): EvidenceDocument {
  const reader = EVIDENCE_READERS[kind];
  if (!reader.recognises(document)) throw new ReadError(`is not ${reader.label}`, source);
  try {
    return reader.read(document, context, source);
  } catch (error) {
    if (error instanceof ReadError && error.place === undefined) throw new ReadError(error.message, source);
    throw error;
  }
}

/** Which kind of evidence this is; undefined for anything else, a stack's state above all. */
export function kindOf(document: RawMap): EvidenceKind | undefined {
  const kinds: readonly EvidenceKind[] = ["sbom", "data", "flags"];
  return kinds.find((kind) => EVIDENCE_READERS[kind].recognises(document));
}

/** False where the text cannot be evidence, told without parsing it. */
export function mayBeEvidence(text: string): boolean {
  return Object.values(EVIDENCE_READERS).some(({ marks }) => marks.some((mark) => text.includes(`"${mark}"`)));
}

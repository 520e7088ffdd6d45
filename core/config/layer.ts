import type { ParityDocument, WaiverEntry } from "./schema/document";

/** One document among those that are in force together; the presets come first, the file that was found last. */
export interface Layer {
  /** `parity.yaml`, `../parity.yaml`, or the preset's name: rules are named after it. */
  readonly label: string;
  readonly kind: "preset" | "file";
  /** Where it was read from; undefined for a document that was handed over. */
  readonly file: string | undefined;
  readonly document: ParityDocument;
  /** Line of what stands at this path, after which rules are called: `parity.yaml:17`. */
  readonly place: (path: Steps) => string;
  /** The same with its column, for mistakes: `parity.yaml:17:5`. */
  readonly position: (path: Steps) => string;
  /** A path that the document names, made absolute. */
  readonly absolute: (path: string) => string;
  /** Waivers from files beside it, each with its place. */
  readonly waivers: readonly { readonly entry: WaiverEntry; readonly place: string }[];
  /** The release of a preset that was pinned: rules that came later are advisory. */
  readonly pinned?: string;
}

export type Steps = readonly (string | number)[];

/** A mistake or an oddity, with its place. */
export interface Problem {
  readonly place: string;
  readonly message: string;
}

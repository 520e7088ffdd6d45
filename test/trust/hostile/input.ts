/** What is written to one file. */
export type Content = string | Buffer | { readonly link: string };

/** Which of these an answer may be. */
export type Expected =
  /** One typed line, exit code 2 or 3. */
  | "refused"
  /** A report: what is odd changes nothing of it. */
  | "same"
  /** Either; there must be one of them. */
  | "any";

/** The documents that come from outside. */
export const KINDS = [
  "state",
  "snapshot",
  "parity.yaml",
  "waivers",
  "bill of materials",
  "data profile",
  "stack configuration",
  "flags",
] as const;
export type Kind = (typeof KINDS)[number];

/** One hostile input: files in a folder, and the audit of two of them. */
export interface HostileInput {
  readonly kind: Kind;
  /** What is wrong with it: unique within the corpus, with the seed where there is one. */
  readonly name: string;
  readonly files: Readonly<Record<string, Content>>;
  readonly args: readonly string[];
  readonly expected: Expected;
}

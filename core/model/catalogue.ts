import type { PolicyName, ValueClass } from "../vocabulary";
import type { Path } from "./path";
import type { Value } from "./value";

/**
 * What the comparison asks of the knowledge about resource types. `catalogue/` answers; the core only knows the
 * questions. Every answer is immutable and may be cached by type and path.
 */
export interface Catalogue {
  type(type: string): TypeFacts;
  /** Facts of a property by its path; list indices and keyed elements in it do not matter. */
  property(type: string, path: Path): PropertyFacts;
  /** The same, with what the two values say of themselves taken into account (an image, a flag-like key, a size). */
  classify(type: string, path: Path, subject: Value | undefined, reference: Value | undefined): PropertyFacts;
}

export interface TypeFacts {
  /** The type as the newest provider calls it: `aws:s3/bucketV2:BucketV2` → `aws:s3/bucket:Bucket`. */
  readonly canonical: string;
  /** Owner of a missing or extra resource of this type: mostly inventory-parity. */
  readonly policy: PolicyName;
  /** True where several equal ones are replicas, and their number is a count. */
  readonly replica: boolean;
  /** Outputs in which the cloud resolved what the program left open, each with the input that it stands for. */
  readonly resolved: readonly { readonly output: Path; readonly input: Path }[];
  /** Properties that tell two resources of this type apart when names do not. */
  readonly keys: readonly string[];
}

export interface PropertyFacts {
  readonly policy: PolicyName;
  readonly valueClass: ValueClass;
  /** True where a difference means nothing: a name, an id, a timestamp. */
  readonly noise: boolean;
  /** True where the value must never be shown. */
  readonly secret: boolean;
  readonly list: ListSemantics;
  /** What an absent value means; undefined where absent is a thing of its own. */
  readonly defaultValue: Value | undefined;
  /** How the text is to be read. */
  readonly document: DocumentKind | undefined;
  readonly direction: Direction | undefined;
  /** Name of the catalogue's rule, for people: `aws/rds/engine-version`, `general/name-suffix`. */
  readonly rule: string;
}

export type ListSemantics =
  | { readonly kind: "ordered" }
  | { readonly kind: "set" }
  /** Elements align by the first of these properties (or combination joined by `+`) that all of them have. */
  | { readonly kind: "keyed"; readonly keys: readonly string[] };

export type DocumentKind = "iam" | "json" | "yaml" | "userData" | "base64" | "cidr" | "duration" | "quantity";

/** Which end is weaker. `lower`: 1 is weaker than 7. `false`: off is weaker than on. A list goes from weak to strong. */
export type Direction =
  { readonly weaker: "lower" | "higher" | "false" | "true" } | { readonly ladder: readonly string[] };

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
  /** What an instance type, node class or plan says of itself; undefined where it is none that is known. */
  size(type: string, value: string): SizeFacts | undefined;
  /**
   * A version read by the scheme that this property follows, of a package by that of its ecosystem (`deb`, `npm`);
   * undefined where the text holds none.
   */
  version(type: string, path: Path, value: string, ecosystem?: string): VersionFacts | undefined;
}

/** `db.r6g.2xlarge`: family `r6g`, series `r`, size `2xlarge`. */
export interface SizeFacts {
  readonly family: string;
  /** The family without its generation and architecture: what it is made for. */
  readonly series: string;
  readonly generation: number | undefined;
  readonly size: string;
  /** Position on its ladder, small to large: `nano` 0, `micro` 1, … `xlarge` 5, `2xlarge` 6, `12xlarge` 8.58. */
  readonly step: number;
  readonly architecture: "x86_64" | "arm64" | undefined;
  readonly burstable: boolean;
  readonly vcpu: number | undefined;
  readonly memoryGiB: number | undefined;
}

/** Two versions compare part by part where their products are the same. */
export interface VersionFacts {
  /** What it is a version of where the text says so: `nodejs`, `aurora-mysql`, an image's repository; else "". */
  readonly product: string;
  /** Major, minor, patch, … as this scheme counts them: PostgreSQL 15.4 is [15, 4], MySQL 8.0.35 is [8.000, 35]. */
  readonly parts: readonly number[];
  /** Where parts are not all that tells which is newer: numbers whose first difference does. */
  readonly order?: readonly number[];
  /** What follows the numbers and orders nothing: `alpine`, `R20230421`. */
  readonly rest: string;
  /** ISO date on which its maker ends support, where known. */
  readonly endOfLife: string | undefined;
}

/** A rule of a team's own, as `catalogue:` in parity.yaml spells it. */
export interface CatalogueRule {
  /** Type globs; absent: any type. */
  readonly on?: string | readonly string[] | undefined;
  /** Property patterns; absent where the rule speaks of whole types. */
  readonly property?: string | readonly string[] | undefined;
  readonly policy?: PolicyName | undefined;
  readonly kind?: ValueClass | undefined;
  readonly noise?: boolean | undefined;
  readonly secret?: boolean | undefined;
  readonly list?: "ordered" | "set" | readonly string[] | undefined;
  readonly default?: string | number | boolean | undefined;
  readonly document?: DocumentKind | undefined;
  readonly weaker?: "lower" | "higher" | "false" | "true" | readonly string[] | undefined;
  /** The keys below are free, and are read as those of a stack configuration are. */
  readonly settings?: boolean | undefined;
  /** Of whole types: several equal ones are replicas. */
  readonly replica?: boolean | undefined;
  /** Of whole types: read them as this known type is read. */
  readonly like?: string | undefined;
  /** `parity.yaml:17:5`, where it stands in a file. */
  readonly place?: string | undefined;
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
  /** What a program may write in a list of this type or as resources of it, where another writes it otherwise. */
  readonly parts: readonly PartFacts[];
}

/** One way to write a thing, such as a rule of a security group, that can be written in others. */
export interface PartFacts {
  /** The same for all ways to write it. */
  readonly thing: string;
  /** The list that holds it, where the resource is its owner. */
  readonly list?: string;
  /** The property that refers to its owner, where the resource is the thing. */
  readonly owner?: string;
  /** What the resource must say to be one. */
  readonly when?: Readonly<Record<string, string>>;
  /** Property → what all ways call it. */
  readonly names: Readonly<Record<string, string>>;
  /** Properties that hold what it is for: each value is one thing. */
  readonly peers: readonly string[];
  /** Values of `protocol` with which some names mean nothing. */
  readonly without?: { readonly protocol: readonly string[]; readonly names: readonly string[] };
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

/** How a text is to be read; `literal`: to the letter, no word in it names an environment. */
export type DocumentKind =
  "iam" | "json" | "yaml" | "userData" | "base64" | "cidr" | "duration" | "quantity" | "literal";

/** Which end is weaker. `lower`: 1 is weaker than 7. `false`: off is weaker than on. A list goes from weak to strong. */
export type Direction =
  { readonly weaker: "lower" | "higher" | "false" | "true" } | { readonly ladder: readonly string[] };

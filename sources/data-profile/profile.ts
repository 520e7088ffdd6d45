/** The newest format of profiles that is written and understood. */
export const PROFILE_SCHEMA = "parity-data-profile/1";

/**
 * What is known of a database without any value of it: structure, counts, shares and classes. Texts that could hold a
 * value (defaults, constraints, predicates) stand with their literals blanked, and a digest to tell them apart.
 */
export interface DataProfile {
  readonly schema: typeof PROFILE_SCHEMA;
  /** ISO 8601. */
  readonly profiledAt: string;
  readonly server: ServerProfile;
  readonly tables: readonly TableProfile[];
}

export interface ServerProfile {
  readonly kind: "postgresql";
  /** `15.4` */
  readonly version: string;
  /** Settings that change what a program sees: encoding, collation, time zone, isolation, limits. */
  readonly settings: Readonly<Record<string, string>>;
  /** Extension → version. */
  readonly extensions: Readonly<Record<string, string>>;
}

export interface TableProfile {
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "partitioned" | "materialized view" | "foreign table";
  /** Undefined where it could not be told. Two significant digits, unless exact. */
  readonly rows?: number;
  readonly exact: boolean;
  /** `primary key (id)`, `foreign key (customer) references public.customers (id)`, `check (total > ?) #1a2b3c4d` */
  readonly constraints: readonly string[];
  /** `unique btree (lower(email))`; without names. */
  readonly indexes: readonly string[];
  /** Days since the newest row, by the column that says so. */
  readonly newest?: { readonly column: string; readonly ageDays: number };
  readonly columns: readonly ColumnProfile[];
  /** Why there are no statistics: `permission denied`, `took too long`. */
  readonly unread?: string;
}

export interface ColumnProfile {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** `none`, `identity`, `generated`, or the expression with its literals blanked. */
  readonly default: string;
  readonly statistics?: ColumnStatistics;
}

export interface ColumnStatistics {
  /** 0 to 1. */
  readonly nullShare: number;
  readonly cardinality?: "constant" | "low" | "many" | "unique";
  /** Share of the most frequent value among those that are there, 0 to 1. */
  readonly topShare?: number;
  /** Classes of length or magnitude at the 5th, 50th and 95th percentile. */
  readonly spread?: readonly string[];
  /** Share of values that look like an e-mail address and so on, 0 to 1; below 0.01 left out. */
  readonly formats?: Readonly<Record<string, number>>;
}

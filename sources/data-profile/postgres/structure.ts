import type { Client } from "pg";
import type { ServerProfile } from "../profile";

/** A table as the system catalogue has it. */
export interface TableRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: "r" | "p" | "m" | "f";
  /** Estimated; -1 where it was never analysed. */
  readonly rows: number;
  readonly readable: boolean;
}

export interface ColumnRow {
  readonly table: number;
  readonly name: string;
  /** As declared; an enumeration with a digest of its labels, which are values and stay in the database. */
  readonly type: string;
  /** `N` numbers, `S` texts, `D` dates and times, `B`, `E`, `U`… of the type that a domain is over. */
  readonly category: string;
  readonly base: string;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly identity: string;
  readonly generated: string;
  readonly readable: boolean;
}

export interface ConstraintRow {
  readonly table: number;
  readonly definition: string;
}

export interface IndexRow {
  readonly table: number;
  readonly method: string;
  readonly unique: boolean;
  readonly columns: readonly string[];
  readonly predicate: string | null;
  /** Leading column, by name; null where it is an expression. */
  readonly leading: string | null;
}

/** Everything about the structure, in five statements however many tables there are. */
export interface Structure {
  readonly server: ServerProfile;
  readonly tables: readonly TableRow[];
  readonly columns: ReadonlyMap<number, readonly ColumnRow[]>;
  readonly constraints: ReadonlyMap<number, readonly ConstraintRow[]>;
  readonly indexes: ReadonlyMap<number, readonly IndexRow[]>;
}

const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'`;

/** A partition is a part of its table; what an extension brought belongs to the extension. */
const TABLES = `
  SELECT c.oid::int8::float8 AS oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind,
    CASE WHEN c.relkind = 'p' THEN (SELECT CASE WHEN min(l.reltuples) < 0 THEN -1 ELSE coalesce(sum(l.reltuples), 0) END FROM pg_partition_tree(c.oid) t
      JOIN pg_class l ON l.oid = t.relid WHERE t.isleaf) ELSE c.reltuples END::float8 AS rows,
    has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT') AS readable
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm', 'f') AND NOT c.relispartition AND ${OURS}
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY 2, 3`;

const COLUMNS = `
  SELECT a.attrelid::int8::float8 AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) || coalesce((SELECT ' #' || left(md5(string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)), 8)
      FROM pg_enum e WHERE e.enumtypid = b.oid HAVING count(*) > 0), '') AS type,
    b.typcategory AS category, b.typname AS base, NOT a.attnotnull AS nullable,
    pg_get_expr(d.adbin, d.adrelid) AS "default", a.attidentity AS identity, a.attgenerated AS generated,
    has_column_privilege(a.attrelid, a.attnum, 'SELECT') AS readable
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  JOIN pg_type b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'm', 'f') AND ${OURS}
  ORDER BY a.attrelid, a.attnum`;

const CONSTRAINTS = `
  SELECT k.conrelid::int8::float8 AS "table", pg_get_constraintdef(k.oid) AS definition
  FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
  WHERE k.conrelid <> 0 AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND ${OURS} ORDER BY 1, 2`;

const INDEXES = `
  SELECT i.indrelid::int8::float8 AS "table", m.amname AS method, i.indisunique AS unique,
    (SELECT json_agg(pg_get_indexdef(i.indexrelid, p, true) ORDER BY p) FROM generate_series(1, i.indnatts) p) AS columns,
    pg_get_expr(i.indpred, i.indrelid) AS predicate, a.attname AS leading
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] AND a.attnum > 0
  WHERE i.indisvalid AND ${OURS} ORDER BY 1, 2`;

/** `reset_val`: what a new session gets, whatever this one has set. */
const SETTINGS = `
  SELECT name, reset_val AS value FROM pg_settings WHERE name IN ('server_encoding', 'TimeZone', 'DateStyle',
    'IntervalStyle', 'default_transaction_isolation', 'default_transaction_read_only', 'max_connections',
    'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'standard_conforming_strings',
    'default_text_search_config', 'jit', 'wal_level', 'synchronous_commit', 'row_security', 'shared_preload_libraries')
  UNION ALL SELECT 'collation', datcollate FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT 'server_version', current_setting('server_version') ORDER BY 1`;

const EXTENSIONS = `SELECT extname AS name, extversion AS value FROM pg_extension ORDER BY 1`;

/** Reads the structure of every table that is not the system's own. */
export async function readStructure(client: Client): Promise<Structure> {
  const rows = async <T extends object>(sql: string): Promise<readonly T[]> => (await client.query<T>(sql)).rows;
  const settings = namedValues(await rows<NamedValue>(SETTINGS));
  const extensions = namedValues(await rows<NamedValue>(EXTENSIONS));
  const { server_version: version = "", ...others } = settings;
  return {
    server: { kind: "postgresql", version: version.split(" ", 1)[0] ?? "", settings: others, extensions },
    tables: await rows<TableRow>(TABLES),
    columns: byTable(await rows<ColumnRow>(COLUMNS)),
    constraints: byTable(await rows<ConstraintRow>(CONSTRAINTS)),
    indexes: byTable(await rows<IndexRow>(INDEXES)),
  };
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

function namedValues(rows: readonly NamedValue[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

function byTable<T extends { readonly table: number }>(rows: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const grouped = new Map<number, T[]>();
  for (const row of rows) {
    const group = grouped.get(row.table);
    if (group === undefined) grouped.set(row.table, [row]);
    else group.push(row);
  }
  return grouped;
}

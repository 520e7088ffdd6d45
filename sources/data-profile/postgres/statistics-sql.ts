import { FORMATS } from "../formats";
import type { ColumnRow, TableRow } from "./structure";

/** How the sample of one table is taken. */
export interface Sampling {
  /** Rows at most. */
  readonly rows: number;
  /** Estimated rows of the table; undefined where unknown, then the first rows are taken. */
  readonly of: number | undefined;
}

/** What one column's part of the statement gives; all numbers, no value. */
export interface ColumnCounts {
  readonly nulls: number;
  /** Distinct values, and how often the most frequent one occurs; null for types that cannot be grouped. */
  readonly groups: readonly [distinct: number, top: number | null] | null;
  /** Length, decimal exponent or age in days at three percentiles. */
  readonly spread: readonly number[] | null;
  /** Matches by format. */
  readonly formats: Readonly<Record<string, number>> | null;
}

/** What kind of spread and formats a column has; `opaque` ones are only counted. */
export type Nature = "text" | "number" | "moment" | "plain" | "opaque";

const OPAQUE = new Set(["json", "xml", "bytea", "jsonb", "tsvector", "hstore", "geometry", "geography", "vector"]);
const NUMBERS = new Set(["int2", "int4", "int8", "float4", "float8", "numeric"]);
const MOMENTS = new Set(["date", "timestamp", "timestamptz"]);

export function natureOf(column: ColumnRow): Nature {
  if (OPAQUE.has(column.base) || column.category === "A") return "opaque";
  if (column.category === "S") return "text";
  if (NUMBERS.has(column.base)) return "number";
  return MOMENTS.has(column.base) ? "moment" : "plain";
}

/** A name as SQL takes it, whatever is in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function qualified({ schema, name }: Pick<TableRow, "schema" | "name">): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

/** One statement that counts everything in one sample: a row with `n` and an object a column, `c0`, `c1`…. */
export function statisticsSql(table: TableRow, columns: readonly ColumnRow[], sampling: Sampling): string {
  const names = columns.map((column, at) => `${sampled(column)} AS v${String(at)}`);
  const counts = columns.map((column, at) => `${countsOf(natureOf(column), `v${String(at)}`)} AS c${String(at)}`);
  return `WITH s AS MATERIALIZED (SELECT ${names.join(", ")} FROM ${qualified(table)}${tableSample(sampling)} LIMIT ${String(sampling.rows)})
    SELECT count(*)::float8 AS n, ${counts.join(", ")} FROM s`;
}

function tableSample({ rows, of }: Sampling): string {
  if (of === undefined || of <= rows * 2) return "";
  return ` TABLESAMPLE SYSTEM (${String(Math.min(100, (rows / of) * 120))})`;
}

/** Long texts are cut and documents measured by their stored size, so that a sample stays small. */
function sampled(column: ColumnRow): string {
  const name = quoted(column.name);
  const nature = natureOf(column);
  if (nature === "text") return `left(${name}::text, 1001)`;
  if (nature === "opaque") return `pg_column_size(${name})`;
  return nature === "plain" ? `${name}::text` : name;
}

function countsOf(nature: Nature, value: string): string {
  const grouped = `(SELECT json_build_array(count(*), max(k)) FROM (SELECT count(*) AS k FROM s WHERE ${value} IS NOT NULL GROUP BY ${value}) g)`;
  const parts = {
    nulls: `count(*) FILTER (WHERE ${value} IS NULL)`,
    groups: nature === "opaque" ? "NULL" : grouped,
    spread: spreadOf(nature, value),
    formats: nature === "text" ? formatsOf(value) : "NULL",
  };
  return `json_build_object(${Object.entries(parts)
    .flatMap(([key, sql]) => [`'${key}'`, sql])
    .join(", ")})`;
}

const PERCENTILES = "percentile_disc(ARRAY[0.05, 0.5, 0.95]) WITHIN GROUP";

function spreadOf(nature: Nature, value: string): string {
  const by = spreadMeasure(nature, value);
  return by === undefined ? "NULL" : `to_json(${PERCENTILES} (ORDER BY ${by}))`;
}

function spreadMeasure(nature: Nature, value: string): string | undefined {
  const number = `abs(${value}::float8)`;
  switch (nature) {
    case "text":
      return `length(${value})`;
    case "opaque":
      return value;
    case "number":
      return `CASE WHEN ${number} = 0 THEN -2 WHEN ${number} < 1 THEN -1 WHEN ${number} < 1e300 THEN floor(log(${number})) END`;
    case "moment":
      return `CASE WHEN isfinite(${value}) THEN ceil(extract(epoch FROM now() - ${value}::timestamptz) / 86400) END`;
    case "plain":
      return undefined;
  }
}

function formatsOf(value: string): string {
  const counts = Object.entries(FORMATS).map(
    ([format, pattern]) =>
      `'${format}', count(*) FILTER (WHERE length(${value}) <= 100 AND ${value} ~ '${pattern.replaceAll("'", "''")}')`,
  );
  return `json_build_object(${counts.join(", ")})`;
}

import type { Client } from "pg";
import { ageClass, lengthClass, magnitudeClass, share } from "../classes";
import type { ColumnStatistics } from "../profile";
import { natureOf, statisticsSql } from "./statistics-sql";
import type { ColumnCounts, Nature, Sampling } from "./statistics-sql";
import type { ColumnRow, TableRow } from "./structure";

/** What the server's own statistics say of a column; they come from a better sample than ours. */
export interface ServerStatistics {
  readonly nullShare: number;
  /** As PostgreSQL has it: a number, or the negative share of the rows. */
  readonly distinct: number;
  readonly topShare: number | null;
}

/** `schema.table.column`, quoted nowhere, joined by a character that no name can hold. */
export function statisticsKey(schema: string, table: string, column: string): string {
  return [schema, table, column].join("\0");
}

const SERVER_STATISTICS = `
  SELECT schemaname AS schema, tablename AS "table", attname AS "column", null_frac::float8 AS "nullShare",
    n_distinct::float8 AS "distinct", most_common_freqs[1]::float8 AS "topShare"
  FROM pg_stats WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY inherited`;

/** Asks once for all tables; those that were never analysed, or that may not be read, are not in it. */
export async function readServerStatistics(client: Client): Promise<ReadonlyMap<string, ServerStatistics>> {
  type Row = ServerStatistics & { schema: string; table: string; column: string };
  const { rows } = await client.query<Row>(SERVER_STATISTICS);
  return new Map(rows.map((row) => [statisticsKey(row.schema, row.table, row.column), row]));
}

/** Statistics by column name, from a sample of the table; columns that may not be read are left out. */
export async function sampleTable(
  client: Client,
  table: TableRow,
  columns: readonly ColumnRow[],
  sampling: Sampling,
  server: ReadonlyMap<string, ServerStatistics>,
): Promise<ReadonlyMap<string, ColumnStatistics>> {
  const readable = columns.filter((column) => column.readable);
  if (readable.length === 0) return new Map();
  const { rows } = await client.query<Record<string, unknown>>(statisticsSql(table, readable, sampling));
  const row = rows[0] ?? {};
  const size = typeof row.n === "number" ? row.n : 0;
  if (size === 0) return new Map();
  return new Map(
    readable.map((column, at) => {
      const known = server.get(statisticsKey(table.schema, table.name, column.name));
      const sample = { size, of: Math.max(sampling.of ?? size, size) };
      return [column.name, columnStatistics(natureOf(column), row[`c${String(at)}`] as ColumnCounts, sample, known)];
    }),
  );
}

interface Sample {
  readonly size: number;
  /** Rows of the whole table. */
  readonly of: number;
}

function columnStatistics(
  nature: Nature,
  counts: ColumnCounts,
  sample: Sample,
  server: ServerStatistics | undefined,
): ColumnStatistics {
  const present = sample.size - counts.nulls;
  const nullShare = server === undefined ? share(counts.nulls, sample.size) : share(server.nullShare, 1);
  if (present === 0) return { nullShare };
  const formats = shares(counts.formats ?? {}, present);
  const spread = (counts.spread ?? []).map((step) => classOf(nature, step));
  return {
    nullShare,
    ...frequency(counts, present, sample, server),
    ...(spread.length === 0 ? {} : { spread }),
    ...(Object.keys(formats).length === 0 ? {} : { formats }),
  };
}

function frequency(
  { groups }: ColumnCounts,
  present: number,
  sample: Sample,
  server: ServerStatistics | undefined,
): Pick<ColumnStatistics, "cardinality" | "topShare"> {
  if (groups === null) return {};
  const [distinct, top] = groups;
  if (server === undefined)
    return { cardinality: cardinality(distinct, distinct / present), topShare: share(top ?? 0, present) };
  const rows = sample.of * (1 - server.nullShare);
  const all = server.distinct < 0 ? -server.distinct * sample.of : server.distinct;
  return {
    cardinality: cardinality(all, all / rows),
    topShare: share(server.topShare ?? 1 / Math.max(all, 1), 1 - server.nullShare),
  };
}

/** Up to so many different values a column is a choice among few, and the number of rows does not matter to it. */
const FEW = 50;

function cardinality(distinct: number, portion: number): NonNullable<ColumnStatistics["cardinality"]> {
  if (distinct <= 1) return "constant";
  if (portion >= 0.95) return "unique";
  return distinct <= FEW ? "low" : "many";
}

function classOf(nature: Nature, step: number): string {
  if (nature === "number") return magnitudeClass(step);
  return nature === "moment" ? ageClass(step) : lengthClass(step);
}

function shares(counts: Readonly<Record<string, number>>, present: number): Record<string, number> {
  const all = Object.entries(counts).map(([format, count]) => [format, share(count, present)] as const);
  return Object.fromEntries(all.filter(([, part]) => part >= 0.01));
}

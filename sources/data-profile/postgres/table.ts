import type { Client } from "pg";
import { twoDigits } from "../classes";
import { withoutLiterals } from "../literals";
import type { ColumnProfile, ColumnStatistics, TableProfile } from "../profile";
import { codeOf } from "./connect";
import { natureOf, qualified, quoted } from "./statistics-sql";
import { sampleTable } from "./statistics";
import type { ServerStatistics } from "./statistics";
import type { ColumnRow, IndexRow, Structure, TableRow } from "./structure";

export interface TableOptions {
  /** Rows to look at in each table. */
  readonly sample: number;
  /** Count every row instead of estimating. */
  readonly exact: boolean;
}

const KINDS = { r: "table", p: "partitioned", m: "materialized view", f: "foreign table" } as const;

/** One table's profile. What may not be read, or takes too long, is left out, and the profile says why. */
export async function profileTable(
  client: Client,
  table: TableRow,
  structure: Structure,
  server: ReadonlyMap<string, ServerStatistics>,
  options: TableOptions,
): Promise<TableProfile> {
  const columns = structure.columns.get(table.oid) ?? [];
  const shape = shapeOf(table, structure);
  if (table.kind === "f")
    return { ...shape, exact: false, columns: columns.map((column) => columnOf(column)), unread: "foreign table" };
  if (!table.readable)
    return {
      ...shape,
      ...estimate(table),
      columns: columns.map((column) => columnOf(column)),
      unread: "permission denied",
    };
  const counted = await inSavepoint(client, () => countRows(client, table, options.exact));
  const rows = counted.result ?? estimate(table);
  const sampling = { rows: options.sample, of: rows.rows };
  const sampled = await inSavepoint(client, () => sampleTable(client, table, columns, sampling, server));
  const newest = await inSavepoint(client, () => newestRow(client, table, columns, structure, rows.rows));
  const unread = counted.failure ?? sampled.failure;
  return {
    ...shape,
    ...rows,
    ...(newest.result === undefined ? {} : { newest: newest.result }),
    columns: columns.map((column) => columnOf(column, sampled.result?.get(column.name))),
    ...(unread === undefined ? {} : { unread }),
  };
}

function shapeOf(
  table: TableRow,
  structure: Structure,
): Pick<TableProfile, "schema" | "name" | "kind" | "constraints" | "indexes"> {
  return {
    schema: table.schema,
    name: table.name,
    kind: KINDS[table.kind],
    constraints: (structure.constraints.get(table.oid) ?? []).map(({ definition }) => constraintText(definition)),
    indexes: (structure.indexes.get(table.oid) ?? []).map(indexText).sort(),
  };
}

function constraintText(definition: string): string {
  return withoutLiterals(definition.replace(/^[A-Z ]+(?= \(|$)/, (kind) => kind.toLowerCase()));
}

function indexText({ unique, method, columns, predicate }: IndexRow): string {
  const where = predicate === null ? "" : ` where ${predicate}`;
  return withoutLiterals(`${unique ? "unique " : ""}${method} (${columns.join(", ")})${where}`);
}

function columnOf(column: ColumnRow, statistics?: ColumnStatistics): ColumnProfile {
  return {
    name: column.name,
    type: column.type,
    nullable: column.nullable,
    default: defaultOf(column),
    ...(statistics === undefined ? {} : { statistics }),
  };
}

function defaultOf({ default: expression, identity, generated }: ColumnRow): string {
  if (identity !== "") return "identity";
  if (generated !== "") return `generated: ${withoutLiterals(expression ?? "")}`;
  if (expression === null) return "none";
  return expression.startsWith("nextval(") ? "sequence" : withoutLiterals(expression);
}

type Rows = Pick<TableProfile, "rows" | "exact">;

/** A table that was never analysed has no estimate; it is counted, within the statement's time. */
async function countRows(client: Client, table: TableRow, exact: boolean): Promise<Rows> {
  if (!exact && table.rows >= 0) return estimate(table);
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::float8 AS n FROM ${qualified(table)}`);
  return { rows: rows[0]?.n ?? 0, exact: true };
}

function estimate(table: TableRow): Rows {
  return table.rows < 0 ? { exact: false } : { rows: twoDigits(table.rows), exact: false };
}

const NEWEST = [/^(updated|modified|changed)/i, /^(created|inserted|added)/i, /(_at|_on|time|date)$/i];
/** Without an index the whole table is read, which is all right up to here. */
const SCANNABLE = 200_000;

async function newestRow(
  client: Client,
  table: TableRow,
  columns: readonly ColumnRow[],
  structure: Structure,
  rows: number | undefined,
): Promise<TableProfile["newest"]> {
  const indexed = new Set((structure.indexes.get(table.oid) ?? []).map(({ leading }) => leading));
  const cheap = (column: ColumnRow): boolean => indexed.has(column.name) || (rows ?? Infinity) <= SCANNABLE;
  const moments = columns.filter((column) => column.readable && natureOf(column) === "moment" && cheap(column));
  const column = NEWEST.flatMap((pattern) => moments.filter(({ name }) => pattern.test(name)))[0];
  if (column === undefined) return undefined;
  const age = `extract(epoch FROM now() - max(${quoted(column.name)})::timestamptz) / 86400`;
  const { rows: found } = await client.query<{ age: number | null }>(
    `SELECT (${age})::float8 AS age FROM ${qualified(table)} WHERE isfinite(${quoted(column.name)}) AND ${quoted(column.name)} <= now()`,
  );
  const days = found[0]?.age;
  return typeof days === "number" ? { column: column.name, ageDays: Math.round(days * 10) / 10 } : undefined;
}

const FAILURES: Readonly<Record<string, string>> = {
  "42501": "permission denied",
  "57014": "took too long",
  "55P03": "locked",
};

interface Attempt<T> {
  readonly result?: T;
  readonly failure?: string;
}

/** One statement's failure must not end the transaction; a lost connection does, and is thrown on. */
async function inSavepoint<T>(client: Client, work: () => Promise<T>): Promise<Attempt<T>> {
  await client.query("SAVEPOINT one");
  try {
    const result = await work();
    await client.query("RELEASE SAVEPOINT one");
    return { result };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith("08") || code.startsWith("57P"))
      throw error;
    await client.query("ROLLBACK TO SAVEPOINT one");
    return { failure: FAILURES[code] ?? `failed with code ${code}` };
  }
}

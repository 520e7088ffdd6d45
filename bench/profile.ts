/* Profiles a real PostgreSQL of 200 tables and 10 million rows: `npx ts-node -T bench/profile.ts`. */
import { profileDatabase } from "../sources/data-profile/postgres";
import { startPostgres, whyNoPostgres } from "../scripts/postgres";
import type { TestDatabase } from "../scripts/postgres";

const TABLES = 200;
const ROWS_EACH = 50_000;

/** Ten columns of the kinds that real tables have, filled in the database. */
function tableSql(at: number): string {
  const table = `t${String(at)}`;
  return `CREATE TABLE ${table} (id bigserial PRIMARY KEY, customer int, email text, name text, phone text,
      status varchar(20), total numeric(12,2), active boolean, payload jsonb, updated_at timestamptz);
    INSERT INTO ${table} (customer, email, name, phone, status, total, active, payload, updated_at)
    SELECT i % 5000, 'user' || i || '@mail' || i % 9 || '.net', 'Anna Meier', '+49 170 ' || (1000000 + i),
      (ARRAY['new','paid','sent','done'])[1 + i % 4], i % 977, i % 3 = 0, jsonb_build_object('n', i),
      now() - i * interval '1 minute' FROM generate_series(1, ${String(ROWS_EACH)}) i`;
}

async function fill(database: TestDatabase): Promise<void> {
  for (let at = 0; at < TABLES; at++) await database.run(tableSql(at));
}

async function measure(database: TestDatabase, exact: boolean): Promise<void> {
  const options = { sample: 2000, exact, statementMs: 10_000, connectMs: 5000, totalMs: 300_000 };
  const began = performance.now();
  const profile = await profileDatabase(database.url(), options, new Date(), () => undefined);
  const seconds = (performance.now() - began) / 1000;
  const rows = profile.tables.reduce((sum, table) => sum + (table.rows ?? 0), 0);
  const memory = process.resourceUsage().maxRSS / 1024;
  const label = exact ? "exact" : "estimated";
  console.log(
    `${label}: ${String(profile.tables.length)} tables, ${String(rows)} rows in ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB at most`,
  );
}

async function main(): Promise<void> {
  const why = whyNoPostgres();
  if (why !== undefined) {
    console.log(`not measured: ${why}`);
    return;
  }
  const database = await startPostgres();
  try {
    await fill(database);
    await measure(database, false);
    await database.run("ANALYZE");
    await measure(database, false);
    await measure(database, true);
  } finally {
    await database.stop();
  }
}

void main();

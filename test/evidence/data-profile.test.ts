import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { Comparison } from "../../core/model/comparison";
import { dataParity } from "../../policies/data-parity";
import { profileDatabase } from "../../sources/data-profile/postgres";
import { inReadOnlySnapshot } from "../../sources/data-profile/postgres/connect";
import type { DataProfile, TableProfile } from "../../sources/data-profile/profile";
import { parseEvidence } from "../../sources/evidence";
import { readText } from "../../sources/state/file";
import { readKind } from "../../sources/evidence/documents";
import { evidenceStack } from "../../sources/evidence/resource";
import { isRawMap } from "../../sources/state/shape";
import { compareDocuments } from "./compare";
import { freePort, runSql, startPostgres, whyNoPostgres } from "../../scripts/postgres";
import type { TestDatabase } from "../../scripts/postgres";

const OPTIONS = { sample: 2000, exact: false, statementMs: 5000, connectMs: 2000, totalMs: 60_000 };
const profileOf = (url: string, options = OPTIONS): Promise<DataProfile> =>
  profileDatabase(url, options, new Date(), () => undefined);

describe("a data profile of a real PostgreSQL", function () {
  this.timeout(120_000);
  let database: TestDatabase;
  const stop = { server: () => Promise.resolve() };
  let production: DataProfile;

  before(async function () {
    const why = whyNoPostgres();
    if (why !== undefined) {
      this.test!.title += ` (skipped: ${why})`;
      this.skip();
    }
    database = await startPostgres();
    stop.server = () => database.stop();
    for (const name of ["production", "staging"]) await runSql(database.url(), `CREATE DATABASE ${name}`);
    await database.run(SHOP, "production");
    await database.run(customers(5000, "real"), "production");
    production = await profileOf(database.url("production"));
  });
  after(() => stop.server());

  it("tells structure, counts and shapes", () => {
    const table = tableNamed(production, "customers");
    assert.equal(table.rows, 5000);
    assert.deepEqual(
      table.indexes,
      [
        "btree (lower(email)) where (status = ?::public.mood) #0156c362",
        "unique btree (email)",
        "unique btree (id)",
      ].map((text) => text),
    );
    assert.deepEqual(
      table.constraints.filter((text) => !text.startsWith("check")),
      ["primary key (id)", "unique (email)"],
    );
    const column = (name: string) => table.columns.find((one) => one.name === name)!;
    assert.equal(column("id").default, "sequence");
    assert.equal(column("total").type, "numeric(10,2)");
    assert.equal(column("email").statistics!.formats!.email, 1);
    assert.equal(column("email").statistics!.cardinality, "unique");
    assert.equal(column("phone").statistics!.formats!.phone, 1);
    assert.equal(column("full_name").statistics!.formats!.name, 1);
    assert.equal(column("segment").statistics!.cardinality, "low");
    assert.ok(Math.abs(column("note").statistics!.nullShare - 2 / 3) < 0.01);
    assert.ok(Math.abs(column("segment").statistics!.topShare! - 0.25) < 0.02);
    assert.ok(table.newest!.ageDays < 1);
    assert.match(production.server.version, /^\d+\.\d+$/);
    assert.equal(production.server.settings.server_encoding, "UTF8");
  });

  it("holds no value of the database, in the profile or in what is made of it", async () => {
    const values = await valuesIn(database.url("production"));
    const literals = ["happysecret", "sadsecret", "literal-default", "4711.25", "plum"];
    const empty = { ...production, tables: production.tables.map((table) => ({ ...table, columns: [] })) };
    const texts = [JSON.stringify(production), JSON.stringify(comparisonOf(production, empty).divergences)];
    assert.ok(values.length > 20_000);
    const leaked = [...values, ...literals].filter((value) => texts.some((text) => text.includes(value)));
    assert.deepEqual(leaked, []);
  });

  it("counts what was never analysed, and every row when asked to", async () => {
    await runSql(database.url(), "CREATE DATABASE counted");
    await database.run("CREATE TABLE fresh (a int); INSERT INTO fresh SELECT generate_series(1, 1234)", "counted");
    const fresh = tableNamed(await profileOf(database.url("counted")), "fresh");
    assert.deepEqual([fresh.rows, fresh.exact], [1234, true]);
    await database.run("ANALYZE fresh", "counted");
    const estimated = tableNamed(await profileOf(database.url("counted")), "fresh");
    assert.deepEqual([estimated.rows, estimated.exact], [1200, false]);
    const exact = tableNamed(await profileOf(database.url("counted"), { ...OPTIONS, exact: true }), "fresh");
    assert.deepEqual([exact.rows, exact.exact], [1234, true]);
  });

  it("reads odd names, many schemas and every kind of type", async () => {
    await runSql(database.url(), "CREATE DATABASE odd");
    await database.run(
      `CREATE SCHEMA "We""ird.Ünï"; CREATE TABLE "We""ird.Ünï"."Tab.le""s" ("Col ""q" int, j jsonb, arr text[],
      b bytea, ts timestamp, d date, x inet, u uuid, bo bool, p point, r int4range, iv interval, m money, o oid, xm xml, bi bit(3));
      INSERT INTO "We""ird.Ünï"."Tab.le""s" VALUES (1, '{"a":1}', ARRAY['x'], '\\x00', now(), 'infinity', '10.0.0.1',
        gen_random_uuid(), true, '(1,2)', '[1,2)', '1 day', 5, 1, '<a/>', B'101');
      INSERT INTO "We""ird.Ünï"."Tab.le""s" DEFAULT VALUES;
      ${Array.from({ length: 60 }, (_, at) => `CREATE SCHEMA s${String(at)}; CREATE TABLE s${String(at)}.t (a int);`).join("\n")}`,
      "odd",
    );
    const profile = await profileOf(database.url("odd"));
    assert.equal(profile.tables.length, 61);
    assert.deepEqual(
      profile.tables.filter(({ unread }) => unread !== undefined),
      [],
    );
    const names = resourcesOf(profile).map(({ name }) => name);
    assert.ok(names.includes('"We""ird.Ünï"."Tab.le""s"."Col ""q"'));
    assert.equal(new Set(names).size, names.length);
  });

  it("says which tables may not be read, and profiles the rest", async () => {
    await database.run(
      "CREATE TABLE hidden (a text); CREATE ROLE low LOGIN; GRANT SELECT (id, segment) ON customers TO low",
      "production",
    );
    const profile = await profileOf(database.url("production", "low"));
    assert.equal(tableNamed(profile, "hidden").unread, "permission denied");
    const read = tableNamed(profile, "customers").columns.filter(({ statistics }) => statistics !== undefined);
    assert.deepEqual(
      read.map(({ name }) => name),
      ["id", "segment"],
    );
    await database.run("DROP TABLE hidden", "production");
  });

  it("cannot change anything", async () => {
    const write = (client: Client) => client.query("CREATE TABLE written (a int)");
    await assert.rejects(inReadOnlySnapshot(database.url("production"), OPTIONS, write), /code 25006/);
  });

  it("ends in time, with what it has", async () => {
    const profile = await profileOf(database.url("production"), { ...OPTIONS, totalMs: 0 });
    assert.ok(profile.tables.every(({ unread, columns }) => unread === "not reached in time" && columns.length > 0));
    await runSql(database.url(), "CREATE DATABASE busy");
    await database.run("CREATE TABLE locked (a int)", "busy");
    const locker = new Client(database.url("busy"));
    await locker.connect();
    await locker.query("BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE");
    const busy = await profileOf(database.url("busy"), { ...OPTIONS, statementMs: 500 });
    await locker.end();
    assert.match(tableNamed(busy, "locked").unread!, /locked|took too long/);
  });

  it("shows staging's tiny and live data against production's", async () => {
    await database.run(SHOP.replace("status mood", "state mood").replace("status = ", "state = "), "staging");
    await database.run(customers(50, "real").replaceAll("status", "state"), "staging");
    const found = comparisonOf(await profileOf(database.url("staging")), production).divergences.map(described);
    assert.ok(found.includes("changed public.customers rows"), found.join("\n"));
    assert.ok(found.includes("missing public.customers.status"));
    assert.ok(found.includes("extra public.customers.state"));
    assert.ok(!found.some((line) => line.includes("nullShare")), "fifty rows say nothing of shares");
  });

  it("finds nothing between two that are alike", async () => {
    const again = await profileOf(database.url("production"));
    assert.deepEqual(comparisonOf(again, production).divergences.map(described), []);
  });

  describe("masking", () => {
    const findings = (staging: DataProfile, masked: readonly string[]) =>
      dataParity.find!(comparisonOf(staging, production, masked), { now: new Date() }).map(
        ({ symbolicName, values }) => `${symbolicName}: ${typeof values.subject === "string" ? values.subject : ""}`,
      );

    it("must be declared", () => {
      assert.deepEqual(findings(production, []).sort(), [
        "public.customers.email: not declared masked",
        "public.customers.full_name: not declared masked",
        "public.customers.phone: not declared masked",
      ]);
    });

    it("must show in the data", () => {
      const all = ["customers.email", "customers.full_name", "customers.phone"];
      assert.equal(findings(production, all).length, 3);
    });

    it("is believed where the data looks masked", async () => {
      await runSql(database.url(), "CREATE DATABASE masked");
      await database.run(SHOP, "masked");
      await database.run(customers(5000, "masked"), "masked");
      const masked = await profileOf(database.url("masked"));
      assert.deepEqual(findings(masked, ["customers.*"]), []);
    });
  });
});

describe("a database that cannot be profiled", () => {
  let silent: Server;
  before(
    (done) =>
      void (silent = createServer((socket) => void socket.resume().on("error", () => undefined)).listen(
        0,
        "127.0.0.1",
        done,
      )),
  );
  after((done) => void silent.close(done));

  const refusal = async (url: string): Promise<string> => {
    try {
      await profileOf(url, { ...OPTIONS, connectMs: 300 });
    } catch (error) {
      assert.ok(error instanceof Error);
      return `${error.name}: ${error.message} (${String(Reflect.get(error, "place"))})`;
    }
    return "";
  };

  it("refuses", async () => {
    const port = String(await freePort());
    assert.equal(
      await refusal(`postgres://me:geheim@127.0.0.1:${port}/x`),
      `ReadError: the connection was refused; is the server running there? (postgres://127.0.0.1:${port}/x)`,
    );
  });

  it("hangs", async () => {
    const address = silent.address();
    assert.ok(typeof address === "object" && address !== null);
    assert.match(
      await refusal(`postgres://me:geheim@127.0.0.1:${String(address.port)}/x`),
      /^ReadError: the server did not answer in time \(postgres:\/\/127/,
    );
  });

  it("is of another kind", async () => {
    assert.match(await refusal("mysql://localhost/x"), /^UsageError: only PostgreSQL can be profiled/);
    assert.match(await refusal("not a url"), /^UsageError/);
  });
});

describe("a document of a data profile", () => {
  it("is told from a state by what it holds", () => {
    const file = join(folder, "staging.data.json");
    writeFileSync(file, JSON.stringify(minimal));
    assert.deepEqual(
      parseEvidence(readText(file), file)?.resources.map(({ type }) => type),
      ["parity:data:Database"],
    );
  });

  const folder = mkdtempSync(join(tmpdir(), "parity-profile-"));
  after(() => rmSync(folder, { recursive: true }));
  const minimal = {
    schema: "parity-data-profile/1",
    profiledAt: "2026-01-01T00:00:00Z",
    server: { kind: "postgresql", version: "15.4" },
    tables: [],
  };

  for (const [what, document, message] of [
    ["a newer format", { ...minimal, schema: "parity-data-profile/2" }, /newer format \(parity-data-profile\/2\)/],
    ["another kind of database", { ...minimal, server: { kind: "mysql" } }, /is a profile of mysql; only PostgreSQL/],
    ["a table without a name", { ...minimal, tables: [{}] }, /tables\[0\]\.name should be a text/],
    [
      "rows that are no number",
      { ...minimal, tables: [{ name: "t", kind: "table", rows: "many" }] },
      /tables\[0\]\.rows should be a number/,
    ],
  ] as const) {
    it(`says what is wrong with ${what}`, () => {
      writeFileSync(join(folder, "a.json"), JSON.stringify(document));
      assert.throws(
        () =>
          readKind(
            "data",
            document,
            { owner: { project: "p", stack: "s" }, environment: undefined, masked: [] },
            "a.json",
          ),
        message,
      );
    });
  }
});

const SHOP = `
  CREATE TYPE mood AS ENUM ('happysecret', 'sadsecret');
  CREATE TABLE customers (id bigserial PRIMARY KEY, email text UNIQUE NOT NULL, full_name text, phone varchar(30),
    status mood DEFAULT 'happysecret', note text DEFAULT 'literal-default', total numeric(10,2) CHECK (total <> 4711.25),
    segment text, updated_at timestamptz DEFAULT now());
  CREATE INDEX ON customers (lower(email)) WHERE status = 'sadsecret';`;

/** Every value is long enough that finding it elsewhere would be no accident. */
function customers(rows: number, kind: "real" | "masked"): string {
  const email = kind === "real" ? "'customer' || i || '@corp' || i % 7 || '.de'" : "md5(i::text) || '@example.com'";
  const name =
    kind === "real"
      ? "(ARRAY['Anna','Berta','Cesar'])[1 + i % 3] || ' ' || initcap(translate(md5(i::text), '0123456789', 'ghijklmnop'))"
      : "'redacted-' || i";
  const phone = kind === "real" ? "'+49 170 ' || (1000000 + i)" : "'masked-' || i";
  return `INSERT INTO customers (email, full_name, phone, status, note, total, segment, updated_at)
    SELECT ${email}, ${name}, ${phone}, 'happysecret', CASE WHEN i % 3 = 0 THEN 'note-of-' || i END, 10000 + i,
      (ARRAY['plum','peach','grape','cherry'])[1 + i % 4], now() - i * interval '1 minute'
    FROM generate_series(1, ${String(rows)}) i; ANALYZE customers`;
}

function tableNamed(profile: DataProfile, name: string): TableProfile {
  return profile.tables.find((table) => table.name === name)!;
}

function resourcesOf(profile: DataProfile, masked: readonly string[] = []) {
  const document: unknown = JSON.parse(JSON.stringify(profile));
  assert.ok(isRawMap(document));
  return readKind(
    "data",
    document,
    { owner: { project: "shop", stack: "x" }, environment: undefined, masked },
    "profile.json",
  ).resources;
}

function comparisonOf(subject: DataProfile, reference: DataProfile, masked: readonly string[] = []): Comparison {
  const stack = (name: string, profile: DataProfile) =>
    evidenceStack({ project: "shop", stack: name }, name, resourcesOf(profile, masked));
  return compareDocuments({ subject: stack("staging", subject), reference: stack("production", reference) });
}

function described({ kind, subject, reference, key }: Comparison["divergences"][number]): string {
  return `${kind} ${(reference ?? subject)!.name} ${key ?? ""}`.trim();
}

/** Every value of every row, as text, but for numbers so short that they could be anything. */
async function valuesIn(url: string): Promise<readonly string[]> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<{ value: string }>(
    "SELECT v.value FROM customers c, jsonb_each_text(to_jsonb(c)) v WHERE v.value IS NOT NULL",
  );
  await client.end();
  return [...new Set(rows.map(({ value }) => value))].filter((value) => !/^\d{1,4}$/.test(value));
}

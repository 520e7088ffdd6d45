import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { main } from "../../cli/main";
import { FORMATS } from "../../reporters";
import { runSql, startPostgres, whyNoPostgres } from "../../scripts/postgres";
import type { TestDatabase } from "../../scripts/postgres";

/** Literals of the schema: each stands where PostgreSQL shows it to whoever reads the catalogue. */
const LITERALS = {
  label: "enumlabelquince",
  other: "enumlabelmedlar",
  default: "defaultvaluerowan",
  check: "checkvaluesorrel",
  domain: "domainvaluetansy",
  predicate: "predicatevalueyarrow",
  generated: "generatedvaluebryony",
  bound: "boundvaluecomfrey",
  expression: "expressionvaluefennel",
  comment: "commentvaluelovage",
  number: "918273645",
};

const SCHEMA = `
  CREATE TYPE mood AS ENUM ('${LITERALS.label}', '${LITERALS.other}');
  CREATE DOMAIN code AS text CHECK (VALUE <> '${LITERALS.domain}');
  CREATE TABLE people (id bigint PRIMARY KEY, email text, full_name text, phone text, iban text, mood mood,
    code code DEFAULT '${LITERALS.default}', balance numeric(14,2) CHECK (balance <> ${LITERALS.number}), tags text[],
    profile jsonb, token uuid, note text CHECK (note <> '${LITERALS.check}'), address inet, born timestamptz,
    shown text GENERATED ALWAYS AS (note || '${LITERALS.generated}') STORED);
  CREATE INDEX ON people (email) WHERE note = '${LITERALS.predicate}';
  CREATE INDEX ON people ((note || '${LITERALS.expression}'));
  COMMENT ON TABLE people IS '${LITERALS.comment}';
  CREATE TABLE events (kind text, at int) PARTITION BY LIST (kind);
  CREATE TABLE events_one PARTITION OF events FOR VALUES IN ('${LITERALS.bound}');
  CREATE MATERIALIZED VIEW lately AS SELECT email, note FROM people WHERE note <> '${LITERALS.check}';`;

/** Every value is long and of its own kind: finding it elsewhere is no accident. */
const ROWS = `
  INSERT INTO people (id, email, full_name, phone, iban, mood, code, balance, tags, profile, token, note, address, born)
  SELECT 730000000000 + i, 'person.' || i || '@corp' || i % 7 || '.de', 'Anna ' || initcap(translate(md5(i::text), '0123456789', 'ghijklmnop')),
    '+49 170 ' || (71000000 + i), 'DE44' || (500105170000000000 + i), '${LITERALS.label}', 'code-of-' || i, 81234500.25 + i,
    ARRAY['tagvalue-' || i], jsonb_build_object('secretvalue', 'jsonvalue-' || i), md5('t' || i)::uuid, 'noteofperson-' || i,
    ('10.' || i % 200 || '.' || i % 250 || '.77')::inet, timestamptz '2011-02-03 04:05:06.789' + i * interval '61 minutes 7 seconds'
  FROM generate_series(1, N) i;
  INSERT INTO events SELECT '${LITERALS.bound}', i FROM generate_series(1, N) i;
  REFRESH MATERIALIZED VIEW lately; ANALYZE`;

describe("values of a database", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "parity-leaks-"));
  const servers: TestDatabase[] = [];
  let values: readonly string[] = [];

  before(async function () {
    const why = whyNoPostgres();
    if (why !== undefined) {
      this.test!.title += ` (skipped: ${why})`;
      this.skip();
    }
    const database = await startPostgres();
    servers.push(database);
    mkdirSync(join(folder, "evidence"));
    for (const [name, rows] of [
      ["production", 1500],
      ["staging", 40],
    ] as const) {
      await runSql(database.url(), `CREATE DATABASE ${name}`);
      await database.run(SCHEMA, name);
      await database.run(ROWS.replaceAll("N)", `${String(rows)})`), name);
    }
    await database.run(
      `ALTER TABLE people DROP COLUMN iban; ALTER TABLE people ALTER note SET DEFAULT '${LITERALS.other}'`,
      "staging",
    );
    values = [...(await valuesIn(database.url("production"))), ...Object.values(LITERALS)];
    writeFileSync(join(folder, "parity.yaml"), PARITY_YAML);
  });
  after(async () => {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true });
  });

  const run = async (...args: readonly string[]): Promise<string> => {
    const said: string[] = [];
    const output = { write: (text: string) => void said.push(text), isTerminal: false, columns: 100, color: false };
    await main(args, { stdout: output, stderr: output, cwd: folder, env: {}, now: new Date() });
    return said.join("");
  };
  const leaked = (texts: readonly string[]): readonly string[] =>
    values.filter((value) => texts.some((text) => text.includes(value)));

  for (const name of ["production", "staging"]) {
    it(`are not in the profile of ${name}, nor in what the command says`, async () => {
      const out = `evidence/${name}.data.json`;
      const said = await run("profile", servers[0]!.url(name), "--out", out, "--exact");
      const profile = readFileSync(join(folder, out), "utf8");
      assert.match(profile, /"name": "people"/);
      assert.ok(values.length > 15_000, String(values.length));
      assert.equal(leaked([`${profile}${values[0]!}`]).length, 1, "the scan itself finds what is there");
      assert.deepEqual(leaked([said, profile]), []);
    });
  }

  for (const config of [
    ["--config", "parity.yaml"],
    ["--preset", "strict"],
  ]) {
    it(`are in no report of any format, judged by ${config.join(" ")}`, async () => {
      const sides = ["--subject", "evidence/staging.data.json", "--reference", "evidence/production.data.json"];
      const out = `reports-${config[1]!}`;
      const said = await run("audit", ...sides, ...config, "--format", FORMATS.join(), "--out", out);
      const reports = readdirSync(join(folder, out)).map((name) => readFileSync(join(folder, out, name), "utf8"));
      assert.equal(reports.length, FORMATS.length);
      for (const report of reports) assert.match(report, /people/);
      assert.deepEqual(leaked([said, ...reports]), []);
    });
  }

  it("are in no explanation", async () => {
    const sides = ["--subject", "evidence/staging.data.json", "--reference", "evidence/production.data.json"];
    const urn = "urn:pulumi:staging::evidence::parity:data:Column::public.people.note";
    const said = await run("explain", urn, "default", ...sides, "--config", "parity.yaml");
    assert.match(said, /default/);
    assert.deepEqual(leaked([said]), []);
  });
});

const PARITY_YAML = `extends: [standard]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
evidence: { data: { path: "evidence/{stack}.data.json", masked: ["people.email", "*.phone"] } }
`;

/** Every value of every row of people, elements of lists and members of documents too; but for short ones. */
async function valuesIn(url: string): Promise<readonly string[]> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<{ value: string }>(
    `SELECT DISTINCT v.value FROM people p, jsonb_each_text(to_jsonb(p)) v WHERE length(v.value) > 6
     UNION SELECT unnest(tags) FROM people UNION SELECT profile ->> 'secretvalue' FROM people`,
  );
  await client.end();
  return rows.map(({ value }) => value);
}

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parity } from "../cli/run";
import { exportOf } from "./shop";

const DB = "aws:rds/instance:Instance::orders";
const PARITY_YAML = `# Of the platform team
extends: strict
environments:
  staging: { stacks: "*/staging", reference: production } # judged
  production: { stacks: "*/production" }
waivers:
  # agreed on in spring
  - { id: old, project: shop, on: "aws:s3/*", property: acl, reason: r, owner: o, expires: 2027-03-01 }
tolerances: []
`;

describe("parity waive", () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "parity-waive-"));
    writeFileSync(join(cwd, "parity.yaml"), PARITY_YAML);
    writeFileSync(join(cwd, "staging.json"), exportOf("staging", { [DB]: { multiAz: false } }));
    writeFileSync(join(cwd, "production.json"), exportOf("production", { [DB]: { multiAz: true } }));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const run = (args: readonly string[], own: Readonly<Record<string, string>> = {}) =>
    parity(args, { cwd, env: { XDG_CACHE_HOME: join(cwd, "cache"), ...own } });
  const SIDES = ["--subject", "staging.json", "--reference", "production.json"];
  const WORDS = ["--reason", "single zone until the Q1 budget", "--owner", "platform", "--expires", "2027-01-31"];
  const printed = async () => {
    const { code, stdout } = await run(["audit", ...SIDES]);
    assert.equal(code, 1, stdout);
    return /parity (waive [0-9a-f]{12})/.exec(stdout)?.[1]?.split(" ") ?? [];
  };

  it("works as an audit prints it: it knows which stacks were meant, and asks for the words", async () => {
    const asPrinted = await printed();
    const { code, stderr } = await run(asPrinted);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^parity: --reason and --owner are missing: say why multiAz of orders \(aws:rds\/instance:Instance\) is accepted, and who answers for it: parity waive [0-9a-f]{12} --reason "…" --owner "…"\n$/,
    );
    const waived = await run([...asPrinted, ...WORDS]);
    assert.equal(waived.code, 0, waived.stderr);
    const again = await run(["audit", ...SIDES]);
    assert.equal(again.code, 0, again.stdout);
    assert.match(again.stdout, /1 waived/);
  });

  it("keeps the file's comments and order, and holds the values as they are", async () => {
    const [, id = ""] = await printed();
    await run(["waive", id, ...WORDS, "--ticket", "OPS-512"]);
    const entry = `  - id: ${/^\d+$/.test(id) ? `"${id}"` : id}
    project: shop
    environment: staging
    on: aws:rds/instance:Instance::orders
    property: multiAz
    change: changed
    accepted:
      - false
      - true
    reason: single zone until the Q1 budget
    owner: platform
    ticket: OPS-512
    expires: 2027-01-31
`;
    const expected = PARITY_YAML.replace("tolerances: []", `${entry}tolerances: []`);
    assert.equal(readFileSync(join(cwd, "parity.yaml"), "utf8"), expected);
  });

  it("finds it in a report that came from elsewhere", async () => {
    const [, id = ""] = await printed();
    await run(["audit", ...SIDES, "--format", "json,markdown", "--out", "reports"]);
    const elsewhere = { XDG_CACHE_HOME: join(cwd, "nothing") };
    const named = await run(["waive", id, ...WORDS, "--report", "reports/parity.json", "--dry-run"], elsewhere);
    assert.equal(named.code, 0, named.stderr);
    const found = await run(["waive", id, ...WORDS, "--dry-run"], { ...elsewhere, PARITY_REPORT: "reports" });
    assert.equal(found.stdout, named.stdout);
    assert.match(named.stdout, /property: multiAz/);
  });

  it("says what to add where nobody knows the id here", async () => {
    const { code, stderr } = await run(["waive", "0123456789ab", ...WORDS]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^parity: 0123456789ab was shown by no audit or preview on this machine lately, and there is no Pulumi\.yaml here that would name a project; name the two stacks: parity waive 0123456789ab --subject <file or stack:name> .*--report parity\.json\n$/,
    );
    const named = await run(["waive", "0123456789ab", ...SIDES, ...WORDS]);
    assert.match(named.stderr, /these two stacks have no divergence 0123456789ab/);
  });

  it("does not waive twice, nor for a day that is over", async () => {
    const [, id = ""] = await printed();
    await run(["waive", id, ...WORDS]);
    assert.match((await run(["waive", id, ...WORDS])).stderr, /parity\.yaml:9: waiver [0-9a-f]{12} stands already/);
    const over = await run(["waive", id, ...WORDS, "--expires", "2026-01-31"]);
    assert.equal(over.code, 2);
  });
});

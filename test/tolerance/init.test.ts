import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { parity } from "../cli/run";
import { exportOf, type Sketch } from "./shop";

const FUNCTION = "aws:lambda/function:Function";

/** Staging has one database instance where production has a cluster, and less of some things. */
const database = (engineVersion: string): Sketch => ({
  "aws:rds/instance:Instance::staging-postgres": {
    engine: "postgres",
    engineVersion,
    storageEncrypted: true,
    allocatedStorage: 20,
  },
});
const SUBJECT: Sketch = {
  ...database("15.4"),
  ...functions([1, 2, 3, 4, 5]),
  "aws:ec2/securityGroup:SecurityGroup::web": {
    description: "d",
    ingress: [{ fromPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
  },
};
const REFERENCE: Sketch = {
  "aws:rds/cluster:Cluster::production-aurora": {
    engine: "aurora-postgresql",
    engineVersion: "15.4",
    storageEncrypted: true,
  },
  "aws:rds/clusterInstance:ClusterInstance::production-aurora-0": {
    instanceClass: "db.r6g.large",
    engine: "aurora-postgresql",
  },
  ...functions([10, 20, 30, 40, 55]),
  "aws:ec2/securityGroup:SecurityGroup::web": {
    description: "d",
    ingress: [{ fromPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
  },
};

function functions(timeouts: readonly number[]): Sketch {
  return Object.fromEntries(timeouts.map((timeout, at) => [`${FUNCTION}::worker-${"abcde"[at] ?? ""}`, { timeout }]));
}

describe("parity init", () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "parity-init-"));
    write(SUBJECT);
    writeFileSync(join(cwd, "production.json"), exportOf("production", REFERENCE));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const write = (subject: Sketch) => writeFileSync(join(cwd, "staging.json"), exportOf("staging", subject));
  const SIDES = ["--subject", "staging.json", "--reference", "production.json"];
  const run = (command: string, ...own: readonly string[]) => parity([command, ...SIDES, ...own], { cwd });
  const written = () => readFileSync(join(cwd, "parity.yaml"), "utf8");

  it("learns what stands for what, and still judges what both have", async () => {
    assert.equal((await run("init")).code, 0);
    const { substitutes, tolerances } = parse(written()) as Record<string, readonly Record<string, unknown>[]>;
    assert.deepEqual(substitutes, [
      {
        name: "rds",
        staging: ["aws:rds/instance:Instance::{env}-postgres"],
        production: [
          "aws:rds/cluster:Cluster::{env}-aurora",
          "aws:rds/clusterInstance:ClusterInstance::{env}-aurora-0",
        ],
        compare: { engine: "engine", engineVersion: "engineVersion", storageEncrypted: "storageEncrypted" },
        reason: "review: do they serve one purpose?",
      },
    ]);
    assert.ok((tolerances ?? []).length > 0);
    assert.equal((await run("audit")).code, 0);
    write({ ...SUBJECT, ...database("13.9") });
    const later = await run("audit");
    assert.equal(later.code, 1, later.stdout);
    assert.match(later.stdout, /engineVersion/);
  });

  it("says many numbers of one property as their bounds, each rule with its evidence above", async () => {
    await run("init");
    assert.match(
      written(),
      /# worker-a \(aws:lambda\/function:Function\): timeout is 1, production has 10\n(?: {2}# .*\n){4} {2}- on: aws:lambda\/function:Function\n {4}property: timeout\n {4}allow: \{ ratio: \{ min: 0.09, max: 0.1 \} \}\n/,
    );
    write({ ...SUBJECT, ...functions([1, 2, 3, 4, 50]) });
    assert.equal((await run("audit")).code, 1);
  });

  it("makes of today's divergences waivers that end one policy after the other", async () => {
    await run("init", "--ratchet", "--owner", "shop-team");
    const { enforce, waivers, tolerances, substitutes } = parse(written()) as {
      enforce: string;
      waivers: readonly { expires: string; owner: string; reason: string; id: string }[];
      tolerances?: unknown;
      substitutes?: unknown;
    };
    assert.deepEqual([enforce, tolerances, substitutes], ["introduced", undefined, undefined]);
    assert.ok(waivers.every(({ owner, reason }) => owner === "shop-team" && reason !== ""));
    assert.ok(new Set(waivers.map(({ expires }) => expires)).size > 1, "staggered");
    assert.equal((await run("audit")).code, 0);
  });

  it("prints what would change and writes nothing, and never overwrites unasked", async () => {
    const { stdout } = await run("init", "--dry-run");
    assert.equal(existsSync(join(cwd, "parity.yaml")), false);
    writeFileSync(join(cwd, "parity.yaml"), `# ours\n${stdout}`);
    assert.match((await run("init", "--dry-run")).stdout, /^- # ours\n {2}# yaml-language-server/);
    const refused = await run("init");
    assert.equal(refused.code, 2);
    assert.match(
      refused.stderr,
      /parity\.yaml is there already; --dry-run shows what would change, --force overwrites it/,
    );
    assert.match(written(), /^# ours/);
    assert.equal((await run("init", "--force")).code, 0);
    assert.match(written(), /^# ours$/m, "what people wrote is kept");
  });

  /** What a team wrote, and cannot be learned. */
  const OURS = `# Of the platform team
extends: [standard@1]
environments:
  live: { stacks: "*/production" } # what customers see
  trial: { stacks: "*/staging", reference: live }
# our own types
catalogue:
  - { on: "aws:lambda/function:Function", property: timeout, noise: true }
override: { environments: [trial] }
policies: [./no-postgres.js]
tolerances:
# agreed on in spring
- on: "aws:rds/cluster*:*"
  change: missing
  allow: any
  reason: Aurora is too dear for a trial
waivers: [{ id: ours, project: shop, on: "aws:s3/*", property: acl, reason: r, owner: o, expires: 2027-03-01 }]
`;
  const OWN = `exports.policy = { name: "no-postgres", description: "d", cause: "c", level: "mandatory", mend: () => "m" };\n`;

  it("learns under what people wrote, keeps it with its comments, and says so", async () => {
    writeFileSync(join(cwd, "no-postgres.js"), OWN);
    writeFileSync(join(cwd, "parity.yaml"), OURS);
    assert.equal((await run("audit")).code, 1);
    const { code, stderr } = await run("init", "--force");
    assert.equal(code, 0, stderr);
    assert.match(
      stderr,
      /^kept what cannot be learned: environments, catalogue, override, policies, 1 of tolerances, 1 of waivers$/m,
    );
    const text = written();
    for (const kept of [
      "# Of the platform team\nextends: [standard@1]",
      OURS.slice(OURS.indexOf("environments:"), OURS.indexOf("tolerances:")).replace(/\n/g, "\n+"),
      '  # agreed on in spring\n  - on: "aws:rds/cluster\\*:\\*"\n    change: missing\n    allow: any',
      "waivers:\n  - id: ours\n",
    ])
      assert.match(text, new RegExp(kept.replace(/[[\]{}()?]/g, "\\$&").replaceAll("*/", "\\*/")));
    assert.doesNotMatch(
      text,
      /timeout is|only the reference has|PARITY_OVERRIDE/,
      "what is noise or allowed is not learned",
    );
    assert.match(text, /^ {2}# staging-postgres/m, "what was not is");
    assert.equal((await run("audit")).code, 0);
    await run("init", "--force");
    assert.equal(written(), text, "the same once more");
  });

  it("writes a waiver that has expired anew, and leaves alone what stands in files of its own", async () => {
    assert.equal((await run("init", "--ratchet")).code, 0);
    const { waivers } = parse(written()) as { waivers: readonly Readonly<Record<string, string>>[] };
    const [first, second] = waivers.map(({ id = "" }) => id);
    const waiver = (id: string | undefined, expires: string) =>
      `  - { id: "${id ?? ""}", reason: budget, owner: us, expires: ${expires} }\n`;
    writeFileSync(join(cwd, "parity.yaml"), `waivers:\n${waiver(first, "2026-01-31")}`);
    mkdirSync(join(cwd, "waivers"));
    writeFileSync(join(cwd, "waivers/agreed.yaml"), `waivers:\n${waiver(second, "2027-01-31")}`);
    assert.equal((await run("init", "--ratchet", "--force")).code, 0);
    assert.equal(written().match(new RegExp(first ?? "-", "g"))?.length, 1);
    assert.doesNotMatch(written(), new RegExp(second ?? "-"));
    assert.equal((await run("audit")).code, 0);
  });

  it("drops nothing of a file that it cannot read: that is refused, with the place", async () => {
    writeFileSync(join(cwd, "parity.yaml"), "catalog: []\n");
    const { code, stderr } = await run("init", "--force");
    assert.equal(code, 2);
    assert.match(stderr, /parity\.yaml:1:1: unknown key "catalog", did you mean "catalogue"\?/);
    assert.equal(written(), "catalog: []\n");
  });
});

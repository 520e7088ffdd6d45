import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { POLICY_NAMES } from "../../core/vocabulary";
import { PROJECT_ROOT, type Diagnostic } from "./pack-host";
import { PARITY_YAML, previewOf, secret, setUpDesk, type Desk } from "./shop";

const OLDER = { database: { engineVersion: "15.4" } };

describe("what steers a run", function () {
  this.timeout(60_000);
  let desk: Desk;
  beforeEach(() => (desk = setUpDesk()));
  afterEach(() => desk.clear());

  const levels = (found: readonly Diagnostic[]) => [...new Set(found.map(({ level }) => level))];

  it("is the lower of parity.yaml and policy configuration", async () => {
    const configured = await desk.pack({ settings: { "dependency-parity": { level: "advisory" } } });
    assert.deepEqual(levels(await configured.run(previewOf("staging", OLDER))), ["advisory"]);
    desk.write("parity.yaml", `${PARITY_YAML}\ntolerances:\n  - { policy: dependency-parity, level: advisory }\n`);
    const ruled = await desk.pack();
    assert.deepEqual(levels(await ruled.run(previewOf("staging", OLDER))), ["advisory"]);
  });

  it("is policy configuration, where it gives parity.yaml as a path or as the document", async () => {
    rmSync(join(desk.folder, "parity.yaml"));
    desk.write("elsewhere/parity.yaml", PARITY_YAML.replace("production.json", "../production.json"));
    const path = await desk.pack({
      settings: { "record-inputs": { properties: { config: "elsewhere/parity.yaml" } } },
    });
    assert.deepEqual(levels(await path.run(previewOf("staging", OLDER))), ["mandatory"]);
    const document = {
      extends: ["standard"],
      environments: {
        production: { stacks: ["*/production"] },
        staging: { stacks: ["*/staging"], reference: "production" },
      },
      reference: [{ snapshot: "production.json" }],
    };
    const whole = await desk.pack({ settings: { "capacity-parity": { properties: { config: document } } } });
    assert.deepEqual(levels(await whole.run(previewOf("staging", OLDER))), ["mandatory"]);
  });

  const OLDER_AND_SMALLER = { database: { engineVersion: "16.1", instanceClass: "db.r6g.medium" } };
  const DIFFERENCES = [
    ["capacity-parity", { maxStepsDown: 0 }, "rejects", { instanceClass: "db.r6g.medium" }],
    ["capacity-parity", { family: "any" }, "allows", { instanceClass: "db.t3.small" }],
    ["capacity-parity", {}, "rejects", { instanceClass: "db.t3.small" }],
    ["dependency-parity", { maxLag: "minor" }, "allows", { engineVersion: "16.1" }],
    ["dependency-parity", {}, "rejects", { engineVersion: "16.1" }],
    ["dependency-parity", { ignoreProperties: ["engineVersion"] }, "allows", { engineVersion: "12.1" }],
    ["security-parity", { ignoreResources: ["aws:rds/*"] }, "allows", { storageEncrypted: false }],
    ["security-parity", { ignoreResources: ["aws:sqs/*"] }, "rejects", { storageEncrypted: false }],
  ] as const;
  for (const [policy, properties, what, database] of DIFFERENCES)
    it(`is ${policy} ${JSON.stringify(properties)}, which ${what} ${JSON.stringify(database)}`, async () => {
      const pack = await desk.pack({ settings: { [policy]: { properties } } });
      const found = await pack.run(previewOf("staging", { database }));
      assert.deepEqual(
        [...new Set(found.map((one) => `${one.policy} ${one.level}`))],
        {
          allows: [],
          rejects: [`${policy} mandatory`],
        }[what],
      );
    });

  it("is no knob whose value cannot be meant: that rejects, and says all of them", async () => {
    const settings = {
      "capacity-parity": { properties: { minRatio: "half" } },
      "dependency-parity": { properties: { maxLag: "minr" } },
    };
    const pack = await desk.pack({ settings });
    const found = await pack.run(previewOf("staging", OLDER_AND_SMALLER));
    assert.deepEqual(levels(found), ["mandatory"]);
    const said = found.map(({ message }) => message).join(" ");
    assert.match(said, /policy configuration of capacity-parity: minRatio is "half", but should be a number/);
    assert.match(said, /policy configuration of dependency-parity: maxLag is "minr", did you mean "minor"\?/);
  });

  it("reports what policy configuration gets wrong", async () => {
    const settings = {
      "capacity-party": { level: "advisory" as const },
      "data-parity": { properties: { confg: "x" } },
      "dependency-parity": { properties: { maxLagg: "any" } },
    };
    const pack = await desk.pack({ settings });
    const found = await pack.run(previewOf("staging"));
    assert.deepEqual(found.map(({ message }) => message).sort(), [
      'the policy configuration names capacity-party, which is no policy, did you mean "capacity-parity"?',
      'the policy configuration sets confg of data-parity, which it does not know, did you mean "config"?',
      'the policy configuration sets maxLagg of dependency-parity, which it does not know, did you mean "maxLag"?',
    ]);
  });

  it("is no broken parity.yaml: that rejects, with the place of the mistake", async () => {
    desk.write("parity.yaml", `${PARITY_YAML}\ntolerance: []\n`);
    const pack = await desk.pack();
    const found = await pack.run(previewOf("staging"));
    assert.deepEqual(levels(found), ["mandatory"]);
    assert.match(found[0]?.message ?? "", /parity\.yaml:\d+/);
    assert.doesNotMatch(found[0]?.message ?? "", /\n|at Object/);
  });

  /** What stands in parity.yaml beside the environments, and what must be said of it. */
  const BROKEN: readonly (readonly [what: string, extended: string, more: string, said: RegExp])[] = [
    [
      "a wrong CEL expression",
      "standard",
      'tolerances: [{ on: "*", allow: { cel: "subject.a >" } }]',
      /parity\.yaml:8:\d+: this CEL expression cannot be read/,
    ],
    [
      "a wrong regular expression",
      "standard",
      'tolerances: [{ on: "*", allow: { pattern: "a(" } }]',
      /parity\.yaml:8:\d+: this pattern cannot be read/,
    ],
    ["extends in a circle", "./parity.yaml", "", /parity\.yaml:2:\d+: extends in a circle/],
    ["a preset that is not there", "standrd", "", /parity\.yaml:2:\d+: .*standrd.*did you mean "standard"/],
    [
      "a wrong day",
      "standard",
      "waivers: [{ id: a, reason: r, owner: o, expires: 31.01.2027 }]",
      /parity\.yaml:8:\d+: expires is .*2027-01-31/,
    ],
    ["a tab", "standard", "tolerances:\n\t- { allow: any }", /parity\.yaml:9:\d+: .*[Tt]ab/],
  ];
  for (const [what, extended, more, said] of BROKEN)
    it(`is no parity.yaml with ${what}: that rejects, with its place, in one line and at no other policy`, async () => {
      desk.write("parity.yaml", `${PARITY_YAML.replace("standard", extended)}${more}\n`);
      const pack = await desk.pack();
      const found = await pack.run(previewOf("staging"));
      assert.deepEqual(levels(found), ["mandatory"]);
      assert.equal(found.length, 1);
      assert.match(found[0]?.message ?? "", said);
      assert.doesNotMatch(found[0]?.message ?? "", /\n|\bat \w+ \(/);
    });

  it("is a guess where there is no parity.yaml, and a guess rejects nothing", async () => {
    rmSync(join(desk.folder, "parity.yaml"));
    const pack = await desk.pack();
    assert.ok(!levels(await pack.run(previewOf("staging", OLDER))).includes("mandatory"));
    assert.match(pack.output(), /Commit this as parity\.yaml/);
  });

  it("leaves alone what nothing judges", async () => {
    const pack = await desk.pack({ stack: "production" });
    assert.deepEqual(await pack.run(previewOf("production", OLDER)), []);
    assert.match(pack.output(), /nothing judges shop\/production/);
  });

  it("is an override, only where parity.yaml permits one", async () => {
    const env = { PARITY_OVERRIDE: "INC-1234: production is down", USER: "ada" };
    const forbidden = await desk.pack({ env });
    assert.ok(levels(await forbidden.run(previewOf("staging", OLDER))).includes("mandatory"));
    desk.write("parity.yaml", `${PARITY_YAML}\noverride: { environments: [staging] }\n`);
    const permitted = await desk.pack({ env: { ...env, PARITY_REPORT: "report" } });
    const found = await permitted.run(previewOf("staging", OLDER));
    assert.deepEqual(levels(found), ["advisory"]);
    assert.ok(found.some(({ policy, message }) => policy === "waiver-hygiene" && message.includes("INC-1234")));
    const report: unknown = JSON.parse(readFileSync(join(desk.folder, "report/parity.json"), "utf8"));
    assert.match(JSON.stringify(Reflect.get(Object(report), "overrides")), /INC-1234.*ada/);
  });

  it("is recording mode, which judges nothing and keeps every secret to itself", async () => {
    const pack = await desk.pack({ env: { PARITY_RECORD: "plan.json" } });
    assert.deepEqual(await pack.run(previewOf("staging", OLDER)), []);
    const plan = readFileSync(join(desk.folder, "plan.json"), "utf8");
    assert.match(plan, /15\.4/);
    assert.doesNotMatch(plan, /password-1/);
  });

  it("is judged resource by resource in an update that asks for it", async () => {
    desk.write(
      "parity.yaml",
      PARITY_YAML.replace("reference: production }", "reference: production, judgeDuringUp: true }"),
    );
    const pack = await desk.pack({ dryRun: false });
    const database = previewOf("staging", { database: { ...OLDER.database, password: secret("open-sesame-9") } }).at(
      -1,
    );
    assert.ok(database !== undefined);
    const [found] = await pack.analyze(database);
    assert.ok(found !== undefined);
    assert.deepEqual([found.policy, found.level], ["dependency-parity", "mandatory"]);
    assert.match(found.message, /engineVersion is 15\.4 in staging, 16\.3 in production/);
  });

  it("never lets one policy's failure take the others' results", async () => {
    const folder = join(desk.folder, "own-pack");
    mkdirSync(folder);
    writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "own", version: "1.0.0", main: "index.js" }));
    symlinkSync(join(PROJECT_ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(
      join(folder, "index.js"),
      `const { PolicyPack } = require("@pulumi/policy");
const { environmentParity } = require(${JSON.stringify(join(PROJECT_ROOT, "dist/policies"))});
const broken = { name: "broken", description: "fails", cause: "none", level: "mandatory", mend: () => "", find: () => { throw new Error("no luck"); } };
new PolicyPack("own", { policies: environmentParity([broken]) });`,
    );
    assert.ok(existsSync(join(PROJECT_ROOT, "dist/policies/index.js")), "built by npm test");
    const pack = await desk.pack({ pack: folder });
    assert.deepEqual(pack.policies, ["record-inputs", ...POLICY_NAMES, "broken"]);
    const found = await pack.run(previewOf("staging", OLDER));
    assert.ok(found.some(({ policy }) => policy === "dependency-parity"));
    const failure = found.find(({ policy }) => policy === "broken");
    assert.ok(failure !== undefined);
    assert.equal(failure.level, "mandatory");
    assert.match(failure.message, /could not judge: .*no luck$/);
  });
});

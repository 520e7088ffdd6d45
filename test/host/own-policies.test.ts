import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parity } from "../cli/run";
import { OWN_POLICIES, writeOwnPack } from "./own-pack";
import type { Properties } from "./pack-host";
import { exportOf, PARITY_YAML, previewOf, secret, setUpDesk, UNKNOWN_TEXT, type Desk } from "./shop";

/** As a team writes it that thinks of unknowns and secrets, and as one that does not. */
const PATIENCE = `defineParityPolicy({
  name: "queue-patience", description: "Consumers have as long.", level: "mandatory", on: "aws:sqs/queue:Queue",
  mend: "raise visibilityTimeoutSeconds",
  judge(subject, reference, report) {
    const [ours, theirs] = [subject.visibilityTimeoutSeconds, reference.visibilityTimeoutSeconds];
    if (typeof ours !== "number" || typeof theirs !== "number") return;
    if (ours < theirs / 2) report(\`only \${ours} s, not \${theirs} s\`, { property: "visibilityTimeoutSeconds" });
  },
})`;
const CARELESS = `defineParityPolicy({
  name: "careless", description: "Nobody handles anything.", level: "mandatory", on: "aws:sqs/queue:Queue",
  judge(subject, reference, report) {
    if (subject.visibilityTimeoutSeconds === undefined) return;
    if (subject.visibilityTimeoutSeconds.toFixed(0) !== reference.visibilityTimeoutSeconds.toFixed(0))
      report("another timeout", { property: "visibilityTimeoutSeconds" });
  },
})`;
const COMPARING = `defineParityPolicy({
  name: "comparing", description: "All of it is the same.", level: "mandatory", on: "aws:sqs/queue:Queue",
  judge(subject, reference, report) {
    if (subject.visibilityTimeoutSeconds !== reference.visibilityTimeoutSeconds)
      report("another timeout", { property: "visibilityTimeoutSeconds" });
  },
})`;

describe("a policy of one's own in the policy host", function () {
  this.timeout(60_000);
  let desk: Desk;
  let pack: string;
  beforeEach(() => {
    desk = setUpDesk();
    pack = writeOwnPack(desk, `[${PATIENCE}, ${CARELESS}, ${COMPARING}]`);
  });
  afterEach(() => desk.clear());

  const OWN = ["queue-patience", "careless", "comparing"];
  const configure = (more: string) => {
    desk.write("parity.yaml", `${PARITY_YAML}policies: [${OWN_POLICIES}]\n${more}`);
  };
  const preview = async (queue: Properties, more = "") => {
    configure(`tolerances: [{ policy: configuration-parity, allow: any }]\n${more}`);
    const host = await desk.pack({ pack, env: { PARITY_REPORT: "report" } });
    const found = await host.run(previewOf("staging", { queue }));
    const report = readFileSync(join(desk.folder, "report/parity.json"), "utf8");
    return { found, report, own: ownIn(report) };
  };
  const ownIn = (report: string) => {
    const { divergences } = JSON.parse(report) as { divergences: readonly Readonly<Record<string, string>>[] };
    return divergences.filter(({ policy = "" }) => OWN.includes(policy));
  };
  const audit = async (queue: Properties, args: readonly string[] = []) => {
    desk.write("staging.json", exportOf("staging", { queue }));
    const sides = ["--subject", "staging.json", "--reference", "production.json"];
    return parity(["audit", ...sides, "--format", "json", ...args], { cwd: desk.folder });
  };

  it("reports what it finds, alike in a preview and in an audit", async () => {
    const { found, own } = await preview({ visibilityTimeoutSeconds: 20 });
    assert.deepEqual(
      found.map(({ policy, level }) => [policy, level]),
      OWN.map((policy) => [policy, "mandatory"]),
    );
    assert.match(
      found[0]?.message ?? "",
      /only 20 s, not 60 s\n[^]*mend: raise visibilityTimeoutSeconds\n[^]*accept: .*parity waive/,
    );
    const audited = await audit({ visibilityTimeoutSeconds: 20 });
    assert.equal(audited.code, 1, audited.stderr);
    const same = ({ id, policy, verdict, level, message, key }: Readonly<Record<string, string>>) => ({
      ...{ id, policy, verdict, level, message, key },
    });
    assert.deepEqual(ownIn(audited.stdout).map(same), own.map(same));
  });

  it("is waived and explained by what the preview said", async () => {
    const { own } = await preview({ visibilityTimeoutSeconds: 20 });
    const waivers = own.map(({ id }) => `  - { id: "${id}", reason: r, owner: o, expires: 2027-06-30 }`);
    const waived = await preview({ visibilityTimeoutSeconds: 20 }, `waivers:\n${waivers.join("\n")}\n`);
    assert.deepEqual(waived.found, []);
    assert.deepEqual(
      waived.own.map(({ verdict }) => verdict),
      OWN.map(() => "waived"),
    );
    assert.equal((await audit({ visibilityTimeoutSeconds: 20 })).code, 0);
    const queue = own[0]?.subject ?? "";
    const sides = ["--subject", "staging.json", "--reference", "production.json"];
    const explained = await parity(["explain", queue, "visibilityTimeoutSeconds", ...sides], { cwd: desk.folder });
    assert.equal(explained.code, 0, explained.stderr);
    for (const { id = "" } of own) assert.match(explained.stdout, new RegExp(`waiver ${id}`));
  });

  it("says what it cannot know yet, and neither passes nor breaks over it", async () => {
    const { found, own } = await preview({ visibilityTimeoutSeconds: UNKNOWN_TEXT });
    assert.deepEqual(
      own.map(({ policy, verdict, level, key }) => [policy, verdict, level, key]),
      OWN.map((policy) => [policy, "undetermined", "advisory", "visibilityTimeoutSeconds"]),
    );
    assert.ok(found.every(({ level }) => level === "advisory"));
    assert.match(found.map(({ message }) => message).join(), /cannot be (judged|known|told)/);
  });

  it("rejects what is not known where the environment asks for that", async () => {
    const { found } = await preview({ visibilityTimeoutSeconds: UNKNOWN_TEXT }, "undetermined: mandatory\n");
    const own = found.filter(({ policy }) => OWN.includes(policy));
    assert.deepEqual(
      own.map(({ policy, level }) => [policy, level]),
      OWN.map((policy) => [policy, "mandatory"]),
    );
    assert.doesNotMatch(JSON.stringify(found), /could not judge/);
  });

  it("never sees a secret, and does not break over one, in a preview or in an audit", async () => {
    const hidden = secret("4711");
    const { found, own, report } = await preview({ visibilityTimeoutSeconds: hidden }, "undetermined: mandatory\n");
    const verdicts = [["careless", "undetermined", "advisory"]];
    const inShort = (all: typeof own) => all.map(({ policy, verdict, level }) => [policy, verdict, level]);
    assert.deepEqual(inShort(own), verdicts);
    const audited = await audit({ visibilityTimeoutSeconds: hidden });
    assert.deepEqual(inShort(ownIn(audited.stdout)), verdicts, audited.stderr);
    assert.doesNotMatch(report + JSON.stringify(found), /4711|could not judge/);
  });

  it("breaks alone where it breaks over what is there", async () => {
    const broken = `defineParityPolicy({ name: "broken", description: "d", level: "mandatory", on: "aws:sqs/*",
      judge(subject) { subject.nothing.at.all; } })`;
    const folder = writeOwnPack(setUp(), `[${broken}, ${PATIENCE}]`);
    configure("");
    const host = await desk.pack({ pack: folder });
    const found = await host.run(previewOf("staging", { queue: { visibilityTimeoutSeconds: 20 } }));
    assert.match(found.find(({ policy }) => policy === "broken")?.message ?? "", /could not judge: .*failures/);
    assert.ok(found.some(({ policy }) => policy === "queue-patience"));
    const audited = await audit({});
    assert.deepEqual([audited.code, audited.stdout], [3, ""]);
    assert.match(
      audited.stderr,
      /^parity: \S*own-pack\/policies\.js: the policy broken fails on failures \(aws:sqs[^\n]*\n$/,
    );
  });

  /** A desk without the pack that the others use. */
  function setUp(): Desk {
    desk.clear();
    desk = setUpDesk();
    return desk;
  }
});

import { strict as assert } from "node:assert";
import { SIGNATURE_KEY, SIGNATURES } from "../../sources/state/signatures";
import type { Diagnostic, Properties } from "./pack-host";
import { exportOf, previewOf, secret, setUpDesk, UNKNOWN_TEXT, urn, type Desk } from "./shop";

describe("a preview in the policy host", function () {
  this.timeout(60_000);
  let desk: Desk;
  beforeEach(() => (desk = setUpDesk()));
  afterEach(() => desk.clear());

  it("accepts a first preview of what production is, with all its unknowns and secrets", async () => {
    const pack = await desk.pack();
    assert.deepEqual(await pack.run(previewOf("staging")), []);
  });

  it("rejects an older engine, and says what differs, by which rule and how to mend it", async () => {
    const pack = await desk.pack();
    const found = only(await pack.run(previewOf("staging", { database: { engineVersion: "15.4" } })));
    assert.equal(found.policy, "dependency-parity");
    assert.equal(found.level, "mandatory");
    assert.equal(found.urn, urn("staging", "aws:rds/instance:Instance", "database"));
    for (const part of ["engineVersion", "15.4 in staging", "16.3 in production", "rule: ", "mend: ", "parity waive "])
      assert.ok(found.message.includes(part), `${part} is not in ${found.message}`);
  });

  it("puts what only the reference has on the stack", async () => {
    const lost = { urn: urn("production", "aws:sns/topic:Topic", "alerts"), inputs: {}, outputs: {} };
    desk.write("production.json", exportOf("production", { extra: [lost] }));
    const pack = await desk.pack();
    const found = only(await pack.run(previewOf("staging")));
    assert.deepEqual([found.policy, found.urn], ["inventory-parity", ""]);
    assert.match(found.message, /aws:sns\/topic:Topic alerts/);
  });

  it("compares secrets for presence only, and never shows one", async () => {
    const pack = await desk.pack();
    const inOpen = `staging-password-1`;
    const sent = previewOf("staging", { database: { instanceClass: inOpen, username: secret("other") } });
    const found = await pack.run(sent);
    assert.ok(found.length > 0);
    assert.doesNotMatch(JSON.stringify(found) + pack.output(), /password-1/);
  });

  it("takes a value that depends on other resources than production's for a divergence, unknown as it is", async () => {
    const other = urn("staging", "aws:rds/instance:Instance", "database");
    const sent = previewOf("staging").map((resource) =>
      resource.urn.endsWith("::orders") ? { ...resource, propertyDependencies: { redrivePolicy: [other] } } : resource,
    );
    const pack = await desk.pack();
    const found = await pack.run(sent);
    assert.ok(
      found.some(({ message }) => message.includes("redrivePolicy")),
      JSON.stringify(found),
    );
  });

  it("leaves a resource that is not among the targets undetermined, and says so once", async () => {
    const sent = previewOf("staging").map((resource) =>
      resource.urn.endsWith("::database") ? { ...resource, inputs: {}, outputs: {} } : resource,
    );
    const pack = await desk.pack();
    const found = await pack.run(sent);
    assert.ok(
      found.every(({ level }) => level === "advisory"),
      JSON.stringify(found),
    );
    assert.ok(found.length <= 1);
  });

  it("takes assets as the engine sends them, an empty one and a bare hash too", async () => {
    const provider = urn("staging", "pulumi:providers:aws", "default_7_0_0");
    const asset = (content: Properties) => ({ [SIGNATURE_KEY]: SIGNATURES.asset, hash: "e3b0c4", ...content });
    const object = (stack: string, source: Properties) => ({
      urn: urn(stack, "aws:s3/bucketObjectv2:BucketObjectv2", "page"),
      provider: provider.replace(":staging::", `:${stack}::`),
      inputs: { key: "index.html", source },
      outputs: { etag: UNKNOWN_TEXT },
    });
    desk.write("production.json", exportOf("production", { extra: [object("production", asset({ text: "" }))] }));
    const pack = await desk.pack();
    for (const content of [{ text: "" }, {}])
      assert.deepEqual(await pack.analyze(object("staging", asset(content))), []);
    const other = { ...object("staging", asset({ text: "", hash: "ffffff" })) };
    const found = await pack.run(previewOf("staging", { extra: [other] }));
    assert.ok(
      found.some(({ message }) => message.includes("source")),
      JSON.stringify(found),
    );
  });

  it("tells many findings in a minute: equal ones once, the rest counted, and rejects for all of them", async () => {
    const queues = (stack: string, timeout: (at: number) => number) =>
      Array.from({ length: 60 }, (_, at) => ({
        urn: urn(stack, "aws:sqs/queue:Queue", `lane-${LANES[at] ?? at}`),
        provider: urn(stack, "pulumi:providers:aws", "default_7_0_0"),
        inputs: { visibilityTimeoutSeconds: timeout(at), delaySeconds: stack === "production" ? 10 : 20 },
        outputs: { arn: UNKNOWN_TEXT },
      }));
    desk.write("production.json", exportOf("production", { extra: queues("production", () => 30) }));
    const pack = await desk.pack({ env: { PARITY_REPORT: "report" } });
    const found = await pack.run(previewOf("staging", { extra: queues("staging", (at) => 31 + at) }));
    const told = found.filter(({ policy }) => policy === "configuration-parity");
    assert.ok(told.length <= 31, `${told.length} are told`);
    assert.ok(
      told.some(({ message }) => message.includes("on 60 resources")),
      JSON.stringify(told),
    );
    assert.match(told.at(-1)?.message ?? "", /^and \d+ more; PARITY_REPORT/);
    assert.match(pack.output(), /the whole report is in .*report/);
  });
});

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Names that differ by more than a number, so that they are no replicas. */
const LANES = Array.from({ length: 60 }, (_, at) => `${LETTERS[at % 26] ?? ""}${LETTERS[Math.floor(at / 26)] ?? ""}x`);

function only(found: readonly Diagnostic[]): Diagnostic {
  const [first, ...others] = found;
  assert.ok(first !== undefined && others.length === 0, JSON.stringify(found, null, 1));
  return first;
}

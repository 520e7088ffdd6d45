import assert from "node:assert/strict";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Diagnostic, SentResource } from "../../host/pack-host";
import { exportOf, previewOf, setUpDesk, UNKNOWN_TEXT, urn, type Desk } from "../../host/shop";
import { changed, isJsonMap, places, type JsonMap } from "../hostile/paths";

const RUNS = Number(process.env.PARITY_TRUST_RUNS ?? "6");
const PROVIDER = "default_7_0_0";

const NAMES = ["checkout", "search", "mailer"];

/** Values of every depth, which differ from production's in one place that is always known. */
function inputsIn(stack: string): JsonMap {
  return {
    timeout: stack === "staging" ? 7 : 30,
    runtime: "nodejs22.x",
    environment: { variables: { MODE: "fast", RETRIES: "3", DEEP: JSON.stringify({ a: [1, 2, { b: "c" }] }) } },
    vpcConfig: { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-a"] },
    layers: ["one", "two"],
    fileSystemConfig: { localMountPath: "/mnt/x" },
  };
}

function services(
  stack: string,
  inputs: readonly JsonMap[] = NAMES.map(() => inputsIn(stack)),
): readonly SentResource[] {
  return inputs.map((given, at) => ({
    urn: urn(stack, "aws:lambda/function:Function", NAMES[at] ?? ""),
    provider: urn(stack, "pulumi:providers:aws", PROVIDER),
    inputs: Struct.fromJavaScript(given).toJavaScript(),
    outputs: { arn: UNKNOWN_TEXT },
  }));
}

/** The inputs with some of their sub-trees unknown, drawn by number; never what differs. */
function withUnknowns(drawn: readonly (readonly [number, number])[]): readonly JsonMap[] {
  const all = NAMES.map(() => inputsIn("staging"));
  for (const [which, draw] of drawn) {
    const inputs = all[which]!;
    const open = places(inputs).filter(([first]) => first !== undefined && first !== "timeout");
    const next = changed(inputs, open[draw % open.length]!, () => UNKNOWN_TEXT);
    if (isJsonMap(next)) all[which] = next;
  }
  return all;
}

const brief = (found: readonly Diagnostic[]) =>
  found
    .filter(({ message }) => message.includes("timeout is 7"))
    .map(({ policy, level, urn: at, message }) => [policy, level, at, message.split("\n")[0]]);

describe("unknowns in the policy host", function () {
  this.timeout(600_000);
  let desk: Desk;
  before(() => {
    desk = setUpDesk();
    desk.write(
      "production.json",
      exportOf("production", { extra: services("production"), database: { engineVersion: "16.3" } }),
    );
  });
  after(() => desk.clear());

  it(`silence nothing, wherever they stand (${String(RUNS)} previews with random sub-trees unknown)`, async () => {
    const whole = await (
      await desk.pack()
    ).run(previewOf("staging", { extra: services("staging"), database: { engineVersion: "15.4" } }));
    const expected = brief(whole);
    assert.ok(expected.length > 0 && expected.every(([, level]) => level === "mandatory"), JSON.stringify(whole));
    const engine = whole.filter(({ message }) => message.includes("engineVersion"));
    assert.equal(engine.length, 1);
    const draws = fc.array(fc.tuple(fc.nat(2), fc.nat(1000)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(draws, async (drawn) => {
        const pack = await desk.pack();
        const sent = previewOf("staging", {
          extra: services("staging", withUnknowns(drawn)),
          database: { engineVersion: "15.4", tags: UNKNOWN_TEXT },
        });
        const found = await pack.run(sent);
        pack.stop();
        assert.deepEqual(brief(found), expected);
        assert.ok(found.some(({ message, level }) => message.includes("engineVersion") && level === "mandatory"));
        const others = found.filter(
          ({ level, message }) => level === "mandatory" && !/timeout is|engineVersion/.test(message),
        );
        assert.deepEqual(others, [], "what touches an unknown is undetermined, not beyond tolerance");
        assert.ok(!JSON.stringify(found).includes(UNKNOWN_TEXT), "no sentinel is shown");
        assert.ok(
          found.some(({ message }) => message.includes("cannot be known")),
          "and it is said",
        );
      }),
      { numRuns: RUNS, seed: 7, endOnFailure: true },
    );
  });
});

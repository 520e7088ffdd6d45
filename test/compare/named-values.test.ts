import assert from "node:assert/strict";
import type { ValueMap } from "../../core/model/value";
import { compareStacks, resource, stack } from "./build";

const CONFIGURATION = "parity:stack:Configuration";

/** Settings as people list them; what each one is follows from its name, not from `value`. */
const settings: readonly (readonly [name: string, subject: string, reference: string, owner: string | undefined])[] = [
  ["LOG_LEVEL", "debug", "info", "configuration-parity"],
  ["NODE_ENV", "development", "production", "configuration-parity"],
  ["DB_INSTANCE_CLASS", "db.t4g.small", "db.r6g.large", "capacity-parity"],
  ["WORKER_COUNT", "1", "8", "capacity-parity"],
  ["FEATURE_BULK_EDIT", "true", "false", "feature-flag-parity"],
  ["PYTHON_VERSION", "3.12", "3.11", "dependency-parity"],
  ["PARTNER_HOST", "stage-7.partner.example", "live.partner.example", undefined],
];

type Form = (values: readonly (readonly [name: string, value: string])[]) => ValueMap;

const asMap = (values: Parameters<Form>[0]): ValueMap => Object.fromEntries(values);
const asList =
  (name = "name", value = "value") =>
  (values: Parameters<Form>[0]) =>
    values.map(([key, text]) => ({ [name]: key, [value]: text }));
const list = asList();

const forms: readonly (readonly [what: string, type: string, form: Form])[] = [
  ["a map of a configuration", CONFIGURATION, (values) => ({ "shop:api": { environment: asMap(values) } })],
  ["a list of a configuration", CONFIGURATION, (values) => ({ "shop:api": { environment: list(values) } })],
  ["a key of a configuration that is a list", CONFIGURATION, (values) => ({ "shop:env": asList("key")(values) })],
  ["a function", "aws:lambda/function:Function", (values) => ({ environment: { variables: asMap(values) } })],
  [
    "a container definition",
    "aws:ecs/taskDefinition:TaskDefinition",
    (values) => ({ containerDefinitions: JSON.stringify([{ name: "api", environment: list(values) }]) }),
  ],
  [
    "a pod",
    "kubernetes:apps/v1:Deployment",
    (values) => ({ spec: { template: { spec: { containers: [{ name: "api", env: list(values) }] } } } }),
  ],
];

describe("settings with names", () => {
  const ownersIn = (type: string, form: Form, same: boolean) => {
    const [own, other] = [1, 2].map((side) =>
      form(settings.map(([name, ...values]) => [name, String(values[same ? 0 : side - 1])])),
    );
    const role = type === CONFIGURATION ? "evidence" : "custom";
    const { divergences } = compareStacks(
      stack("qa", [resource("qa", type, "api", own!, { role })]),
      stack("live", [resource("live", type, "api", other!, { role })]),
    );
    return new Map(divergences.map(({ key = "", facts }) => [/[A-Z_]{4,}/.exec(key)?.[0], facts.policy]));
  };

  for (const [what, type, form] of forms)
    it(`are what their names say in ${what}`, () => {
      const expected = settings.flatMap(([name, , , owner]) => (owner === undefined ? [] : [[name, owner] as const]));
      assert.deepEqual(
        [...ownersIn(type, form, false)].sort(),
        expected.toSorted(([a], [b]) => (a < b ? -1 : 1)),
      );
      assert.deepEqual([...ownersIn(type, form, true)], []);
    });

  it("are what the name of the one that is added says", () => {
    const of = (values: readonly (readonly [string, string])[]): ValueMap => ({ "shop:env": list(values) });
    const { divergences } = compareStacks(
      stack("qa", [
        resource(
          "qa",
          CONFIGURATION,
          "c",
          of([
            ["LOG_LEVEL", "info"],
            ["FEATURE_X", "on"],
          ]),
          { role: "evidence" },
        ),
      ]),
      stack("live", [resource("live", CONFIGURATION, "c", of([["LOG_LEVEL", "info"]]), { role: "evidence" })]),
    );
    assert.deepEqual(
      divergences.map(({ kind, key, facts }) => [kind, key, facts.policy]),
      [["added", '["shop:env"]["FEATURE_X"]', "feature-flag-parity"]],
    );
  });

  it("that name a host say where its port or its encryption differs", () => {
    const said = (subject: string, reference: string) =>
      compareStacks(
        stack("qa", [resource("qa", CONFIGURATION, "c", { "shop:brokerUrl": subject }, { role: "evidence" })]),
        stack("live", [resource("live", CONFIGURATION, "c", { "shop:brokerUrl": reference }, { role: "evidence" })]),
      ).divergences.length;
    assert.equal(said("amqp://a1.mq.example:5672", "amqp://b7.mq.example:5672"), 0);
    assert.equal(said("https://a1.mq.example/in", "https://b7.mq.example/in"), 0);
    assert.equal(said("amqp://a1.mq.example:5672", "amqp://b7.mq.example:5673"), 1);
    assert.equal(said("redis://a1.mq.example", "rediss://b7.mq.example"), 1);
  });
});

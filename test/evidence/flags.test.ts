import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Comparison } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import type { ValueMap } from "../../core/model/value";
import { parseEvidence } from "../../sources/evidence";
import { readText } from "../../sources/state/file";
import { readKind } from "../../sources/evidence/documents";
import { evidenceResource, evidenceStack, EVIDENCE_TYPES } from "../../sources/evidence/resource";
import { withFlags } from "../../sources/flags/from-resources";
import { compareDocuments } from "./compare";

const NOW = new Date("2026-03-10T00:00:00Z");

type Json = Readonly<Record<string, unknown>>;

describe("flag documents", () => {
  const folder = mkdtempSync(join(tmpdir(), "parity-flags-"));
  after(() => rmSync(folder, { recursive: true }));
  const read = (name: string, document: Json, environment?: string) => {
    writeFileSync(join(folder, name), JSON.stringify(document));
    return parseEvidence(readText(join(folder, name)), join(folder, name), environment)!;
  };
  const differences = (left: Json, right: Json) =>
    compareDocuments({
      subject: read("staging.flags.json", left),
      reference: read("production.flags.json", right),
    }).divergences.map(described);

  const flag = (more: Json = {}) => ({
    state: "ENABLED",
    variants: { on: true, off: false },
    defaultVariant: "off",
    ...more,
  });
  const flagd = (flags: Json) => ({ $schema: "https://flagd.dev/schema/v0/flags.json", flags });

  for (const [what, left, right, expected] of [
    ["the same set", { a: flag() }, { a: flag() }, []],
    ["one more in the subject", { a: flag(), b: flag() }, { a: flag() }, ["extra b"]],
    ["one less in the subject", { a: flag() }, { a: flag(), b: flag() }, ["missing b"]],
    ["another state", { a: flag({ state: "DISABLED" }) }, { a: flag() }, ["changed a enabled"]],
    ["another default", { a: flag({ defaultVariant: "on" }) }, { a: flag() }, ["changed a default"]],
    [
      "another variant",
      { a: flag({ variants: { on: true, off: false, half: 1 } }) },
      { a: flag() },
      ["added a variants.half"],
    ],
    [
      "targeting on one side",
      { a: flag({ targeting: { if: [true, "on"] } }) },
      { a: flag() },
      ["added a targeting.if"],
    ],
    ["no targeting, said in two ways", { a: flag({ targeting: {} }) }, { a: flag() }, []],
  ] as const) {
    it(`of flagd: ${what}`, () => {
      assert.deepEqual(differences(flagd(left), flagd(right)), expected);
    });
  }

  const item = (environments: Json) => ({
    key: "checkout",
    variations: [
      { _id: "1", value: true },
      { _id: "2", value: false },
    ],
    environments,
  });
  const settings = (more: Json = {}) => ({
    on: true,
    fallthrough: { variation: 0 },
    offVariation: 1,
    lastModified: Math.random(),
    ...more,
  });

  it("of LaunchDarkly's API: each side's own environment", () => {
    const document = { items: [item({ staging: settings({ on: false }), production: settings() })] };
    assert.deepEqual(differences(document, document).sort(), ["changed checkout default", "changed checkout enabled"]);
  });

  it("of LaunchDarkly's API: people who are targeted are counted, not named", () => {
    const targets = (values: readonly string[]) => [{ variation: 0, values }];
    const left = { items: [item({ staging: settings({ targets: targets(["anna@corp.de"]) }) })] };
    const right = { items: [item({ production: settings({ targets: targets(["berta@corp.de"]) }) })] };
    assert.equal(differences(left, right).length, 1);
    assert.doesNotMatch(JSON.stringify(read("staging.flags.json", left).resources), /anna/);
  });

  it("of LaunchDarkly's SDKs: rules but not their ids", () => {
    const one = (id: string, op: string) => ({
      flags: {
        a: {
          on: true,
          variations: [true, false],
          fallthrough: { variation: 0 },
          rules: [{ id, clauses: [{ attribute: "country", op, values: ["de"] }] }],
        },
      },
    });
    assert.deepEqual(differences(one("1", "in"), one("2", "in")), []);
    assert.equal(differences(one("1", "in"), one("2", "startsWith")).length, 1);
  });

  it("have an age that is not compared", () => {
    const aged = (days: number) => ({
      flags: { a: { on: true, variations: [1], lastModified: NOW.getTime() - days * 86_400_000 } },
    });
    const flags = [1, 40].map((days) => {
      const context = { owner: { project: "p", stack: "s" }, environment: undefined, masked: undefined, now: NOW };
      return readKind("flags", aged(days), context, "flags.json").resources;
    });
    assert.deepEqual(
      flags.map(([flag]) => flag!.inputs.ageDays),
      [1, 40],
    );
    const [subject, reference] = flags.map((resources) => evidenceStack({ project: "p", stack: "s" }, "x", resources));
    assert.deepEqual(compareDocuments({ subject: subject!, reference: reference! }).divergences, []);
  });

  it("says which environments there are", () => {
    const document = { items: [item({ live: settings(), test: settings() })] };
    assert.throws(
      () => read("staging.flags.json", document),
      /items\[0\] has no settings for staging; there are: live, test/,
    );
    assert.equal(read("staging.flags.json", document, "live").resources.length, 1);
  });

  it("says what is no flag", () => {
    assert.throws(() => read("a.json", flagd({ a: flag(), b: 1 })), /flags\.b should be an object/);
    assert.throws(() => read("a.json", flagd({ a: flag(), b: {} })), /flags\.b has neither variants/);
  });

  it("belong to feature-flag-parity", () => {
    const stacks = {
      subject: read("staging.json", flagd({ a: flag({ state: "DISABLED" }) })),
      reference: read("production.json", flagd({ a: flag(), b: flag() })),
    };
    const owners = compareDocuments(stacks).divergences.map(({ facts }) => facts.policy);
    assert.deepEqual([...new Set(owners)], ["feature-flag-parity"]);
  });
});

describe("flags in resources", () => {
  const resource = (type: string, name: string, inputs: ValueMap): Resource => ({
    ...evidenceResource({ project: "shop", stack: "staging" }, EVIDENCE_TYPES.flag, name, inputs),
    type,
    role: "custom",
  });
  const flagsOf = (...resources: readonly Resource[]) => {
    const stack = withFlags(evidenceStack({ project: "shop", stack: "staging" }, "x", resources));
    const flags = stack.resources.filter(({ type }) => type === EVIDENCE_TYPES.flag);
    const rest = stack.resources.filter(({ type }) => type !== EVIDENCE_TYPES.flag);
    return {
      flags: flags.map(({ name, inputs }) => [name, JSON.parse(JSON.stringify(inputs)) as unknown]),
      rest: rest.map(({ inputs }) => Object.keys(inputs)),
    };
  };

  it("are parameters under a flag path, and no others", () => {
    const type = "aws:ssm/parameter:Parameter";
    const { flags, rest } = flagsOf(
      resource(type, "a", { name: "/staging/flags/new-checkout", value: "true", type: "String" }),
      resource(type, "b", { name: "/staging/db/host", value: "x", type: "String" }),
    );
    assert.deepEqual(flags, [["new-checkout", { default: "true" }]]);
    assert.deepEqual(rest, [
      ["name", "type"],
      ["name", "value", "type"],
    ]);
  });

  it("are the flags of an AppConfig profile", () => {
    const type = "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion";
    const content = {
      version: "1",
      flags: { a: { name: "A" }, b: { name: "B" } },
      values: { a: { enabled: true, limit: 3, _updatedAt: "x" } },
    };
    const { flags, rest } = flagsOf(
      resource(type, "flags", { applicationId: "1", content: JSON.stringify(content) }),
      resource(type, "other", { applicationId: "1", content: "free text" }),
    );
    assert.deepEqual(flags, [
      ["a", { enabled: true, default: { limit: 3 } }],
      ["b", { enabled: false }],
    ]);
    assert.deepEqual(rest, [["applicationId"], ["applicationId", "content"]]);
  });

  it("are LaunchDarkly's settings of an environment", () => {
    const type = "launchdarkly:index/featureFlagEnvironment:FeatureFlagEnvironment";
    const { flags } = flagsOf(
      resource(type, "x", {
        flagId: "shop/checkout",
        envKey: "staging",
        on: true,
        fallthrough: { variation: 1 },
        offVariation: 0,
      }),
    );
    assert.deepEqual(flags, [["checkout", { enabled: true, default: 1 }]]);
  });
});

function described({ kind, subject, reference, key }: Comparison["divergences"][number]): string {
  return `${kind} ${(reference ?? subject)!.name} ${key ?? ""}`.trim();
}

import assert from "node:assert/strict";
import { documentSchema } from "../../core/config/schema/document";
import { UsageError } from "../../core/errors";
import { usualKnobs } from "../../core/knobs";
import { policies } from "../../policies/list";
import { knobLayers } from "../../policies/pack/knob-layers";
import { loadParityConfig } from "../../sources/parity-yaml";

type Settings = Readonly<Record<string, unknown>>;

const documentOf = (policy: string, properties: Settings) =>
  knobLayers(new Map([[policy, { level: "mandatory" as const, properties }]]), policies)[0]?.document;

/** What each knob stands for, in the language of parity.yaml. */
const MEANS: readonly (readonly [policy: string, given: Settings, means: Settings])[] = [
  [
    "network-parity",
    { ignoreResources: ["aws:ec2/natGateway:*"] },
    { tolerances: [{ name: "ignoreResources", policy: "network-parity", on: ["aws:ec2/natGateway:*"], allow: "any" }] },
  ],
  [
    "network-parity",
    { ignoreProperties: ["**.cidrBlock"] },
    { tolerances: [{ name: "ignoreProperties", policy: "network-parity", property: ["**.cidrBlock"], allow: "any" }] },
  ],
  ["network-parity", { maxAge: "30d" }, { tolerances: [], maxAge: { "network-parity": "30d" } }],
  [
    "inventory-parity",
    { allowMissing: ["a:*"], allowExtra: ["b:*"], ignoreResources: ["c:*"], maxAge: "1w" },
    {
      tolerances: [
        { name: "allowMissing", policy: "inventory-parity", change: "missing", on: ["a:*"], allow: "any" },
        { name: "allowExtra", policy: "inventory-parity", change: "extra", on: ["b:*"], allow: "any" },
        { name: "ignoreResources", policy: "inventory-parity", on: ["c:*"], allow: "any" },
      ],
      maxAge: { "inventory-parity": "1w" },
    },
  ],
  [
    "dependency-parity",
    { maxLead: "patch" },
    {
      tolerances: [
        { name: "versions", policy: "dependency-parity", class: "version", allow: version("patch", "none") },
        { name: "images", policy: "dependency-parity", class: "image", allow: version("patch", "none") },
      ],
    },
  ],
  [
    "dependency-parity",
    { maxLag: "minor" },
    {
      tolerances: [
        { name: "versions", policy: "dependency-parity", class: "version", allow: version("minor", "minor") },
        { name: "images", policy: "dependency-parity", class: "image", allow: version("any", "minor") },
      ],
    },
  ],
  [
    "configuration-parity",
    { presentOnBoth: ["environment.variables.*"] },
    {
      tolerances: [
        {
          name: "presentOnBoth",
          policy: "configuration-parity",
          property: ["environment.variables.*"],
          allow: "presentOnBoth",
        },
      ],
    },
  ],
  [
    "capacity-parity",
    { minRatio: 0.5, maxRatio: 2 },
    {
      tolerances: [
        {
          name: "ratio",
          policy: "capacity-parity",
          class: ["count", "capacity"],
          allow: { ratio: { min: 0.5, max: 2 } },
        },
        {
          name: "size",
          policy: "capacity-parity",
          class: "size",
          allow: [{ size: { family: "same", stepsDown: 3 } }, { ratio: { min: 0.5, max: 2 } }],
        },
      ],
    },
  ],
  [
    "capacity-parity",
    { maxStepsDown: 1, family: "architecture" },
    {
      tolerances: [
        {
          name: "size",
          policy: "capacity-parity",
          class: "size",
          allow: [{ size: { family: "architecture", stepsDown: 1 } }, { ratio: { min: 0.25, max: 1 } }],
        },
      ],
    },
  ],
  [
    "data-parity",
    { minRows: 0.5, maxDataAge: "10d" },
    {
      tolerances: [
        { name: "minRows", on: "parity:data:Table", property: "rows", allow: { ratio: { min: 0.5 } } },
        { name: "maxDataAge", on: "parity:data:Table", property: "ageDays", allow: { duration: { max: "10d" } } },
      ],
    },
  ],
  [
    "feature-flag-parity",
    { allowAhead: "14d" },
    { tolerances: [{ name: "allowAhead", policy: "feature-flag-parity", allowAhead: "14d" }] },
  ],
  [
    "resilience-parity",
    { allowWeaker: false, minRetentionRatio: 0.5 },
    {
      tolerances: [
        { name: "allowWeaker", policy: "resilience-parity", allow: "equal" },
        {
          name: "minRetentionRatio",
          policy: "resilience-parity",
          class: "duration",
          allow: { ratio: { min: 0.5, max: 1 } },
        },
      ],
    },
  ],
  [
    "security-parity",
    { shared: "mandatory", allowShared: ["*.example.com"] },
    {
      tolerances: [{ name: "shared", policy: "security-parity", change: "shared", level: "mandatory" }],
      shared: [{ value: "*.example.com" }],
    },
  ],
  [
    "provenance-parity",
    { lead: "3d", maxReferenceAge: "7d", maxDeploymentAge: "30d" },
    { tolerances: [], lead: "3d", maxReferenceAge: "7d", maxDeploymentAge: "30d" },
  ],
];

function version(lead: string, lag: string) {
  return { version: { lead, lag } };
}

describe("knobs of policy configuration", () => {
  for (const [policy, given, means] of MEANS)
    it(`${policy} ${JSON.stringify(given)} is said in the language of parity.yaml`, () => {
      const document = documentOf(policy, given);
      assert.deepEqual(document, means);
      assert.deepEqual(documentSchema.parse(document), means);
    });

  it("all stand in the table above", () => {
    const tried = new Set(MEANS.flatMap(([policy, given]) => Object.keys(given).map((knob) => `${policy} ${knob}`)));
    const usual = Object.keys(usualKnobs.schema);
    const offered = policies.flatMap(({ name, knobs = usualKnobs }) =>
      Object.keys(knobs.schema)
        .filter((knob) => !usual.includes(knob) || name === "network-parity")
        .map((knob) => `${name} ${knob}`),
    );
    assert.deepEqual(
      offered.filter((knob) => !tried.has(knob)),
      [],
    );
  });

  const MISTAKES: readonly (readonly [policy: string, given: Settings, message: string])[] = [
    ["capacity-parity", { minRatio: "half" }, 'minRatio is "half", but should be a number'],
    ["capacity-parity", { minRatio: 1.5 }, "minRatio is 1.5, which is too much"],
    ["capacity-parity", { maxStepsDown: 0.5 }, "maxStepsDown is 0.5, but should be a whole number"],
    ["capacity-parity", { family: "sam" }, 'family is "sam", did you mean "same"?'],
    ["dependency-parity", { maxLag: 3 }, "maxLag is 3; it can be none, patch, minor, major, any"],
    ["network-parity", { maxAge: "soon" }, 'maxAge is "soon"; it should be a time span such as 14d, or a plain name'],
    ["network-parity", { ignoreProperties: "tags" }, 'ignoreProperties is "tags", but should be a list'],
    ["network-parity", { ignoreProperties: [""] }, 'entry 1 of ignoreProperties is "", which is too little'],
    ["resilience-parity", { allowWeaker: "no" }, 'allowWeaker is "no", but should be true or false'],
  ];
  for (const [policy, given, message] of MISTAKES)
    it(`${policy} ${JSON.stringify(given)} is refused, with its place`, () => {
      assert.throws(
        () => documentOf(policy, given),
        (error) => error instanceof UsageError && error.message === `policy configuration of ${policy}: ${message}`,
      );
    });

  it("stand above every file, and name themselves", () => {
    const settings = new Map([["network-parity", { level: "mandatory" as const, properties: { maxAge: "1d" } }]]);
    const text = 'maxAge: { network-parity: 9d, data-parity: 5d }\ntolerances:\n  - { on: "a:*", allow: any }\n';
    const { defaults } = loadParityConfig({ document: text, from: ["/"], above: knobLayers(settings, policies) });
    assert.deepEqual(defaults.maxAgeDays, { "network-parity": 1, "data-parity": 5 });
    const ignoring = new Map([
      ["data-parity", { level: "mandatory" as const, properties: { ignoreResources: ["b"] } }],
    ]);
    const { entries } = loadParityConfig({ document: text, from: ["/"], above: knobLayers(ignoring, policies) });
    assert.deepEqual(
      entries.tolerances.slice(-2).map(({ name }) => name),
      ["config:3", "policy configuration of data-parity (ignoreResources)"],
    );
  });
});

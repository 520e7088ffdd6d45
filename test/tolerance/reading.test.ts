import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadParityConfig, presetConfig } from "../../sources/parity-yaml";
import { refusal } from "./shop";

const load = (document: string) => loadParityConfig({ document, from: ["/"] });

const ENVIRONMENTS = `environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
`;

/** What is wrong → what is said, with its place. */
const REJECTED: readonly (readonly [yaml: string, said: RegExp])[] = [
  ["tolerence: []", /config:1:1: unknown key "tolerence", did you mean "tolerances"\?/],
  ["extends: standart", /config:1:10: there is no preset, file or package "standart", did you mean "standard"\?/],
  ["extends: standard@99", /no preset, file or package "standard@99"/],
  ["enforce: alll", /config:1:10: enforce is "alll", did you mean "all"\?/],
  ["lead: soon", /config:1:7: lead is "soon"/],
  ["undetermined: true", /undetermined is true; it can be ignore, advisory, mandatory/],
  ["environments: { staging: {} }", /stacks is missing/],
  ["environments: { staging: { stacks: [] } }", /stacks is a list, which is too little/],
  ["environments: { 1x: { stacks: a } }", /no name for an environment/],
  ["environments: { staging: { stacks: a, reference: prod } }", /reference "prod" of "staging" is no environment/],
  ["environments: { staging: { stacks: a, reference: staging } }", /cannot be its own reference/],
  [
    `${ENVIRONMENTS}same: [{ stagin: a, production: b }]`,
    /config:4:10: "stagin" is no environment, did you mean "staging"\?/,
  ],
  [`${ENVIRONMENTS}same: [{ staging: 111, production: "2" }]`, /staging is 111, but should be text: put it in quotes/],
  [
    `${ENVIRONMENTS}override: { environments: [stage] }`,
    /override names "stage", which is no environment, did you mean "staging"\?/,
  ],
  ["tolerances: [{ on: x }]", /config:1:14: entry 1 of tolerances: give allow, allowAhead or level/],
  ["tolerances: [{ allow: weeker }]", /allow is "weeker", did you mean "weaker"\?/],
  ["tolerances: [{ allow: { ratios: { min: 1 } } }]", /unknown key "ratios", did you mean "ratio"\?/],
  ["tolerances: [{ allow: { ratio: { min: -1 } } }]", /min is -1, which is too little/],
  ["tolerances: [{ allow: { version: { lead: huge } } }]", /lead is "huge"; it can be none, patch, minor, major, any/],
  ["tolerances: [{ allow: { oneOf: [[1, 2, 3]] } }]", /too much/],
  [
    "tolerances: [{ allow: { cel: 'subject.' } }]",
    /config:1:25: this CEL expression cannot be read: Expected IDENTIFIER/,
  ],
  ["tolerances: [{ allow: { cel: 'nobody > 1' } }]", /Unknown variable: nobody/],
  ["tolerances: [{ allow: { cel: 'subject.a.matches(\"(a+)+\")' } }]", /use allow: \{ pattern \}/],
  ["tolerances: [{ allow: { pattern: '(a' } }]", /this pattern cannot be read: missing closing \)/],
  ["tolerances: [{ change: renamed, allow: any }]", /change is "renamed"/],
  ["waivers: [{ id: a, expires: 2027-02-30 }]", /expires is "2027-02-30"; a day is written 2027-01-31/],
  ["waivers: [{ id: a, expires: tomorrow }]", /a day is written/],
  ["waivers: [{ id: 123456, expires: 2027-02-28 }]", /id is 123456, but should be text: put it in quotes/],
  [
    "waivers: [{ id: a, expires: 2027-01-01 }, { id: a, expires: 2027-01-01 }]",
    /waiver a stands twice, first at config:1/,
  ],
  [
    "waivers:\n  - { id: 7c1f0a3b9d2e, expires: 2027-01-01 }\n  - { id: 7c1f0a, expires: 2027-01-01 }",
    /config:3: waiver 7c1f0a is for the same divergence as 7c1f0a3b9d2e at config:2; keep one/,
  ],
  [
    "waivers:\n  - { id: a, on: x, change: extra, expires: 2027-01-01 }\n  - { id: b, on: x, change: extra, expires: 2028-01-01 }",
    /config:3: waiver b is for the same divergence as a at config:2; keep one/,
  ],
  ["waivers: [{ id: a, on: 'aws:*', expires: 2027-01-01 }]", /says no property and no change/],
  ["reference: [{ plan: a, snapshot: b }]", /give one of plan, snapshot and stack/],
  ["exempt: [{ stack: a }]", /reason is missing/],
  ["exempt: [{ reason: r }]", /name the stacks/],
  ["level: [\n\tmandatory", /config:2:/],
  ["level: advisory\nlevel: mandatory", /config:2:1: Map keys must be unique/],
  ["- a", /the document is a list, but should be a map of keys/],
];

const ACCEPTED: readonly string[] = [
  "",
  "# nothing but a comment",
  "\uFEFFlevel: advisory",
  "extends: [strict@1, relaxed]",
  ENVIRONMENTS,
  "lead: 0\nmaxStale: 12h\nmaxAge: { network-parity: 30d }\nenforce: introduced\nundetermined: ignore",
  "reference: [{ plan: 'p/{stack}.json' }, { snapshot: s }, { stack: '{organization}/{project}/{stack}', backend: file:///x }]",
  "tolerances: [{ allow: [weaker, { ratio: { min: 0.5 } }] }, { level: disabled, tag: { team: '*' } }]",
  "tolerances: [{ allow: { cel: 'subject.a >= reference.a * 2 && has(subject.b)' } }]",
  "waivers: [{ id: 7c1f0a, expires: 2028-02-29 }]",
  "exempt: [{ stack: 'a/*', reason: r }, { stacks: ['*/b', 'org/*/c'], reason: r }]",
  "tolerances: [{ tag: team, allow: any }, { tag: ['team=a', 'tier=*'], allow: any }]",
  "evidence: { sbom: 'e/{stack}.json', data: { path: d, required: true, masked: 'users.*', maxAge: 7d } }",
  '{"level": "advisory", "tolerances": [{"policy": "security-parity", "allow": "stronger"}]}',
];

describe("parity.yaml, read", () => {
  for (const [yaml, said] of REJECTED)
    it(`refuses ${JSON.stringify(yaml).slice(0, 90)}`, () => {
      const message = refusal(() => load(yaml));
      assert.match(message, said);
      assert.match(message, /^config(:\d+(:\d+)?)?: /, "begins with its place");
    });

  for (const yaml of ACCEPTED)
    it(`accepts ${JSON.stringify(yaml).slice(0, 90)}`, () => {
      assert.doesNotThrow(() => load(yaml));
    });

  it("says all mistakes at once, in the order in which they stand", () => {
    const message = refusal(() => load("enforce: no\ntolerances: [{ allow: weeker }]\nwaiver: []\nlead: soon"));
    assert.deepEqual(
      message.split("\n").map((line) => /^config:(\d+)/.exec(line)?.[1]),
      ["1", "2", "3", "4"],
    );
  });

  it("refuses an alias bomb without unfolding it", () => {
    const levels = Array.from({ length: 12 }, (_, at) => `l${at}: &l${at} [${`*l${at - 1}, `.repeat(9)}]`);
    const bomb = ["l: &l-1 [x]", ...levels].join("\n").replaceAll("*l-1", "*l-1");
    assert.match(
      refusal(() => load(bomb)),
      /alias/i,
    );
  });

  it("knows a policy that is meant but misspelled", () => {
    const { warnings } = load("tolerances: [{ policy: capacity-party, allow: any }]");
    assert.deepEqual(warnings, ['config:1: no policy is called "capacity-party", did you mean "capacity-parity"?']);
  });
});

describe("parity.yaml, found and extended", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "parity-yaml-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it("is looked for upward, and PARITY_CONFIG beats what is found", () => {
    write("parity.yaml", "level: advisory");
    const other = write("other.yaml", "level: disabled");
    const from = [join(folder, "a", "b")];
    assert.equal(loadParityConfig({ from }).defaults.level, "advisory");
    assert.equal(loadParityConfig({ from, env: { PARITY_CONFIG: other } }).defaults.level, "disabled");
  });

  it("is never one inside an installed package", () => {
    write("node_modules/pack/parity.yaml", "level: disabled");
    assert.equal(loadParityConfig({ from: [join(folder, "node_modules/pack")] }).guessed, true);
  });

  it("extends files, the later beating the earlier and its own beating both", () => {
    write("parity.yaml", `${ENVIRONMENTS}lead: 1d\nmaxStale: 1d\ntolerances: [{ name: root, allow: any }]`);
    write("shop/parity.yaml", "extends: ../parity.yaml\nlead: 2d\ntolerances: [{ name: own, allow: equal }]");
    const { defaults, entries, environments } = loadParityConfig({ from: [join(folder, "shop")] });
    assert.deepEqual([defaults.leadDays, defaults.maxStaleDays], [2, 1]);
    assert.deepEqual(
      environments.map(({ name }) => name),
      ["production", "staging"],
    );
    const names = entries.tolerances.map(({ name }) => name).filter((name) => !name.startsWith("standard/"));
    assert.deepEqual(names, ["../parity.yaml:6 (root)", "parity.yaml:3 (own)"]);
  });

  it("extends a package", () => {
    write("node_modules/@acme/parity/parity.yaml", "extends: strict\nlead: 3d");
    write("parity.yaml", 'extends: "@acme/parity"');
    const { defaults, entries } = loadParityConfig({ from: [folder] });
    assert.equal(defaults.leadDays, 3);
    assert.equal(entries.tolerances.length, 0);
  });

  it("refuses to extend in a circle, and says how it goes", () => {
    write("parity.yaml", "extends: ./a.yaml");
    write("a.yaml", "extends: ./parity.yaml");
    const message = refusal(() => loadParityConfig({ from: [folder] }));
    assert.match(message, /a\.yaml:1:10: extends in a circle: parity\.yaml → a\.yaml → parity\.yaml/);
  });

  it("says the mistakes of all files at once", () => {
    write("base.yaml", "levl: advisory");
    write("parity.yaml", "extends: ./base.yaml\nenforc: all");
    write("waivers/q1.yaml", "- { id: a, expires: never }");
    const message = refusal(() => loadParityConfig({ from: [folder] }));
    for (const place of [/base\.yaml:1:1/, /parity\.yaml:2:1/, /waivers\/q1\.yaml:1:21/]) assert.match(message, place);
  });

  it("reads waivers from files beside it: a list, the same under its key, or one alone", () => {
    write("parity.yaml", "level: advisory");
    const waiver = (id: string) => `{ id: ${id}, reason: r, owner: o, expires: 2027-01-31 }`;
    write("waivers/q1.yaml", `- ${waiver("listed")}`);
    write("waivers/q2.yaml", `# by quarter\nwaivers:\n  - ${waiver("keyed")}`);
    write("waivers/q3.yml", "id: alone\nreason: r\nowner: o\nexpires: 2027-01-31");
    const { waivers } = loadParityConfig({ from: [folder] }).entries;
    assert.deepEqual(
      waivers.map(({ id, place }) => [id, place]),
      [
        ["listed", "waivers/q1.yaml:1"],
        ["keyed", "waivers/q2.yaml:3"],
        ["alone", "waivers/q3.yml:1"],
      ],
    );
  });
});

describe("presets", () => {
  it("are read by the language that they are written in", () => {
    assert.equal(presetConfig("strict").entries.tolerances.length, 0);
    assert.equal(presetConfig("strict").defaults.leadDays, 0);
    assert.equal(presetConfig("relaxed").defaults.level, "advisory");
    assert.match(
      refusal(() => presetConfig("standart")),
      /did you mean "standard"\?/,
    );
  });

  it("name every rule of standard and give it a reason", () => {
    for (const rule of presetConfig("standard").entries.tolerances) {
      assert.match(rule.name, /^standard\/[a-z-]+$/);
      assert.ok((rule.reason ?? "").length > 20, rule.name);
    }
  });
});

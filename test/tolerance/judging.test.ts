import assert from "node:assert/strict";
import { adHocPair, completeSettings } from "../../core/config";
import { idleText } from "../../cli/tolerance/idle-hints";
import { idleRules } from "../../core/judge/idle-rules";
import { walk } from "../../core/walk";
import { policies } from "../../policies/list";
import { loadParityConfig } from "../../sources/parity-yaml";
import { catalogue, judged, NOW, refusal, stackOf, strictly, verdicts, type Sketch } from "./shop";

interface Case {
  readonly rule: string;
  readonly on: string;
  readonly property: string;
  readonly within: readonly (readonly [subject: unknown, reference: unknown])[];
  readonly beyond: readonly (readonly [subject: unknown, reference: unknown])[];
}

const DB = "aws:rds/instance:Instance::orders";
const FUNCTION = "aws:lambda/function:Function::resize";

/** Every kind of `allow`: value pairs that it covers, and pairs that it does not. */
const ALLOWED: readonly Case[] = [
  { rule: "any", on: DB, property: "instanceClass", within: [["db.t3.small", "db.r6g.large"]], beyond: [] },
  { rule: "equal", on: DB, property: "port", within: [], beyond: [[5432, 5433]] },
  {
    rule: "weaker",
    on: DB,
    property: "multiAz",
    within: [[false, true]],
    beyond: [[true, false]],
  },
  { rule: "stronger", on: DB, property: "backupRetentionPeriod", within: [[14, 7]], beyond: [[1, 7]] },
  {
    rule: "presentOnBoth",
    on: FUNCTION,
    property: "timeout",
    within: [[3, 30]],
    beyond: [
      [undefined, 30],
      [5, undefined],
    ],
  },
  {
    rule: "{ ratio: { min: 0.5, max: 1 } }",
    on: DB,
    property: "allocatedStorage",
    within: [
      [50, 100],
      [99, 100],
      ["64", "100"],
    ],
    beyond: [
      [49, 100],
      [101, 100],
      [20, 0],
    ],
  },
  {
    rule: "{ size: { family: same, stepsDown: 2 } }",
    on: DB,
    property: "instanceClass",
    within: [["db.r6g.large", "db.r6g.2xlarge"]],
    beyond: [
      ["db.r6g.large", "db.r6g.4xlarge"],
      ["db.r6g.xlarge", "db.r6g.large"],
      ["db.t3.large", "db.r6g.large"],
      ["none", "db.r6g.large"],
    ],
  },
  {
    rule: "{ size: { family: architecture, stepsDown: 9 } }",
    on: DB,
    property: "instanceClass",
    within: [["db.t4g.small", "db.r6g.large"]],
    beyond: [["db.t3.small", "db.r6g.large"]],
  },
  {
    rule: "{ version: { lead: minor, lag: none } }",
    on: DB,
    property: "engineVersion",
    within: [["15.5", "15.4"]],
    beyond: [
      ["15.3", "15.4"],
      ["16.1", "15.4"],
      ["latest", "15.4"],
    ],
  },
  {
    rule: "{ version: { lead: none, lag: major } }",
    on: FUNCTION,
    property: "runtime",
    within: [["nodejs18.x", "nodejs20.x"]],
    beyond: [
      ["nodejs22.x", "nodejs20.x"],
      ["python3.11", "nodejs20.x"],
    ],
  },
  {
    rule: "{ duration: { min: 10s, ratio: { max: 1 } } }",
    on: FUNCTION,
    property: "timeout",
    within: [[10, 30]],
    beyond: [
      [9, 30],
      [31, 30],
    ],
  },
  {
    rule: "{ oneOf: [[debug, info]] }",
    on: FUNCTION,
    property: "environment.variables.LOG_LEVEL",
    within: [["debug", "info"]],
    beyond: [
      ["info", "debug"],
      ["trace", "info"],
    ],
  },
  {
    rule: "{ pattern: { subject: 'v\\d+-rc' } }",
    on: FUNCTION,
    property: "environment.variables.LOG_FORMAT",
    within: [["v12-rc", "v11"]],
    beyond: [
      ["v12", "v11"],
      ["xv12-rc", "v11"],
    ],
  },
  {
    rule: "{ cel: 'subject.timeout * 100 >= subject.memorySize' }",
    on: FUNCTION,
    property: "timeout",
    within: [[3, 30]],
    beyond: [[2, 30]],
  },
  {
    rule: "[{ ratio: { min: 0.9 } }, { oneOf: [[1, 100]] }]",
    on: DB,
    property: "allocatedStorage",
    within: [
      [95, 100],
      [1, 100],
    ],
    beyond: [[2, 100]],
  },
  {
    rule: "{ ratio: { min: 0.1 }, pattern: '\\d+' }",
    on: DB,
    property: "allocatedStorage",
    within: [[20, 100]],
    beyond: [[5, 100]],
  },
];

function sketch(on: string, property: string, value: unknown): Sketch {
  const base: Record<string, unknown> = on === FUNCTION ? { memorySize: 256 } : { engine: "postgres" };
  const steps = property.split(".");
  const last = steps.pop() ?? "";
  let at = base;
  for (const step of steps) at = at[step] = {} as Record<string, unknown>;
  if (value !== undefined) at[last] = value;
  return { [on]: base };
}

function verdictsOf(allow: string, one: Pick<Case, "on" | "property">, subject: unknown, reference: unknown) {
  const config = strictly(`tolerances: [{ property: "${one.property}", allow: ${allow} }]`);
  return verdicts(
    judged(config, {
      subject: sketch(one.on, one.property, subject),
      reference: sketch(one.on, one.property, reference),
    }),
  );
}

describe("every kind of allow", () => {
  for (const one of ALLOWED)
    for (const verdict of ["within", "beyond"] as const)
      for (const [subject, reference] of one[verdict])
        it(`${one.rule}: ${JSON.stringify(subject)} against ${JSON.stringify(reference)} is ${verdict}`, () => {
          assert.deepEqual(verdictsOf(one.rule, one, subject, reference), [verdict]);
        });
});

const SUBJECT: Sketch = {
  [DB]: { engine: "postgres", engineVersion: "15.3", allocatedStorage: 20, tags: { team: "shop" } },
  "aws:sqs/queue:Queue::jobs": { visibilityTimeoutSeconds: 30 },
};
const REFERENCE: Sketch = {
  [DB]: { engine: "postgres", engineVersion: "15.4", allocatedStorage: 200, tags: { team: "shop" } },
  "aws:sqs/queue:Queue::jobs": { visibilityTimeoutSeconds: 60 },
};

/** Selector → properties that it selects. */
const SELECTED: readonly (readonly [selector: string, properties: readonly string[]])[] = [
  ["on: 'aws:rds/*'", ["engineVersion", "allocatedStorage"]],
  ["on: 'aws:rds/*::orders'", ["engineVersion", "allocatedStorage"]],
  ["on: 'aws:rds/*::payments'", []],
  ["on: 'aws:*/*:{Queue,Topic}'", ["visibilityTimeoutSeconds"]],
  ["property: engineVersion", ["engineVersion"]],
  ["property: '**.engineVersion'", ["engineVersion"]],
  ["property: '*'", ["engineVersion", "allocatedStorage", "visibilityTimeoutSeconds"]],
  ["policy: dependency-parity", ["engineVersion"]],
  ["class: version", ["engineVersion"]],
  ["change: [added, removed]", []],
  ["change: changed", ["engineVersion", "allocatedStorage", "visibilityTimeoutSeconds"]],
  ["project: sh*", ["engineVersion", "allocatedStorage", "visibilityTimeoutSeconds"]],
  ["project: pay*", []],
  ["environment: staging", ["engineVersion", "allocatedStorage", "visibilityTimeoutSeconds"]],
  ["environment: production", []],
  ["on: 'aws:rds/*', property: 'allocated*'", ["allocatedStorage"]],
];

describe("every selector", () => {
  for (const [selector, properties] of SELECTED)
    it(`{ ${selector} } selects ${properties.join(", ") || "nothing"}`, () => {
      const findings = judged(strictly(`tolerances: [{ ${selector}, allow: any }]`), {
        subject: SUBJECT,
        reference: REFERENCE,
      });
      const selected = findings.filter(({ verdict }) => verdict === "within").map(({ key }) => key ?? "");
      assert.deepEqual([...selected].sort(), [...properties].sort());
    });
});

describe("precedence", () => {
  const one = { subject: { [DB]: { allocatedStorage: 20 } }, reference: { [DB]: { allocatedStorage: 200 } } };
  const of = (rules: string) => judged(strictly(`tolerances:\n${rules}`), one)[0];

  it("lets the last rule that matches win", () => {
    assert.equal(of("  - { allow: any }\n  - { allow: equal }")?.verdict, "beyond");
    assert.equal(of("  - { allow: equal }\n  - { allow: any }")?.verdict, "within");
  });

  it("decides allow and level apart, and names the rule", () => {
    const finding = of(
      "  - { allow: equal }\n  - { on: 'aws:rds/*', level: advisory }\n  - { on: 'aws:s3/*', allow: any }",
    );
    assert.deepEqual([finding?.verdict, finding?.level, finding?.rule], ["beyond", "advisory", "config:3"]);
  });

  it("lets no rule raise what the environment lowers", () => {
    const config = strictly("level: advisory\ntolerances: [{ allow: equal, level: mandatory }]");
    assert.equal(judged(config, one)[0]?.level, "advisory");
  });

  it("says in one line what differs, by which rule, how to mend and how to accept it", () => {
    const message = of("  - { allow: { ratio: { min: 0.5 } } }")?.message ?? "";
    assert.match(message, /^orders \(aws:rds\/instance:Instance\): allocatedStorage is 20, production has 200; /);
    assert.match(
      message,
      /config:3 \(10 % of the reference, at least 50 % is allowed\); scale .* towards 200, or accept it/,
    );
    assert.match(message, /`parity waive [0-9a-f]{12}`$/);
    assert.doesNotMatch(message, /\n/);
  });
});

describe("waivers", () => {
  const one = {
    subject: { [DB]: { multiAz: false, allocatedStorage: 50 } },
    reference: { [DB]: { multiAz: true, allocatedStorage: 100 } },
  };
  const waiver = (own: string) =>
    `waivers: [{ id: storage, on: "${DB}", property: allocatedStorage, reason: r, owner: o, ${own} }]`;
  const storage = (own: string, subject = 50, now = NOW) => {
    const stacks = { ...one, subject: { [DB]: { multiAz: true, allocatedStorage: subject } }, now };
    const findings = judged(strictly(waiver(own)), stacks);
    return {
      verdict: findings[0]?.verdict,
      hygiene: findings.filter(({ policy }) => policy === "waiver-hygiene").map(({ key }) => key),
    };
  };

  it("hold through their last day, in UTC", () => {
    const own = "accepted: [50, 100], expires: 2026-11-20";
    assert.equal(storage(own, 50, new Date("2026-11-20T23:59:59Z")).verdict, "waived");
    const after = storage(own, 50, new Date("2026-11-21T00:00:00Z"));
    assert.deepEqual(after, { verdict: "beyond", hygiene: ["expires"] });
  });

  it("cover what was accepted and what is better, never what is worse", () => {
    const own = "accepted: [50, 100], expires: 2027-06-30";
    assert.deepEqual(
      [60, 50, 40, 150].map((value) => storage(own, value).verdict),
      ["waived", "waived", "beyond", "beyond"],
    );
    assert.deepEqual(storage(own, 40).hygiene, ["accepted"]);
  });

  it("warn 14 days ahead", () => {
    assert.deepEqual(storage("expires: 2026-12-04").hygiene, ["expires"]);
    assert.deepEqual(storage("expires: 2026-12-05").hygiene, []);
  });

  it("are findings where unused, without reason or without owner", () => {
    const config = strictly(`waivers: [{ id: x, on: "aws:s3/*", property: acl, expires: 2027-06-30 }]`);
    const found = judged(config, one).filter(({ policy }) => policy === "waiver-hygiene");
    assert.deepEqual(
      found.map(({ key, level }) => [key, level]),
      [
        ["used", "advisory"],
        ["reason", "mandatory"],
        ["owner", "mandatory"],
      ],
    );
  });

  it("are refused where two cover one divergence, unless one names it by its fingerprint", () => {
    const other = `  - { id: other, on: "aws:rds/*", property: "*Storage", reason: r, owner: o, expires: 2027-06-30 }`;
    const both = `waivers:\n  - { id: storage, on: "${DB}", property: allocatedStorage, reason: r, owner: o, expires: 2027-06-30 }\n${other}`;
    const stacks = { subject: { [DB]: { allocatedStorage: 5 } }, reference: { [DB]: { allocatedStorage: 9 } } };
    assert.match(
      refusal(() => judged(strictly(both), stacks)),
      /waivers storage \(config:3\) and other are both for one divergence, orders allocatedStorage/,
    );
    const id = judged(strictly(""), stacks)[0]?.id ?? "";
    assert.equal(judged(strictly(both.replace("id: storage", `id: "${id}"`)), stacks)[0]?.rule, `waiver ${id}`);
  });

  it("accept a divergence by its fingerprint", () => {
    const [first] = judged(strictly(""), {
      subject: { [DB]: { multiAz: false } },
      reference: { [DB]: { multiAz: true } },
    });
    const config = strictly(`waivers: [{ id: "${first?.id ?? ""}", reason: r, owner: o, expires: 2027-06-30 }]`);
    assert.deepEqual(verdicts(judged(config, one)).toSorted(), ["beyond", "waived"]);
  });
});

describe("ahead", () => {
  const config = strictly("lead: 14d");
  const reference: Sketch = { [DB]: { engineVersion: "15.4", multiAz: true } };
  const changedTo = (inputs: Readonly<Record<string, unknown>>) =>
    judged(config, { subject: { [DB]: { ...reference[DB], ...inputs } }, reference, before: reference })[0];

  it("is what the subject introduced, and only advises", () => {
    const finding = changedTo({ engineVersion: "15.5" });
    assert.deepEqual([finding?.verdict, finding?.level], ["ahead", "advisory"]);
  });

  it("is nothing older, weaker or missing", () => {
    assert.equal(changedTo({ engineVersion: "15.3" })?.verdict, "beyond");
    assert.equal(changedTo({ multiAz: false })?.verdict, "beyond");
    assert.deepEqual(verdicts(judged(config, { subject: {}, reference, before: reference })), ["beyond"]);
  });

  it("is nothing where the lead is 0, or where nobody knows what was before", () => {
    const stacks = { subject: { [DB]: { engineVersion: "15.5" } }, reference: { [DB]: { engineVersion: "15.4" } } };
    assert.deepEqual(verdicts(judged(config, stacks)), ["beyond"]);
    assert.deepEqual(verdicts(judged(strictly(""), { ...stacks, before: stacks.reference })), ["beyond"]);
  });
});

describe("enforce: introduced", () => {
  it("advises upon what was there before, and rejects what is new", () => {
    const config = strictly("enforce: introduced");
    const reference: Sketch = { [DB]: { multiAz: true, port: 5432 } };
    const before: Sketch = { [DB]: { multiAz: false, port: 5432 } };
    const found = judged(config, { subject: { [DB]: { multiAz: false, port: 5433 } }, reference, before });
    assert.deepEqual(found.map(({ key, level }) => [key, level]).sort(), [
      ["multiAz", "advisory"],
      ["port", "mandatory"],
    ]);
  });
});

describe("a condition", () => {
  const stacks = (subject: unknown, reference: unknown) => ({
    subject: { [DB]: { iops: subject } },
    reference: { [DB]: { iops: reference } },
  });
  const rule = (cel: string) => `tolerances:\n  - { on: "aws:rds/*", allow: { cel: "${cel}" } }`;

  it("does not hold where a resource lacks what it names", () => {
    const [finding] = judged(strictly(rule("subject.nothing >= 1")), stacks(1, 2));
    assert.equal(finding?.verdict, "beyond");
    assert.match(finding.message, /cannot be worked out: No such key: nothing/);
    assert.deepEqual(verdicts(judged(strictly(rule("value.subject > 0")), stacks(undefined, 2))), ["beyond"]);
  });

  for (const [cel, why] of [
    ["1 / 0 == value.subject", "division by zero"],
    ["value.subject > '1'", "no such overload"],
    ["value.subject", "it gives no true or false"],
  ] as const)
    it(`that is wrong in itself is refused: ${cel}`, () => {
      assert.match(
        refusal(() => judged(strictly(rule(cel)), stacks(1, 2))),
        new RegExp(`^this CEL expression cannot be worked out for orders \\(aws:rds/instance:Instance\\): ${why}`),
      );
    });
});

describe("rules that match nothing", () => {
  const idle = (rules: readonly string[]) => {
    const config = loadParityConfig({
      document: `tolerances:\n${rules.map((rule) => `  - { ${rule}, allow: any }`).join("\n")}`,
      from: ["/"],
    });
    const stacks = [
      stackOf("staging", { [DB]: { multiAz: false } }),
      stackOf("production", { [DB]: { multiAz: true } }),
    ] as const;
    const pair = adHocPair(config, { project: "shop", stack: "staging" }, { project: "shop", stack: "production" });
    const settings = completeSettings(pair, { catalogue, before: undefined });
    const { comparison } = walk(...stacks, settings, policies, NOW);
    return idleRules(comparison, settings.judge).map((rule) => idleText(rule, comparison));
  };

  it("are named, those of presets not", () => {
    assert.deepEqual(idle(["on: 'aws:rds/*'", "on: 'aws:sqs/*'"]), ["the rule at config:3 matches nothing here"]);
  });

  for (const [rule, hint] of [
    ["on: 'aws:rdss/*'", 'no type "aws:rdss/*" is known, did you mean "aws:rds/*"?'],
    [
      "on: 'aws:rds/instance:Instanze::orders'",
      'no type "aws:rds/instance:Instanze" is known, did you mean "aws:rds/instance:Instance"?',
    ],
    ["on: 'datadog:*'", 'neither stack has a type "datadog:*"'],
    [
      "on: 'aws:rds/*', property: instanceClas",
      'aws:rds/* has no property "instanceClas", did you mean "instanceClass"?',
    ],
    ["property: multiAzz", 'nothing here has a property "multiAzz", did you mean "multiAz"?'],
  ] as const)
    it(`are doubted where they never can: ${rule}`, () => {
      assert.deepEqual(idle([rule]), [`the rule at config:2 matches nothing here: ${hint}`]);
    });
});

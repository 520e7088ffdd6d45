import type { QueueArgs } from "@pulumi/aws/sqs";
import assert from "node:assert/strict";
import { adHocPair, completeSettings } from "../../core/config";
import { defineParityPolicy } from "../../core/policy";
import { walk } from "../../core/walk";
import { policies } from "../../policies/list";
import { SECRET, UNKNOWN, type ValueMap } from "../../core/model/value";
import { holdsUnknown, watchedInputs, type Unseen } from "../../core/watched-inputs";
import { parseState } from "../../sources/state";
import { catalogue, NOW, refusal, stackOf, strictly } from "./shop";

const patience = defineParityPolicy<QueueArgs>({
  name: "queue-patience",
  description: "Staging's consumers have as long as production's.",
  level: "mandatory",
  on: "aws:sqs/queue:Queue",
  mend: "raise visibilityTimeoutSeconds",
  judge(subject, reference, report) {
    const [ours, theirs] = [subject.visibilityTimeoutSeconds, reference.visibilityTimeoutSeconds];
    if (typeof ours !== "number" || typeof theirs !== "number") return;
    if (ours < theirs / 2)
      report(`only ${ours} s, production has ${theirs} s`, { property: "visibilityTimeoutSeconds" });
  },
});

function findings(yaml: string, ours: number) {
  const queue = (seconds: number) => ({ "aws:sqs/queue:Queue::jobs": { visibilityTimeoutSeconds: seconds } });
  const config = strictly(yaml);
  const pair = adHocPair(config, { project: "shop", stack: "staging" }, { project: "shop", stack: "production" });
  const settings = completeSettings(pair, { catalogue, before: undefined });
  const stacks = [stackOf("staging", queue(ours)), stackOf("production", queue(60))] as const;
  return walk(...stacks, settings, [...policies, patience], NOW).findings.filter(
    ({ policy }) => policy === patience.name,
  );
}

describe("a policy of one's own", () => {
  it("finds what it reports, and nothing where it reports nothing", () => {
    const [finding, ...more] = findings("", 20);
    assert.deepEqual(more, []);
    assert.deepEqual([finding?.verdict, finding?.level], ["beyond", "mandatory"]);
    assert.match(
      finding?.message ?? "",
      /^jobs \(aws:sqs\/queue:Queue\): only 20 s, production has 60 s; .*raise visibilityTimeoutSeconds, or accept/,
    );
    assert.deepEqual(findings("", 40), []);
  });

  it("is tolerated and lowered as every other is", () => {
    assert.equal(findings("tolerances: [{ policy: queue-patience, allow: any }]", 20)[0]?.verdict, "within");
    assert.equal(findings("tolerances: [{ policy: 'queue-*', level: advisory }]", 20)[0]?.level, "advisory");
  });

  it("is found again by its fingerprint, whatever the values and words", () => {
    assert.equal(findings("", 20)[0]?.id, findings("", 21)[0]?.id);
  });

  it("is waived by its fingerprint", () => {
    const id = findings("", 20)[0]?.id ?? "";
    const waiver = `waivers: [{ id: "${id}", reason: r, owner: o, expires: 2027-06-30 }]`;
    assert.equal(findings(waiver, 20)[0]?.verdict, "waived");
  });
});

interface Redrive {
  readonly redrivePolicy?: string;
  readonly policy?: string;
}

describe("what is not known yet, to a policy of one's own", () => {
  const queues = (inputs: ValueMap) => watchedInputs(inputs, unseen);
  let unseen: Unseen;
  beforeEach(() => (unseen = new Map()));
  const inputs: ValueMap = {
    name: "q",
    tags: { team: UNKNOWN, env: "a" },
    list: [{ a: 1 }, { a: UNKNOWN }],
    key: SECRET,
  };

  it("is noted where it is looked at, with its path", () => {
    const watched = queues(inputs);
    assert.deepEqual([watched.name, Object.keys(watched)], ["q", ["name", "tags", "list", "key"]]);
    assert.deepEqual([...unseen.keys()], []);
    assert.deepEqual(watched, inputs);
    assert.deepEqual([...unseen.keys()], ["tags.team", "list[1].a", "key"]);
  });

  it("is found at any depth", () => {
    assert.equal(holdsUnknown(inputs), true);
    assert.equal(holdsUnknown({ list: [{ a: 1 }], key: SECRET }), false);
  });
});

describe("what a policy of one's own sees", () => {
  const arn = (stack: string, name: string) =>
    `arn:aws:sqs:eu-west-1:${stack === "staging" ? "111122223333" : "444455556666"}:${name}`;
  const state = (stack: string, target: string, secret: boolean) => {
    const root = `urn:pulumi:${stack}::shop::pulumi:pulumi:Stack::shop-${stack}`;
    const queue = (name: string, inputs: object) => ({
      urn: `urn:pulumi:${stack}::shop::aws:sqs/queue:Queue::${name}`,
      ...{ custom: true, type: "aws:sqs/queue:Queue", id: `https://sqs/${stack}/${name}`, parent: root },
      ...{ inputs: { name, ...inputs }, outputs: { arn: arn(stack, `${stack}-${name}`) } },
    });
    const mark = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "xyz" };
    const resources = [
      { urn: root, custom: false, type: "pulumi:pulumi:Stack" },
      queue("dead", {}),
      queue("late", {}),
      queue("jobs", { redrivePolicy: arn(stack, `${stack}-${target}`), policy: secret ? mark : "open" }),
    ];
    return parseState(JSON.stringify({ version: 3, deployment: { resources } }), `${stack}.json`);
  };
  const seen = (target: string) => {
    const found: unknown[] = [];
    const spy = defineParityPolicy<Redrive>({
      ...{ name: "spy", description: "d", level: "mandatory", on: "aws:sqs/*" },
      judge: (subject, reference, report) => {
        if (subject.redrivePolicy === undefined) return;
        found.push([subject.redrivePolicy, reference.redrivePolicy, subject.policy, reference.policy]);
        report("seen", { property: "policy" });
      },
    });
    const config = strictly("");
    const pair = adHocPair(config, { project: "shop", stack: "staging" }, { project: "shop", stack: "production" });
    const settings = completeSettings(pair, { catalogue, before: undefined });
    const { findings } = walk(state("staging", target, true), state("production", "dead", false), settings, [spy], NOW);
    return { found, finding: findings.find(({ policy }) => policy === "spy") };
  };

  it("are symbols, equal on both sides where they mean the same", () => {
    assert.deepEqual(seen("dead").found, [["{dead.arn}", "{dead.arn}", SECRET, SECRET]]);
    assert.deepEqual(seen("late").found, [["{late.arn}", "{dead.arn}", SECRET, SECRET]]);
  });

  it("and no secret of either side", () => {
    const { finding } = seen("dead");
    assert.equal(finding?.facts.secret, true);
    assert.doesNotMatch(JSON.stringify([finding.values, finding.message]), /open|xyz/);
  });

  it("is not silent where it fails", () => {
    const broken = defineParityPolicy<QueueArgs>({
      ...{ name: "broken", description: "d", level: "mandatory", on: "aws:sqs/*" },
      judge: () => {
        throw new Error("no such luck");
      },
    });
    const config = strictly("");
    const pair = adHocPair(config, { project: "shop", stack: "staging" }, { project: "shop", stack: "production" });
    const settings = completeSettings(pair, { catalogue, before: undefined });
    assert.match(
      refusal(() => walk(state("staging", "dead", false), state("production", "dead", false), settings, [broken], NOW)),
      /^the policy broken fails on dead \(aws:sqs\/queue:Queue\): no such luck$/,
    );
  });
});

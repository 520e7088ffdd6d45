import type { QueueArgs } from "@pulumi/aws/sqs";
import assert from "node:assert/strict";
import { adHocPair, completeSettings } from "../../core/config";
import { defineParityPolicy } from "../../core/policy";
import { walk } from "../../core/walk";
import { policies } from "../../policies/list";
import { catalogue, NOW, stackOf, strictly } from "./shop";

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

  it("is waived by its fingerprint", () => {
    const id = findings("", 20)[0]?.id ?? "";
    const waiver = `waivers: [{ id: "${id}", reason: r, owner: o, expires: 2027-06-30 }]`;
    assert.equal(findings(waiver, 20)[0]?.verdict, "waived");
  });
});

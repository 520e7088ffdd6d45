import assert from "node:assert/strict";
import { createCatalogue } from "../../catalogue";
import { adHocPair, completeSettings } from "../../core/config";
import type { Finding } from "../../core/model/finding";
import type { Stack } from "../../core/model/stack";
import { POLICY_NAMES } from "../../core/vocabulary";
import { walk } from "../../core/walk";
import { policies } from "../../policies/list";
import { withEvidence } from "../../sources/evidence";
import { presetConfig } from "../../sources/parity-yaml";
import { parseState } from "../../sources/state";
import { policyExamples, policyPages, readPage, type Example, type Sketch } from "./examples";

const NOW = new Date("2026-01-15T12:00:00Z");

function stackOf(name: string, sketch: Sketch): Stack {
  const resources = Object.entries(sketch).map(([key, inputs]) => {
    const [type = "", ...rest] = key.split("::");
    const urn = `urn:pulumi:${name}::shop::${type}::${rest.join("::")}`;
    return { urn, custom: true, type, id: `${name}-${rest.join("-")}`, inputs, outputs: inputs };
  });
  return parseState(JSON.stringify({ version: 3, deployment: { resources } }), `${name}.json`);
}

function judgeByStandard(example: Example): readonly Finding[] {
  const identity = (stack: string) => ({ project: "shop", stack });
  const pair = adHocPair(presetConfig("standard"), identity("staging"), identity("production"));
  const settings = completeSettings(pair, { catalogue: createCatalogue(), before: undefined });
  const stacks = { subject: stackOf("staging", example.subject), reference: stackOf("production", example.reference) };
  const { subject, reference } = withEvidence(stacks, pair.evidence, NOW);
  return walk(subject, reference, settings, policies, NOW).findings;
}

const rejecting = (finding: Finding): boolean => finding.verdict === "beyond" && finding.level === "mandatory";
const inWords = (finding: Finding): string => `${finding.policy} ${finding.key ?? ""}: ${finding.rule}`;

describe("policy pages", () => {
  it("stand beside every policy, and only there", () => {
    assert.deepEqual([...policyPages()].sort(), [...POLICY_NAMES].sort());
    assert.deepEqual(
      policies.map((policy) => policy.name),
      [...POLICY_NAMES],
    );
  });

  for (const policy of policies) {
    it(`${policy.name} says what it judges and which cause it covers`, () => {
      const page = readPage(policy.name);
      assert.ok(page.startsWith(`# ${policy.name}\n\n**Judges** `));
      assert.ok(page.includes("**Covers** "));
    });
  }

  for (const example of policyExamples()) {
    it(`${example.page}.md:${example.line} is ${example.expectation}`, () => {
      const findings = judgeByStandard(example).filter(rejecting);
      if (example.expectation === "accepted") assert.deepEqual(findings.map(inWords), []);
      else
        assert.ok(
          findings.some((finding) => finding.policy === example.page),
          findings.map(inWords).join("; "),
        );
    });
  }
});

import assert from "node:assert/strict";
import { lifetimeLeft, provenanceDivergences, type ProvenanceFacts } from "../../core/history";
import type { Comparison, Divergence } from "../../core/model/comparison";
import type { ProgramFacts, Stack } from "../../core/model/stack";
import { exported, resource } from "../state/states";

const NOW = new Date("2026-03-01T00:00:00Z");

function stack(program: ProgramFacts, fields: Partial<Stack> = {}): Stack {
  return {
    ...exported([resource({ type: "pulumi:pulumi:Stack", created: "2026-02-20T00:00:00Z" }, "shop")]),
    program,
    ...fields,
  };
}

function compared(subject: Stack, reference: Stack, divergences: readonly Divergence[] = []): Comparison {
  return { subject, reference, pairs: [], equivalences: [], divergences, secrets: 0, remarks: [] };
}

const found = (subject: ProgramFacts, reference: ProgramFacts, facts: ProvenanceFacts = {}) =>
  provenanceDivergences(compared(stack(subject), stack(reference)), facts, NOW);
const keys = (divergences: readonly Divergence[]) => divergences.map(({ key }) => key).join(" ");

describe("where both sides come from", () => {
  const table: readonly [what: string, ProgramFacts, ProgramFacts, ProvenanceFacts, string][] = [
    ["nothing is known", {}, {}, {}, ""],
    ["one commit", { commit: "a" }, { commit: "a" }, {}, ""],
    ["the subject is ahead", { commit: "b" }, { commit: "a" }, { relation: "ahead" }, ""],
    ["the subject is behind", { commit: "a" }, { commit: "b" }, { relation: "behind" }, "commit"],
    ["they went apart", { commit: "a" }, { commit: "b" }, { relation: "diverged" }, "commit"],
    ["the commit of one is not known", { commit: "a" }, {}, {}, ""],
    ["changes that are not committed", { dirty: true }, { dirty: false }, {}, "dirty"],
    ["another repository", { repository: "https://x/a/b" }, { repository: "https://x/a/c" }, {}, "repository"],
    ["one repository, spelled twice", { repository: "https://x/a/b" }, { repository: "git@x:a/b.git" }, {}, ""],
    ["Pulumi 2 and 3", { pulumiVersion: "v2.1.0" }, { pulumiVersion: "v3.1.0" }, {}, "pulumiVersion"],
    ["two versions of Pulumi 3", { pulumiVersion: "v3.9.0" }, { pulumiVersion: "v3.1.0" }, {}, ""],
  ];
  for (const [what, subject, reference, facts, expected] of table)
    it(what, () => assert.equal(keys(found(subject, reference, facts)), expected));

  it("is undetermined where git does not know both commits", () => {
    const [commit] = found({ commit: "a" }, { commit: "b" }, { relation: "unknown" });
    assert.match(commit!.undetermined!, /not known here/);
  });

  it("keeps its fingerprint whatever the commits are", () => {
    const [one] = found({ commit: "a" }, { commit: "b" }, { relation: "behind" });
    const [other] = found({ commit: "c" }, { commit: "d" }, { relation: "diverged" });
    assert.equal(one!.id, other!.id);
    assert.equal(one!.facts.policy, "provenance-parity");
  });
});

describe("how old things are", () => {
  it("the reference, against the limit that was given", () => {
    const pair = compared(stack({}), stack({}, { capturedAt: "2026-02-01T00:00:00Z" }));
    assert.equal(keys(provenanceDivergences(pair, { maxReferenceAgeDays: 30 }, NOW)), "");
    const [age] = provenanceDivergences(pair, { maxReferenceAgeDays: 7 }, NOW);
    assert.deepEqual(age!.values, { subject: "7d", reference: "28d" });
    assert.equal(keys(provenanceDivergences(pair, {}, NOW)), "");
  });

  it("a short-lived environment, against its lifetime", () => {
    const pair = compared(stack({}), stack({}));
    assert.equal(lifetimeLeft(pair.subject, 14, NOW), 5);
    assert.equal(keys(provenanceDivergences(pair, { lifetimeDays: 14 }, NOW)), "");
    const [lifetime] = provenanceDivergences(pair, { lifetimeDays: 7 }, NOW);
    assert.deepEqual([lifetime!.key, lifetime!.values], ["lifetime", { subject: "9d", reference: "7d" }]);
  });

  it("each divergence, against the limit of its dimension", () => {
    const [one] = found({ dirty: true }, {});
    const capacity = { ...one!, id: "c1", facts: { ...one!.facts, policy: "capacity-parity" as const } };
    const pair = compared(stack({}), stack({}), [capacity]);
    const began = new Map([["c1", new Date("2026-02-01T00:00:00Z")]]);
    const limits = (maxAgeDays: Record<string, number>) => provenanceDivergences(pair, { began, maxAgeDays }, NOW);
    assert.deepEqual(limits({ "capacity-parity": 30 }), []);
    assert.deepEqual(limits({ "network-parity": 7 }), []);
    const [overdue] = limits({ "*": 7 });
    assert.deepEqual([overdue!.causedBy, overdue!.values], ["c1", { subject: "28d", reference: "7d" }]);
    assert.notEqual(overdue!.id, "c1");
  });
});

import assert from "node:assert/strict";
import { lifetimeOf, ownerOfStack, provenanceDivergences, type ProvenanceFacts } from "../../core/history";
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
  const said = (divergences: readonly Divergence[]) => divergences.map(({ reported }) => reported!.message).join();
  const at = (fields: Partial<Stack>) => compared(stack({}), stack({}, fields));

  it("the recording of the reference, against the limit that was given", () => {
    const pair = at({ capturedAt: "2026-01-01T00:00:00Z", recordedAt: "2026-02-01T00:00:00Z" });
    assert.equal(keys(provenanceDivergences(pair, { maxReferenceAgeDays: 30 }, NOW)), "");
    const [age] = provenanceDivergences(pair, { maxReferenceAgeDays: 7 }, NOW);
    assert.deepEqual(age!.values, { subject: "7d", reference: "28d" });
    assert.equal(said([age!]), "the reference was recorded 28 days ago, at most 7 days are allowed");
    assert.equal(keys(provenanceDivergences(pair, {}, NOW)), "");
  });

  it("an export of which nobody knows when it was made, by the update that it shows", () =>
    assert.equal(
      keys(provenanceDivergences(at({ capturedAt: "2026-02-01T00:00:00Z" }), { maxReferenceAgeDays: 7 }, NOW)),
      "referenceAge",
    ));

  it("the last update of each side, of what is deployed", () => {
    const [subject, reference] = ["2026-02-19T00:00:00Z", "2026-01-30T00:00:00Z"].map((capturedAt) =>
      stack({}, { capturedAt }),
    );
    const limits = { maxDeploymentAgeDays: { subject: 7, reference: 30 } };
    const found = (own: Stack) => said(provenanceDivergences(compared(own, reference!), limits, NOW));
    assert.equal(found(subject!), "it was last deployed 10 days ago, at most 7 days are allowed");
    assert.equal(found({ ...subject!, phase: "preview" }), "");
  });

  const lives: readonly [days: number, says: string, atMost: string | undefined][] = [
    [30, "", undefined],
    [12.5, "", undefined],
    [12, "its lifetime of 12 days ends in 3 days", "advisory"],
    [9.5, "its lifetime of 9 days ends in 12 hours", "advisory"],
    [7, "it was made 9 days ago and may live for 7 days", undefined],
  ];
  for (const [lifetimeDays, says, atMost] of lives)
    it(`a short-lived environment of nine days, of ${lifetimeDays} that it may live`, () => {
      const found = provenanceDivergences(at({}), { lifetimeDays }, NOW);
      assert.equal(said(found), says);
      assert.equal(found[0]?.atMost, atMost);
    });

  it("nothing of an environment that does not exist yet", () => {
    const unborn = compared({ ...stack({}), resources: [] }, stack({}));
    assert.equal(lifetimeOf(unborn.subject, 7, NOW), undefined);
    assert.deepEqual(provenanceDivergences(unborn, { lifetimeDays: 7 }, NOW), []);
  });

  it("each divergence, against the limit of its dimension", () => {
    const [one] = found({ dirty: true }, {});
    const capacity = { ...one!, id: "c1", facts: { ...one!.facts, policy: "capacity-parity" as const } };
    const pair = compared(stack({}), stack({}), [capacity]);
    const began = new Map([["c1", { at: new Date("2026-02-01T00:00:00Z"), side: "subject" as const }]]);
    const limits = (maxAgeDays: Record<string, number>) => provenanceDivergences(pair, { began, maxAgeDays }, NOW);
    assert.deepEqual(limits({ "capacity-parity": 30 }), []);
    assert.deepEqual(limits({ "network-parity": 7 }), []);
    const [overdue] = limits({ "*": 7 });
    assert.deepEqual([overdue!.causedBy, overdue!.values], ["c1", { subject: "28d", reference: "7d" }]);
    assert.match(said([overdue!]), /has diverged since 2026-02-01, for 28 days; at most 7 days are allowed/);
    assert.notEqual(overdue!.id, "c1");
  });
});

describe("whose a stack is", () => {
  const tagged = (fields: Record<string, unknown>) => exported([resource(fields)]);
  const table: readonly [what: string, Stack, Record<string, string> | undefined, string | undefined][] = [
    ["nobody's", tagged({}), undefined, undefined],
    ["by a tag of a resource", tagged({ inputs: { tags: { owner: "ada" } } }), undefined, "ada"],
    ["by the stack's own tag first", tagged({ inputs: { tags: { owner: "ada" } } }), { owner: "ben" }, "ben"],
    [
      "by a provider's default tags",
      tagged({ type: "pulumi:providers:aws", inputs: { defaultTags: '{"tags":{"owner":"cleo"}}' } }),
      {},
      "cleo",
    ],
    [
      "by its configuration",
      tagged({ type: "parity:stack:Configuration", inputs: { "shop:owner": "dan" } }),
      {},
      "dan",
    ],
    ["nobody's where the tag is empty", tagged({ inputs: { tags: { owner: "" } } }), { owner: "" }, undefined],
  ];
  for (const [what, one, tags, owner] of table)
    it(what, () => {
      assert.equal(ownerOfStack(one, "owner", tags), owner);
      const found = provenanceDivergences(compared(one, stack({})), { ownerTag: "owner", stackTags: tags }, NOW);
      assert.equal(keys(found), owner === undefined ? "owner" : "");
    });
});

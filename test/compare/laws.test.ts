import assert from "node:assert/strict";
import fc from "fast-check";
import type { Comparison } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import { isMap, type ValueMap } from "../../core/model/value";
import { random } from "../accuracy/random";
import { redeploy } from "../accuracy/redeploy";
import { compareBare } from "../accuracy/measure";
import { createCatalogue } from "../../catalogue";
import { anyStack } from "./arbitrary";
import { say } from "./build";

const RUNS = { numRuns: 150 };
const catalogue = createCatalogue();

function compared(subject: Stack, reference: Stack): Comparison {
  return compareBare(subject, reference, catalogue);
}

function pairNames({ pairs }: Comparison): readonly string[] {
  return pairs.map(({ subject, reference }) => `${subject.urn} = ${reference.urn}`).sort();
}

/** The same, its resources and keys in another order. */
function disordered(stack: Stack, seed: number): Stack {
  const chance = random(seed);
  const keys = (map: ValueMap): ValueMap =>
    Object.fromEntries(
      chance.shuffle(Object.keys(map)).map((key) => {
        const value = map[key] ?? null;
        return [key, isMap(value) ? keys(value) : value];
      }),
    );
  const resources = stack.resources.map((resource) => ({ ...resource, inputs: keys(resource.inputs) }));
  return { ...stack, resources: chance.shuffle(resources) };
}

const MIRRORED: Readonly<Record<string, string>> = {
  missing: "extra",
  extra: "missing",
  added: "removed",
  removed: "added",
};

describe("laws of the comparison", function () {
  this.timeout(60_000);

  it("a stack equals itself", () => {
    fc.assert(
      fc.property(anyStack, (stack) => {
        const comparison = compared(stack, stack);
        assert.deepEqual(say(comparison.divergences), []);
        assert.equal(comparison.pairs.length, stack.resources.length);
      }),
      RUNS,
    );
  });

  it("order of resources and keys never matters", () => {
    fc.assert(
      fc.property(anyStack, anyStack, fc.nat(), (subject, reference, seed) => {
        const [straight, mixed] = [
          compared(subject, reference),
          compared(disordered(subject, seed), disordered(reference, seed + 1)),
        ];
        assert.deepEqual(say(mixed.divergences), say(straight.divergences));
        assert.deepEqual(pairNames(mixed), pairNames(straight));
      }),
      RUNS,
    );
  });

  // A place in a list is given by the subject's own index or element: only the list is the same from both sides.
  it("swapping the sides mirrors pairs and differences", () => {
    fc.assert(
      fc.property(anyStack, anyStack, (subject, reference) => {
        const [there, back] = [compared(subject, reference), compared(reference, subject)];
        const mirrored = back.divergences.map((divergence) => ({
          ...divergence,
          kind: MIRRORED[divergence.kind] ?? divergence.kind,
        }));
        const kinds = (divergences: readonly { kind: string; key: string | undefined }[]) =>
          divergences.map(({ kind, key }) => `${kind} ${(key ?? "").replace(/\[[^\]]*\]/g, "[]")}`).sort();
        assert.deepEqual(kinds(mirrored), kinds(there.divergences));
        assert.deepEqual(
          back.pairs.map((pair) => `${pair.reference.urn} = ${pair.subject.urn}`).sort(),
          pairNames(there),
        );
      }),
      RUNS,
    );
  });

  it("other identities throughout change nothing", () => {
    fc.assert(
      fc.property(anyStack, fc.nat(), (stack, seed) => {
        const { stack: again, counterparts } = redeploy(stack, "production", random(seed));
        const comparison = compared(stack, again);
        assert.deepEqual(say(comparison.divergences), []);
        for (const { subject, reference } of comparison.pairs)
          assert.equal(reference.urn, counterparts.get(subject.urn));
      }),
      RUNS,
    );
  });

  it("one change gives one root difference, at its place", () => {
    fc.assert(
      fc.property(anyStack, fc.nat(), fc.integer({ min: 6000, max: 9000 }), (stack, at, value) => {
        const target = stack.resources[at % stack.resources.length];
        const resources = stack.resources.map((resource) =>
          resource === target ? { ...resource, inputs: { ...resource.inputs, quota: value } } : resource,
        );
        const { stack: again } = redeploy(stack, "production", random(at));
        const roots = compared({ ...stack, resources }, again).divergences.filter(
          ({ causedBy }) => causedBy === undefined,
        );
        assert.deepEqual(say(roots), ["added quota"]);
        assert.equal(roots[0]?.subject?.urn, target?.urn);
      }),
      RUNS,
    );
  });
});

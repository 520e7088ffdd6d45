import assert from "node:assert/strict";
import { createCatalogue } from "../../catalogue";
import picomatch from "picomatch";
import type { Divergence, Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import { isList, isMap, Unknown, type Value } from "../../core/model/value";
import { compareBare, compareWorld, firstPreviewOf, previewOf, stacksOf } from "./measure";
import { PERTURBATIONS, tryAlignment, tryBeside } from "./trials";
import { judgeTruth } from "./truth";
import { WORLDS, worldsToChange } from "./worlds";
import { drawn } from "./worlds/engine/random";
import type { RunnableWorld } from "./worlds/world";

const catalogue = createCatalogue();

describe("accuracy on programs as teams write them", function () {
  this.timeout(60_000);

  for (const world of WORLDS)
    it(`says of ${world.name} what is true and nothing else`, () => {
      const { missed, falseAlarms } = judgeTruth(world, compareWorld(world, catalogue).divergences);
      assert.deepEqual({ missed, falseAlarms }, { missed: [], falseAlarms: [] });
    });

  const previews: Readonly<Record<string, (world: RunnableWorld) => Sides<Stack>>> = {
    "the first preview": firstPreviewOf,
    "a preview with new resources": (world) => previewOf(world, isEveryThird),
  };
  for (const [which, stacks] of Object.entries(previews))
    for (const world of WORLDS)
      it(`says of ${which} of ${world.name} what is true as far as it is known`, () => {
        const { subject, reference } = stacks(world);
        const { divergences } = compareBare(subject, reference, catalogue, world.environments);
        const told = divergences.filter(({ undetermined }) => undetermined === undefined);
        const { missed, falseAlarms } = judgeTruth(world, told);
        assert.deepEqual(falseAlarms, []);
        const open = openProperties(subject);
        const cannotBeKnown = (difference: string) => {
          const [, on = "", property = ""] = difference.split(" ");
          const matches = picomatch(on, { bash: true });
          return open.some((place) => matches(place.name) && property.startsWith(place.property));
        };
        assert.deepEqual(
          missed.filter((difference) => !cannotBeKnown(difference)),
          [],
        );
      });

  const beside: Readonly<Record<string, (world: RunnableWorld) => Sides<Stack>>> = {
    "beside all that differs anyway": stacksOf,
    "into a first preview": firstPreviewOf,
  };
  for (const [where, stacks] of Object.entries(beside))
    it(`finds changes that are injected ${where}, and says nothing besides`, () => {
      const trials = worldsToChange().flatMap((world) => tryBeside(stacks(world), catalogue, 1, 2));
      assert.ok(trials.length > 350, `only ${trials.length} changes were injected`);
      const missed = trials.filter(({ found }) => !found).map(({ place }) => place);
      const noisy = trials.filter(({ falseAlarms }) => falseAlarms > 0).map(({ place }) => place);
      assert.ok(missed.length <= trials.length / 100, missed.join("\n"));
      assert.ok(noisy.length <= trials.length / 100, noisy.join("\n"));
    });

  for (const [name, perturb] of Object.entries(PERTURBATIONS))
    it(`aligns resources that are ${name}`, () => {
      const trials = WORLDS.map((world) => tryAlignment(stacksOf(world).subject, catalogue, perturb, 1));
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      const share = sum(trials.map(({ right }) => right)) / sum(trials.map(({ all }) => all));
      assert.ok(share >= 0.99, `${share}`);
    });

  for (const world of WORLDS)
    it(`says of ${world.name} the same from either side`, () => {
      const { subject, reference } = stacksOf(world);
      const { environments } = world;
      const there = compareBare(subject, reference, catalogue, environments);
      const mirror = { subject: environments.reference, reference: environments.subject };
      const back = compareBare(reference, subject, catalogue, mirror);
      assert.deepEqual(written(back.divergences, MIRRORED), written(there.divergences, {}));
    });
});

/** About a third of a stack, whatever it is; the same each time. */
function isEveryThird(urn: string): boolean {
  return Number.parseInt(drawn("hex", 4, urn), 16) % 3 === 0;
}

/** Where something is not known yet: a text that mentions one such thing is unknown as a whole. */
function openProperties({ resources }: Stack): readonly { readonly name: string; readonly property: string }[] {
  return resources.flatMap(({ type, name, inputs }) =>
    Object.keys(inputs)
      .filter((property) => isOpen(inputs[property]))
      .map((property) => ({ name: `${type}::${name}`, property })),
  );
}

function isOpen(value: Value | undefined): boolean {
  if (value instanceof Unknown) return true;
  return (isList(value) || isMap(value)) && Object.values(value).some((inner: Value) => isOpen(inner));
}

const MIRRORED: Readonly<Record<string, string>> = {
  missing: "extra",
  extra: "missing",
  added: "removed",
  removed: "added",
};

/** Without places in lists, which are the subject's own, and without what only the one side can share. */
function written(divergences: readonly Divergence[], kinds: Readonly<Record<string, string>>): readonly string[] {
  return divergences
    .filter(({ kind }) => kind !== "shared")
    .map(({ kind, type, path = [] }) => {
      const keys = path.filter((step) => typeof step === "string");
      return `${kinds[kind] ?? kind} ${catalogue.type(type).canonical} ${keys.join(".")}`;
    })
    .sort();
}

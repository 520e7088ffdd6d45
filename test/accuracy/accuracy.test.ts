import assert from "node:assert/strict";
import { createCatalogue } from "../../catalogue";
import { deployedPairs, hasData, readPair } from "./data";
import { compareBare } from "./measure";
import { PERTURBATIONS, tryAlignment, tryInjections } from "./trials";
import { judgeTruth, readTruths } from "./truth";

const catalogue = createCatalogue();

describe("accuracy on recorded states (../shared/data)", function () {
  this.timeout(120_000);
  before(function () {
    if (!hasData()) this.skip();
  });

  for (const truth of readTruths())
    it(`says of ${truth.pair} what is true and nothing else`, () => {
      const { subject, reference } = readPair(truth.pair);
      const environments = { subject: "staging", reference: "production" };
      const { divergences } = compareBare(subject, reference, catalogue, environments);
      const { missed, falseAlarms } = judgeTruth(truth, divergences);
      assert.deepEqual({ missed, falseAlarms }, { missed: [], falseAlarms: [] });
    });

  it("has reviewed every recorded pair", () => {
    const reviewed = new Set(readTruths().map(({ pair }) => pair));
    assert.deepEqual(
      deployedPairs().filter((pair) => !reviewed.has(pair)),
      [],
    );
  });

  it("finds every injected change, at its place, and nothing besides", () => {
    const trials = deployedPairs().flatMap((pair) => tryInjections(readPair(pair).subject, catalogue, 1, 3));
    const wrong = trials.filter(({ found, falseAlarms }) => !found || falseAlarms > 0);
    assert.ok(trials.length > 150, `only ${trials.length} changes were injected`);
    assert.ok(new Set(trials.map(({ change }) => change)).size >= 12);
    assert.deepEqual(
      wrong.map(({ place }) => place),
      [],
    );
  });

  for (const [name, perturb] of Object.entries(PERTURBATIONS))
    it(`finds at least 99 % of all counterparts with ${name}`, () => {
      const trials = deployedPairs().map((pair) => tryAlignment(readPair(pair).subject, catalogue, perturb, 7));
      const right = trials.reduce((sum, trial) => sum + trial.right, 0);
      const all = trials.reduce((sum, trial) => sum + trial.all, 0);
      assert.ok(right / all >= 0.99, `${right} of ${all}`);
    });
});

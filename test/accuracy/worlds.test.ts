import assert from "node:assert/strict";
import { createCatalogue } from "../../catalogue";
import { compareWorld } from "./measure";
import { judgeTruth } from "./truth";
import { WORLDS } from "./worlds";

const catalogue = createCatalogue();

describe("accuracy on programs as teams write them", function () {
  this.timeout(60_000);

  for (const world of WORLDS)
    it(`says of ${world.name} what is true and nothing else`, () => {
      const { missed, falseAlarms } = judgeTruth(world, compareWorld(world, catalogue).divergences);
      assert.deepEqual({ missed, falseAlarms }, { missed: [], falseAlarms: [] });
    });
});

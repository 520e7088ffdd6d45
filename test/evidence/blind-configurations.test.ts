import { strict as assert } from "node:assert";
import { LABELLED_PAIRS, readLabelledPairs, seeLeaves } from "./labelled-pairs";

describe("configuration pairs as programs have them", () => {
  const seen = LABELLED_PAIRS.flatMap(readLabelledPairs).flatMap(seeLeaves);

  function share(truth: (first: string) => boolean, least: number): void {
    const asked = seen.filter(({ label }) => truth(label.truth[0]!));
    const wrong = asked.filter(({ right }) => !right).map(({ where, said }) => `${where}: ${said.join() || "nothing"}`);
    assert.ok(asked.length > 20 && 1 - wrong.length / asked.length >= least, wrong.join("\n"));
  }

  it("show what differs under the policy that owns it, by at least 0.98", () => {
    share((first) => first !== "noise" && first !== "=", 0.98);
  });

  it("show no name of an environment, by at least 0.98", () => {
    share((first) => first === "noise", 0.98);
  });

  it("show nothing that is equal", () => {
    share((first) => first === "=", 1);
  });
});

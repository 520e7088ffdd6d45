import assert from "node:assert/strict";
import { corpus } from "./inputs";
import { KINDS } from "./input";
import { tryAll } from "./try";

/** In the short form one input of so many; the soak tries all of them. */
const ONE_OF = 18;
const SIZE = { mutants: 400, torn: 100, seed: 20_261 };

describe("hostile and broken input, to whole processes", function () {
  this.timeout(600_000);
  const all = corpus(SIZE);

  it("is a corpus of a thousand and more, of every kind, each with a name of its own", () => {
    assert.ok(all.length >= 1000, String(all.length));
    assert.equal(new Set(all.map(({ kind, name }) => `${kind} ${name}`)).size, all.length);
    for (const kind of KINDS) assert.ok(all.filter((recipe) => recipe.kind === kind).length > 20, kind);
  });

  it("is the same for the same seed", () => {
    const [one, other] = [all[7]!.make(), corpus(SIZE)[7]!.make()];
    assert.deepEqual(one, other);
  });

  it(`gets a report or one typed line, in time and in bounds (one of ${String(ONE_OF)})`, async () => {
    const { tried, complaints } = await tryAll(all.filter((_, at) => at % ONE_OF === 0));
    assert.ok(tried > 50);
    assert.deepEqual(complaints, []);
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { blame, mergeUpdates, type Update } from "../../core/history";

/** A divergence's presence over the history, `#` where it is there, `?` where no state can be read. */
async function search(history: string, hint?: number) {
  let looks = 0;
  const found = await blame({
    moments: history.length,
    divergences: [{ id: "d", hint }],
    idsAt: (moment) => {
      looks += 1;
      return Promise.resolve(history[moment] === "?" ? undefined : new Set(history[moment] === "#" ? ["d"] : []));
    },
  });
  return { ...found.get("d")!, looks };
}

describe("blame", () => {
  const table: readonly [history: string, moment: number, rest: object][] = [
    ["#", 0, { atStart: true }],
    ["####", 0, { atStart: true }],
    ["...#", 3, { atStart: false, cameBack: false, unreadable: 0 }],
    [".###", 1, { atStart: false }],
    ["..??##", 4, { unreadable: 2 }],
    ["??????##", 6, { unreadable: 6 }],
    [".?.?.##?#", 5, { unreadable: 0 }],
    ["###...##", 6, { cameBack: true }],
  ];
  for (const [history, moment, rest] of table)
    it(`finds the beginning in ${history}`, async () => {
      const found = await search(history);
      assert.deepEqual(found, { ...found, ...rest, moment });
    });

  it("looks at about 1.5·log2(n) moments at most, wherever it began", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 400 }), fc.nat(), async (length, at) => {
        const began = at % length;
        const found = await search(".".repeat(began) + "#".repeat(length - began));
        assert.equal(found.moment, began);
        assert.ok(
          found.looks <= Math.max(16, 1.5 * Math.log2(length) + 2),
          `${found.looks} looks for ${began} of ${length}`,
        );
      }),
    ));

  it("believes a hint only as far as it is true", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), async (length, at, hint) => {
        const began = at % length;
        const found = await search(".".repeat(began) + "#".repeat(length - began), hint % length);
        assert.equal(found.moment, began);
      }),
    ));

  it("never names a moment without it, nor one whose predecessor had it, however it came and went", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom("#", ".", "?"), maxLength: 40 }), async (past) => {
        const history = `${past}#`;
        const { moment, atStart, unreadable } = await search(history);
        assert.equal(history[moment], "#");
        const before = history.slice(moment - unreadable, moment);
        assert.match(before, /^\?*$/);
        if (!atStart && moment - unreadable > 0) assert.equal(history[moment - unreadable - 1], ".");
      }),
    ));

  it("says how much of a long run it did not look at", async () => {
    const { moment, unconfirmed, looks } = await search(`${"#".repeat(50)}.${"#".repeat(150)}`);
    assert.ok(moment === 51 || unconfirmed > 0, `${moment} after ${looks} looks`);
    assert.equal((await search(`${".".repeat(150)}${"#".repeat(50)}`, 150)).unconfirmed, 0);
  });

  it("corrects one search by what another one saw", async () => {
    const histories: Record<string, string> = { long: "########.#######", short: "........########" };
    const found = await blame({
      moments: 16,
      divergences: [
        { id: "long", hint: undefined },
        { id: "short", hint: undefined },
      ],
      idsAt: (moment) =>
        Promise.resolve(new Set(Object.keys(histories).filter((id) => histories[id]![moment] === "#"))),
    });
    assert.equal(found.get("short")!.moment, 8);
    assert.deepEqual([found.get("long")!.moment, found.get("long")!.cameBack], [9, true]);
  });

  it("shares what it learns: twenty divergences over 200 moments", async () => {
    const began = Array.from({ length: 20 }, (_, at) => at * 9 + 3);
    const looked = new Set<number>();
    const found = await blame({
      moments: 200,
      divergences: began.map((_, at) => ({ id: String(at), hint: undefined })),
      idsAt: (moment) => {
        assert.ok(!looked.has(moment), "no moment is looked at twice");
        looked.add(moment);
        return Promise.resolve(new Set(began.flatMap((start, at) => (moment >= start ? [String(at)] : []))));
      },
    });
    assert.deepEqual(
      began.map((_, at) => found.get(String(at))!.moment),
      began,
    );
    assert.ok(looked.size <= 2 * Math.log2(200) * 20);
  });
});

describe("the time axis", () => {
  const update = (id: string, seconds: number): Update => ({
    ...{ id, kind: "update", endedAt: seconds * 1000, dirty: false },
    ...{ message: undefined, commit: undefined, author: undefined, link: undefined, changes: 1 },
  });
  const order = (subject: readonly Update[], reference: readonly Update[]) => {
    const { moments, notes } = mergeUpdates(subject, reference);
    return { order: moments.map((one) => one.update.id).join(" "), notes };
  };

  it("begins when both stacks were there", () => {
    assert.equal(order([update("s1", 1), update("s2", 5)], [update("r1", 3)]).order, "r1 s2");
    assert.equal(order([update("s1", 1)], []).order, "");
  });
  it("keeps the backend's order where a clock ran backwards, and says so", () => {
    const { order: told, notes } = order(
      [update("s1", 10), update("s2", 4), update("s3", 12)],
      [update("r1", 1), update("r2", 11)],
    );
    assert.equal(told, "s1 s2 r2 s3");
    assert.match(notes.join(), /s2 ended before/);
  });
  it("says which came first where two ended at once", () => {
    const { order: told, notes } = order([update("s1", 1), update("s2", 2)], [update("r1", 1), update("r2", 2)]);
    assert.equal(told, "s1 r2 s2");
    assert.match(notes.join(), /r2 and subject update s2 ended at once/);
  });
});

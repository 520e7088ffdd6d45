import { strict as assert } from "node:assert";
import type { ReportedDivergence } from "../../core/report/types";
import { reportViolations } from "../../policies/pack/report-violations";
import { reporters } from "../../reporters";
import { rootsOf } from "../../reporters/view/roots";
import { divergence, report } from "./sample";

const one = (id: string, own: Partial<ReportedDivergence> = {}) =>
  divergence({ id, key: `property-${id}`, verdict: "beyond", level: "mandatory", policy: "network-parity", ...own });
const ids = (list: readonly ReportedDivergence[] = []) => list.map(({ id }) => id);

const chain = [one("a"), one("b", { causedBy: "a" }), one("c", { causedBy: "b" })];
const telling = { gate: false, lowered: false, introducedOnly: false, seeAll: "see the report" };

describe("what follows from another divergence", () => {
  it("is folded under its first cause, however long the chain", () => {
    const { roots, brought } = rootsOf(chain);
    assert.deepEqual(ids(roots), ["a"]);
    assert.deepEqual(ids(brought.get("a")), ["b", "c"]);
  });

  it("is told itself where its cause is not told", () => {
    assert.deepEqual(ids(rootsOf(chain.slice(1)).roots), ["b"]);
  });

  it("is told itself where it rejects and its cause does not", () => {
    for (const own of [{ verdict: "ahead" }, { level: "advisory" }] as const)
      assert.deepEqual(ids(rootsOf([one("a", own), one("b", { causedBy: "a" })]).roots), ["a", "b"]);
    const unknown = [one("a", { level: "advisory" }), one("b", { causedBy: "a", verdict: "undetermined" })];
    assert.deepEqual(ids(rootsOf(unknown).roots), ["a", "b"]);
  });

  it("is never lost in a circle of causes", () => {
    assert.deepEqual(ids(rootsOf([one("a", { causedBy: "b" }), one("b", { causedBy: "a" })]).roots), ["a", "b"]);
  });

  it("is counted in a pull request's comment and in the terminal", () => {
    for (const format of ["markdown", "terminal"] as const) {
      const text = reporters[format].load()(report(chain), { color: false, columns: 100, all: false });
      assert.match(text, /brings +`?2 more, which go away with it \(/);
      assert.doesNotMatch(text, /property-b/);
    }
  });

  it("is counted in a preview, within one policy", () => {
    const elsewhere = one("d", { causedBy: "a", policy: "security-parity" });
    const told = reportViolations(report([...chain, elsewhere]), telling);
    assert.match(told.get("network-parity")?.[0]?.message ?? "", /brings: 2 more, which go away with it \(/);
    assert.equal(told.get("network-parity")?.length, 1);
    assert.equal(told.get("security-parity")?.length, 1);
  });

  it("is told by its name in a preview where it is a resource", () => {
    const missing = { key: null, kind: "missing", policy: "inventory-parity" } as const;
    const told = reportViolations(report([one("a", missing), one("b", { ...missing, causedBy: "a" })]), telling);
    assert.equal(told.get("inventory-parity")?.length, 2);
  });
});

import { strict as assert } from "node:assert";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withLock } from "../../scripts/engine/lock";

describe("the lock around building an engine", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lock-"));
    file = join(folder, "engine.lock");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("lets one in at a time, and tells the other that it waits", async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await sleep(50);
      order.push(`${name} out`);
    };
    let waited = 0;
    await Promise.all(["first", "second"].map((name) => withLock(file, () => (waited += 1), work(name))));
    assert.deepEqual(order, ["first in", "first out", "second in", "second out"]);
    assert.equal(waited, 1);
  });

  it("is given back when the work fails", async () => {
    await assert.rejects(
      withLock(
        file,
        () => undefined,
        () => Promise.reject(new Error("no compiler")),
      ),
      /no compiler/,
    );
    assert.equal(existsSync(file), false);
  });

  it("is taken over from a process that is no more", async () => {
    writeFileSync(file, "999999999");
    assert.equal(
      await withLock(
        file,
        () => undefined,
        () => Promise.resolve("built"),
      ),
      "built",
    );
  });
});

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { blocksOf, ROOT, textOf } from "./pages";

describe("the excerpts of CONTRIBUTING.md", () => {
  const excerpts = blocksOf("CONTRIBUTING.md").flatMap(({ place, text }) => {
    const [, file, excerpt] = /^(?:\/\/|#) (\S+)\n([\s\S]*)$/.exec(text) ?? [];
    return file === undefined || excerpt === undefined ? [] : [{ place, file, excerpt }];
  });

  it("show a rule, a policy, a reporter and a source", () => {
    const rooms = excerpts.map(({ file }) => file.split("/")[0]);
    for (const room of ["catalogue", "policies", "reporters", "sources"]) assert.ok(rooms.includes(room), room);
  });

  for (const { place, file, excerpt } of excerpts)
    it(`${place} stands so in ${file}`, () => {
      assert.ok(existsSync(join(ROOT, file)));
      assert.ok(textOf(file).includes(excerpt), excerpt);
    });
});

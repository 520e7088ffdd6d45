import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { allPages, ROOT, textOf } from "./pages";

interface Link {
  readonly target: string;
  readonly anchor: string | undefined;
}

function linksOf(page: string): readonly Link[] {
  const text = textOf(page)
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = "", anchor] = link.split("#");
      return { target: path === "" ? page : relative(ROOT, join(ROOT, dirname(page), path)), anchor };
    });
}

/** As GitHub makes them of headings. */
function anchorsOf(page: string): readonly string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replace(/ /g, "-"),
  );
}

describe("links of the pages", () => {
  for (const page of allPages())
    it(`${page} links to what is there`, () => {
      for (const { target, anchor } of linksOf(page)) {
        assert.ok(existsSync(join(ROOT, target)), `${target} is not there`);
        if (anchor !== undefined && target.endsWith(".md"))
          assert.ok(anchorsOf(target).includes(anchor), `${target} has no heading #${anchor}`);
      }
    });

  it("reach every page from the README or the index", () => {
    const reached = new Set<string>(["README.md", "docs/README.md"]);
    for (const page of reached)
      for (const { target } of linksOf(page))
        if (target.endsWith(".md") && existsSync(join(ROOT, target))) reached.add(target);
    assert.deepEqual(
      allPages().filter((page) => !reached.has(page)),
      [],
    );
  });
});

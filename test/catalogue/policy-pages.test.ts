import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICY_NAMES } from "../../core/vocabulary";
import { ownedSection, withSection } from "../../scripts/catalogue/owned-properties";

describe("the policies' pages", () => {
  for (const policy of POLICY_NAMES)
    it(`list what ${policy} owns (renew them with npm run catalogue:pages)`, () => {
      const page = readFileSync(join(__dirname, `../../docs/policies/${policy}.md`), "utf8");
      assert.equal(page, withSection(page, ownedSection(policy)));
    });

  it("would fail if a page were out of date", () => {
    const page = withSection("# x\n", "## What it owns in AWS\n\nold");
    assert.equal(withSection(page, "## What it owns in AWS\n\nnew"), "# x\n\n## What it owns in AWS\n\nnew\n");
  });
});

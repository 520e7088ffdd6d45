import assert from "node:assert/strict";
import { format } from "prettier";
import { commandPage } from "../../scripts/docs/command-page";
import { parityYamlPage, withoutDescription } from "../../scripts/docs/parity-yaml-page";
import { policyConfigurationPage } from "../../scripts/docs/policy-configuration-page";
import { presetsPage } from "../../scripts/docs/presets-page";
import { textOf } from "./pages";

describe("pages that are made from the code (npm run docs:pages)", () => {
  for (const [page, make] of [
    ["docs/presets.md", presetsPage],
    ["docs/policy-configuration.md", policyConfigurationPage],
    ["docs/command.md", commandPage],
    ["docs/parity-yaml-reference.md", parityYamlPage],
  ] as const)
    it(`${page} is as the code is`, async () => {
      assert.equal(textOf(page), await format(make(), { parser: "markdown", printWidth: 120 }));
    });

  it("says of every key of parity.yaml what it means", () => {
    assert.deepEqual(withoutDescription(), []);
  });
});

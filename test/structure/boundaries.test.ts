import assert from "node:assert/strict";
import { resolve } from "node:path";
import type { ICruiseResult } from "dependency-cruiser" with { "resolution-mode": "import" };

const ROOT = resolve(__dirname, "../..");
const ROOMS = ["index.ts", "bin", "cli", "core", "catalogue", "sources", "reporters", "policies"];

/** dependency-cruiser is an ES module; what it needs of tsconfig.json it reads itself. */
async function cruise(): Promise<ICruiseResult> {
  const cruiser = await import("dependency-cruiser");
  const extract = await import("dependency-cruiser/config-utl/extract-depcruise-options");
  const options = await extract.default(resolve(ROOT, ".dependency-cruiser.cjs"));
  const { output } = await cruiser.cruise(ROOMS, { ...options, baseDir: ROOT, validate: true });
  if (typeof output === "string") throw new Error(output);
  return output;
}

describe("import boundaries", () => {
  let result: ICruiseResult;
  before(async function () {
    this.timeout(120_000);
    result = await cruise();
  });

  it("sees the whole of what is shipped", () => {
    const seen = result.modules.map((module) => module.source);
    for (const file of ["index.ts", "bin/parity.ts", "core/walk.ts", "policies/index.ts"]) {
      assert.ok(seen.includes(file), `${file} was not looked at`);
    }
  });

  it("are kept", () => {
    const broken = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    assert.deepEqual(broken, []);
  });

  it("give their reasons in words", () => {
    const rules = result.summary.ruleSetUsed?.forbidden ?? [];
    assert.ok(rules.length >= 9);
    for (const rule of rules) assert.match(rule.comment ?? "", /\w+ \w+ \w+/, rule.name);
  });
});

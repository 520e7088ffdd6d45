import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rememberShown } from "../../sources/shown";
import type { Report } from "../../core/report/types";
import { temporary } from "./fake-pulumi";
import { parity } from "./run";

const FIXTURES = join(__dirname, "fixtures/shop");
const PAIR = ["--subject", join(FIXTURES, "staging.json"), "--reference", join(FIXTURES, "production.json")];
const WORDS = ["--reason", "until the Q1 budget", "--owner", "platform"];
const YAML = `extends: [standard@1]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
`;

/** A project whose last preview found what an audit of the fixtures finds. */
async function previewed(kept: (report: Report) => readonly Report[] = (report) => [report]) {
  const cwd = temporary();
  const env = { XDG_CACHE_HOME: join(cwd, "cache") };
  writeFileSync(join(cwd, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(join(cwd, "parity.yaml"), YAML);
  const { stdout } = await parity(["audit", ...PAIR, "--format", "json"], { cwd });
  const report = JSON.parse(stdout) as Report;
  rememberShown(kept(report), join(env.XDG_CACHE_HOME, "pulumi-environment-parity"), new Date());
  const beyond = report.divergences.filter(({ verdict }) => verdict === "beyond");
  return { cwd, env, beyond };
}

describe("parity waive of what a preview found", () => {
  it("writes the same waiver as from the two stacks themselves", async () => {
    const { cwd, env, beyond } = await previewed();
    for (const { id } of beyond) {
      const fromPreview = await parity(["waive", id, ...WORDS, "--dry-run"], { cwd, env });
      const fromStacks = await parity(["waive", id, ...PAIR, ...WORDS, "--dry-run"], { cwd, env });
      assert.equal(fromPreview.code, 0, fromPreview.stderr);
      assert.equal(fromPreview.stdout, fromStacks.stdout);
    }
    assert.ok(beyond.length > 1);
  });

  it("makes the audit pass what it covers", async () => {
    const { cwd, env, beyond } = await previewed();
    for (const { id } of beyond) assert.equal((await parity(["waive", id, ...WORDS], { cwd, env })).code, 0);
    assert.match(readFileSync(join(cwd, "parity.yaml"), "utf8"), /reason: until the Q1 budget/);
    assert.equal((await parity(["audit", ...PAIR], { cwd })).code, 0);
  });

  it("says what else to name where no preview found it", async () => {
    const { cwd, env } = await previewed(() => []);
    const { code, stderr } = await parity(["waive", "7c1f0a3b9d2e", ...WORDS], { cwd, env });
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^parity: 7c1f0a3b9d2e was shown by no audit or preview on this machine .* --subject .* --reference .*\n$/,
    );
  });

  it("reads no other project's previews, and none that is broken", async () => {
    const { cwd, env, beyond } = await previewed((report) => [
      { ...report, subject: { ...report.subject, project: "other" } },
    ]);
    writeFileSync(join(env.XDG_CACHE_HOME, "pulumi-environment-parity/shown/broken.json"), "{");
    assert.equal((await parity(["waive", beyond[0]?.id ?? "", ...WORDS], { cwd, env })).code, 2);
  });
});

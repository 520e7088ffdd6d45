import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openShop, type RunOptions, type Shop } from "./shop-workspace";

interface Report {
  readonly pairs: readonly unknown[];
  readonly divergences: readonly Said[];
}

interface Said {
  readonly kind: string;
  readonly property?: string | null;
  readonly verdict: string;
  readonly subject: string | null;
}

describe("a program of components and other providers in the real engine, before staging was ever deployed", function () {
  this.timeout(180_000);
  let platform: Shop;

  before(async function () {
    this.timeout(1_200_000);
    const opened = await openShop("platform", ["kubernetes", "random", "cloudflare"]);
    if (opened === undefined) this.skip();
    platform = opened;
  });
  after(() => (platform as Shop | undefined)?.workspace.dispose());

  async function report({ env }: RunOptions = {}): Promise<{
    pairs: readonly unknown[];
    divergences: readonly Said[];
  }> {
    const { stdout, stderr } = await platform.preview("staging", { env: { ...env, PARITY_REPORT: "report" } });
    assert.match(stdout, /staging against production/, stdout + stderr);
    return JSON.parse(readFileSync(join(platform.program, "report/parity.json"), "utf8")) as Report;
  }

  const said = (divergences: readonly Said[]) =>
    divergences.map(({ kind, property, verdict, subject }) =>
      [verdict === "undetermined" ? verdict : kind, subject?.split("::").at(-1), property].join(" "),
    );

  it("has no divergence, and names what nobody can know yet", async () => {
    const { pairs, divergences } = await report();
    assert.deepEqual(said(divergences), ["undetermined main version"]);
    assert.ok(pairs.length >= 23, `${pairs.length} pairs`);
  });

  it("shows what the configuration changes", async () => {
    platform.write("Pulumi.staging.yaml", 'config:\n  platform:replicas: "1"\n  platform:ingress: 4.10.0\n');
    const { divergences } = await report();
    platform.write("Pulumi.staging.yaml", "");
    const changed = said(divergences).filter((one) => one.startsWith("changed"));
    assert.deepEqual(changed.sort(), [
      "changed billing-api spec.replicas",
      "changed ingress version",
      "changed search-api spec.replicas",
    ]);
  });

  it("shows a reference that goes elsewhere, though neither end is known", async () => {
    const { divergences } = await report({ env: { PLATFORM_SHARE: "1" } });
    assert.deepEqual(said(divergences).sort(), [
      "changed search-api spec.template.spec.containers[0].env[0].value",
      "undetermined main version",
    ]);
  });
});

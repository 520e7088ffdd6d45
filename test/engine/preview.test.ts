import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Completed } from "../../scripts/engine";
import { openShop, PARITY_YAML, PROJECT_ROOT, type Shop } from "./shop-workspace";

describe("the pack in the real engine", function () {
  this.timeout(180_000);
  let shop: Shop;

  before(async function () {
    this.timeout(1_200_000);
    const opened = await openShop();
    if (opened === undefined) this.skip();
    shop = opened;
  });
  after(() => shop.workspace.dispose());
  afterEach(() => {
    shop.write("parity.yaml", PARITY_YAML);
    shop.write("Pulumi.staging.yaml", ENCRYPTION);
  });

  describe("before staging was ever deployed", () => {
    it("accepts what is as production, and says by what it was judged", async () => {
      const done = accepted(await shop.preview("staging"));
      assert.match(
        done.stdout,
        /staging against production \(stack:organization\/shop\/production, last deployed less than an hour ago\)/,
      );
      assert.match(done.stdout, /by parity\.yaml, standard/);
    });

    it("rejects an older engine that the configuration asks for", async () => {
      shop.write("Pulumi.staging.yaml", `${ENCRYPTION}config:\n  shop:engineVersion: "15.4"\n`);
      const done = rejected(await shop.preview("staging"));
      for (const part of [
        "dependency-parity",
        "aws:rds:Instance: database",
        "engineVersion",
        "15.4",
        "16.3",
        "rule: ",
        "mend: ",
      ])
        assert.ok(done.stdout.includes(part), `${part} is not in ${done.stdout}`);
    });

    it("finds parity.yaml and the program when it is called from above", async () => {
      shop.write("Pulumi.staging.yaml", `${ENCRYPTION}config:\n  shop:engineVersion: "15.4"\n`);
      const { folder } = shop.workspace;
      const config = { PARITY_CONFIG: join(shop.program, "parity.yaml") };
      const args = ["preview", "-C", "shop", "-s", "staging", "--policy-pack", PROJECT_ROOT];
      const done = rejected(await shop.workspace.pulumi(args, { cwd: folder, env: config }));
      assert.match(done.stdout, /engineVersion/);
    });

    it("rejects at the level that policy configuration leaves it", async () => {
      shop.write("Pulumi.staging.yaml", `${ENCRYPTION}config:\n  shop:engineVersion: "15.4"\n`);
      shop.write("advisory.json", JSON.stringify({ all: "advisory" }));
      const advised = accepted(await shop.preview("staging", { args: ["--policy-pack-config", "advisory.json"] }));
      assert.match(advised.stdout, /\[advisory\].*dependency-parity/);
      shop.write("disabled.json", JSON.stringify({ all: "disabled" }));
      const disabled = accepted(await shop.preview("staging", { args: ["--policy-pack-config", "disabled.json"] }));
      assert.doesNotMatch(disabled.stdout, /dependency-parity/);
    });

    it("works beside another pack", async () => {
      shop.write("Pulumi.staging.yaml", `${ENCRYPTION}config:\n  shop:engineVersion: "15.4"\n`);
      const other = join(PROJECT_ROOT, "bench/empty-pack");
      const done = rejected(await shop.preview("staging", { args: ["--policy-pack", other] }));
      assert.match(done.stdout, /empty-pack@v0\.0\.1/);
      assert.match(done.stdout, /engineVersion/);
    });

    it("says nothing of a program that fails", async () => {
      const done = rejected(await shop.preview("staging", { env: { SHOP_FAIL: "1" } }));
      assert.match(done.stdout, /the program fails/);
      assert.doesNotMatch(done.stdout, /dependency-parity|unexpected failure/);
    });

    it("records what the stack is about to be, instead of judging it", async () => {
      shop.write("Pulumi.staging.yaml", `${ENCRYPTION}config:\n  shop:engineVersion: "15.4"\n`);
      accepted(await shop.preview("production", { env: { PARITY_RECORD: "plans/production.json" } }));
      const plan: unknown = JSON.parse(readFileSync(join(shop.program, "plans/production.json"), "utf8"));
      assert.equal(Reflect.get(Object(plan), "phase"), "plan");
      assert.doesNotMatch(JSON.stringify(plan), /correct-horse/);
      shop.write("parity.yaml", PARITY_YAML.replace(/- stack: .*/, "- plan: plans/{stack}.json"));
      const done = rejected(await shop.preview("staging"));
      assert.match(done.stdout, /engineVersion/);
    });
  });

  describe("without a reference", () => {
    it("that was ever deployed, only advises", async () => {
      shop.write("parity.yaml", PARITY_YAML.replace('"*/production"', '"*/prod"'));
      const done = accepted(await shop.preview("staging"));
      assert.match(done.stdout, /\[advisory\].*\n.*nothing was compared/);
    });

    it("that can be read, rejects and says what to do", async () => {
      shop.write("parity.yaml", PARITY_YAML.replace(/- stack: .*/, "- snapshot: nowhere.json"));
      const done = rejected(
        await shop.preview("staging", { env: { XDG_CACHE_HOME: join(shop.workspace.folder, "empty") } }),
      );
      assert.match(done.stdout, /\[mandatory\].*\n.*nowhere\.json: there is no such snapshot/);
    });
  });

  describe("when staging is deployed", () => {
    before(() => shop.must("up", "--yes", "--skip-preview", "-s", "staging"));

    it("accepts it, with its ids known", async () => {
      accepted(await shop.preview("staging"));
    });

    it("accepts a change of the program as ahead", async () => {
      const done = accepted(await shop.preview("staging", { env: { SHOP_EXTRA: "1" } }));
      assert.match(done.stdout, /\[advisory\].*inventory-parity.*extra/);
    });

    it("judges only what is targeted, and says so", async () => {
      const target = "urn:pulumi:staging::shop::aws:sqs/queue:Queue::orders";
      accepted(await shop.preview("staging", { args: ["--target", target] }));
    });

    it("rejects an update before anything is changed", async () => {
      shop.write("Pulumi.staging.yaml", `${ENCRYPTION}config:\n  shop:engineVersion: "15.4"\n`);
      const done = rejected(await shop.up("staging"));
      assert.match(done.stdout, /engineVersion/);
      assert.doesNotMatch(await shop.must("stack", "export", "-s", "staging"), /15\.4/);
    });

    it("tells what this change introduced from what was there, also in the configuration", async () => {
      shop.write("Pulumi.staging.yaml", `${ENCRYPTION}config:\n  shop:timeout: "20"\n`);
      await shop.must("up", "--yes", "--skip-preview", "-s", "staging");
      shop.write("parity.yaml", `${PARITY_YAML}\nenforce: introduced\n`);
      accepted(await shop.preview("staging"));
      shop.write("Pulumi.staging.yaml", `${ENCRYPTION}config:\n  shop:timeout: "20"\n  shop:engineVersion: "15.4"\n`);
      const done = rejected(await shop.preview("staging"));
      assert.match(done.stdout, /engineVersion is 15\.4.*\n.*introduced/);
      assert.match(done.stdout, /were there before this change and are not enforced/);
    });

    it("accepts an update of what is as production", async () => {
      accepted(await shop.up("staging"));
    });
  });
});

/** What `stack init` wrote; a test adds configuration to it. */
const ENCRYPTION = "";

function accepted(done: Completed): Completed {
  assert.equal(done.code, 0, done.stdout + done.stderr);
  return done;
}

function rejected(done: Completed): Completed {
  assert.notEqual(done.code, 0, done.stdout + done.stderr);
  return done;
}

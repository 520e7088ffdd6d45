import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report, ReportedDivergence, Reports } from "../../../core/report/types";
import { openShop, type RunOptions, type Shop } from "../../engine/shop-workspace";
import { parity } from "../command";

const PARITY = `
extends: [standard]
environments:
  production: { stacks: ["*/production"], gate: staging }
  staging: { stacks: ["*/staging"], reference: production }
  preview: { stacks: ["*/pr-*"], reference: production, lifetime: 7d, ownerTag: owner }
reference:
  - stack: "{organization}/{project}/{stack}"
`;

const DAY_MS = 86_400_000;

describe("a small shop over time, in the real engine", function () {
  this.timeout(600_000);
  let shop: Shop;

  before(async function () {
    this.timeout(1_200_000);
    const opened = await openShop();
    if (opened === undefined) this.skip();
    shop = opened;
    shop.write("parity.yaml", PARITY);
  });
  after(() => shop.workspace.dispose());

  const configure = (stack: string, settings: Readonly<Record<string, string>>) =>
    shop.write(
      `Pulumi.${stack}.yaml`,
      ["config:", ...Object.entries(settings).map(([key, value]) => `  shop:${key}: "${value}"`), ""].join("\n"),
    );
  const place = () => ({
    cwd: shop.program,
    env: { ...shop.workspace.env, XDG_CACHE_HOME: join(shop.workspace.folder, "cache") },
  });
  const audit = async (stack: string, now = new Date()): Promise<Report> => {
    const sides = ["--subject", `stack:${stack}`, "--reference", "stack:production"];
    const { code, stdout, stderr } = await parity(["audit", ...sides, "--format", "json"], { ...place(), now });
    assert.ok(code <= 1, stderr);
    return JSON.parse(stdout) as Report;
  };
  const previewed = async (stack: string, env: RunOptions["env"] = {}): Promise<Report> => {
    const { stdout } = await shop.preview(stack, { env: { ...env, PARITY_REPORT: "reports" } });
    const written = JSON.parse(readFileSync(join(shop.program, "reports/parity.json"), "utf8")) as Report | Reports;
    const report = written.schema === "parity-report/1" ? written : written.reports[0];
    assert.ok(report?.subject.name === stack, stdout);
    return report;
  };
  const deploy = async (stack: string, env: NodeJS.ProcessEnv = {}) => {
    const { code, stdout } = await shop.workspace.pulumi(["up", "--yes", "--skip-preview", "-s", stack], {
      cwd: shop.program,
      env,
    });
    assert.equal(code, 0, stdout);
  };

  /** What the preview said of what it knew, and what the audit says after the update. */
  const faithful = (before: Report, after: Report) => {
    const unknown = new Set(before.divergences.filter(isOpen).map(({ id }) => id));
    const told = (report: Report) =>
      report.divergences
        .filter(({ id }) => !unknown.has(id))
        .map(essence)
        .sort();
    assert.deepEqual(told(after), told(before));
    assert.deepEqual(after.divergences.filter(isOpen), [], "nothing is undetermined any more");
  };

  it("says in the first preview of a stack what the audit says when it is deployed", async () => {
    configure("staging", { engineVersion: "15.4", timeout: "20", multiAz: "false" });
    const env = { SHOP_EXTRA: "1", SHOP_RUNTIME: "nodejs20.x" };
    const report = await previewed("staging", env);
    await deploy("staging", env);
    faithful(report, await audit("staging"));
    const verdicts = new Set(report.divergences.map(({ verdict }) => verdict));
    assert.ok(
      ["beyond", "ahead", "within"].every((verdict) => verdicts.has(verdict as never)),
      [...verdicts].join(),
    );
  });

  it("says so, too, of a change to what is deployed", async () => {
    configure("staging", { engineVersion: "16.3", timeout: "20", retries: "5" });
    const env = { SHOP_EXTRA: "1" };
    const report = await previewed("staging", env);
    await deploy("staging", env);
    const after = await audit("staging");
    faithful(report, after);
    const ids = new Set(after.divergences.map(({ id }) => id));
    assert.ok(report.fixed!.length > 0 && report.fixed!.every(({ id }) => !ids.has(id)));
  });

  it("lets staging be ahead for as long as `lead` says, whatever else of the resource changes meanwhile", async () => {
    configure("staging", {});
    await deploy("staging", { SHOP_EXTRA: "1", SHOP_RUNTIME: "nodejs24.x" });
    configure("staging", { timeout: "25" });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await deploy("staging", { SHOP_EXTRA: "1", SHOP_RUNTIME: "nodejs24.x" });
    const [second, first] = await updateTimes("staging");
    const lead = Math.floor((second! - first!) / 2000);
    const runtime = async (seconds: number) => {
      shop.write("parity.yaml", `${PARITY}lead: ${seconds}s\n`);
      const { divergences } = await audit("staging", new Date(second! + 500));
      return divergences.find(({ key }) => key === "runtime")?.verdict;
    };
    assert.equal(await runtime(lead), "beyond");
    assert.equal(await runtime(lead * 10 + 60), "ahead");
    shop.write("parity.yaml", PARITY);
  });

  it("finds what has lasted longer than `maxAge` lets it, where it would only advise otherwise", async () => {
    const [newest] = await updateTimes("staging");
    const limited = (span: string) =>
      `${PARITY}maxAge: { configuration-parity: ${span} }\ntolerances: [{ property: timeout, level: advisory }]\n`;
    const aged = async (span: string) => {
      shop.write("parity.yaml", limited(span));
      const { divergences } = await audit("staging", new Date(newest! + 10 * DAY_MS));
      return divergences.filter(({ statement }) => statement?.includes("has diverged since"));
    };
    const [found] = (await aged("7d")).filter(({ statement }) => statement!.startsWith("timeout"));
    assert.deepEqual([found?.policy, found?.verdict, found?.level], ["provenance-parity", "beyond", "mandatory"]);
    assert.deepEqual(await aged("30d"), []);
    shop.write("parity.yaml", PARITY);
  });

  it("judges a branch's stack from its first preview on, and warns before its life ends", async () => {
    configure("pr-7", { engineVersion: "15.4" });
    await shop.must("stack", "init", "pr-7");
    const { code, stdout } = await shop.preview("pr-7");
    assert.notEqual(code, 0);
    assert.match(stdout, /engineVersion is 15\.4 in pr-7, 16\.3 in production/);
    assert.match(stdout, /no tag "owner" of the stack/);
    await shop.must("stack", "tag", "set", "owner", "ada", "-s", "pr-7");
    await deploy("pr-7");
    const said = async (days: number) => {
      const { divergences } = await audit("pr-7", new Date(Date.now() + days * DAY_MS));
      return divergences.flatMap(({ key, statement, level }) =>
        key === "lifetime" || key === "owner" ? [[level, statement]] : [],
      );
    };
    assert.deepEqual(await said(1), []);
    assert.deepEqual(await said(6.5), [["advisory", "its lifetime of 7 days ends in 11 hours"]]);
    assert.deepEqual(await said(8.1), [["mandatory", "it was made 8 days ago and may live for 7 days"]]);
  });

  it("lists the forgotten ones in an audit of all", async () => {
    const now = new Date(Date.now() + 9 * DAY_MS);
    const { stdout } = await parity(["audit", "--all", "--format", "json"], { ...place(), now });
    const { forgotten } = JSON.parse(stdout) as Reports;
    assert.deepEqual(
      forgotten?.map(({ stack, environment, ageDays, lifetimeDays, owner }) => [
        stack.split("/").at(-1),
        environment,
        ageDays,
        lifetimeDays,
        owner,
      ]),
      [["pr-7", "preview", 9, 7, "ada"]],
    );
    const text = await parity(["audit", "--all"], { ...place(), now });
    assert.match(text.stdout, /forgotten: .*pr-7: made 9 days ago, .*may live for 7 days; owner ada/);
  });

  it("rejects a change of production that staging does not have, and nothing that production had before", async () => {
    configure("staging", {});
    await deploy("staging");
    configure("production", { multiAz: "false", timeout: "40" });
    const rejected = await shop.preview("production");
    assert.notEqual(rejected.code, 0, rejected.stdout);
    assert.match(rejected.stdout, /timeout is 30 in staging, 40 in production/);
    configure("staging", { timeout: "40", multiAz: "false" });
    await deploy("staging");
    const passed = await shop.preview("production");
    assert.equal(passed.code, 0, passed.stdout);
    await deploy("production");
    configure("staging", { timeout: "10", multiAz: "false" });
    await deploy("staging");
    const untouched = await shop.preview("production");
    assert.equal(untouched.code, 0, untouched.stdout);
  });

  /** When the successful updates of a stack ended, the newest first, by the history that the CLI tells. */
  async function updateTimes(stack: string): Promise<readonly number[]> {
    const updates: unknown = JSON.parse(await shop.must("stack", "history", "-s", stack, "--json", "--full-dates"));
    assert.ok(Array.isArray(updates));
    return updates.map((update) => Date.parse(String(Reflect.get(Object(update), "endTime"))));
  }
});

function isOpen({ verdict }: ReportedDivergence): boolean {
  return verdict === "undetermined";
}

function essence({ id, policy, kind, key, values, verdict, level, rule }: ReportedDivergence): string {
  return JSON.stringify({ id, policy, kind, key, values, verdict, level, rule });
}

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../core/report/types";
import { findPreset } from "../../sources/parity-yaml/presets";
import { parity } from "../cli/run";
import { exportOf } from "./shop";

const SERVICE = "aws:ecs/service:Service::api";

describe("parity audit --also", () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "parity-also-"));
    writeFileSync(
      join(cwd, "parity.yaml"),
      "extends: standard@1\ntolerances: [{ property: schedulingStrategy, level: advisory }]",
    );
    const service = (desiredCount: number, schedulingStrategy: string) => ({
      [SERVICE]: { desiredCount, schedulingStrategy },
    });
    writeFileSync(join(cwd, "staging.json"), exportOf("staging", service(1, "DAEMON")));
    writeFileSync(join(cwd, "production.json"), exportOf("production", service(4, "REPLICA")));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const audit = (...own: readonly string[]) =>
    parity(["audit", "--subject", "staging.json", "--reference", "production.json", ...own], { cwd });
  const changes = async (...own: readonly string[]) => {
    const { code, stdout, stderr } = await audit("--format", "json", ...own);
    assert.equal(code, 0, stderr);
    const { also, divergences } = JSON.parse(stdout) as Report;
    const keyOf = (id: string) => divergences.find((one) => one.id === id)?.key;
    return also?.changes.map(({ divergence, now, then }) => [keyOf(divergence), now, then]);
  };

  it("names what an upgrade of the preset would change, and fails nothing by it", async () => {
    assert.deepEqual(await changes("--also", "standard@2"), [
      ["desiredCount", "standard/counts (within)", "standard/counts-of-one (mandatory)"],
    ]);
  });

  it("keeps what the file itself says, and takes files and packages as well", async () => {
    writeFileSync(join(cwd, "company.yaml"), "extends: strict\ntolerances: [{ class: count, allow: weaker }]");
    assert.deepEqual(await changes("--also", "./company.yaml"), []);
    assert.deepEqual(await changes("--also", "strict"), [
      ["desiredCount", "standard/counts (within)", "default (mandatory)"],
    ]);
  });

  it("says so where nothing would change, and shows the names where something would", async () => {
    assert.match((await audit("--also", "standard")).stdout, /under standard every verdict would be the same/);
    const { stdout } = await audit("--also", "standard@2");
    assert.match(
      stdout,
      /under standard@2, 1 of these would be judged otherwise\n {2}api desiredCount: standard\/counts-of-one \(mandatory\) instead of standard\/counts \(within\)/,
    );
  });

  it("refuses a preset that is not there", async () => {
    const { code, stderr } = await audit("--also", "standart@2");
    assert.equal(code, 2);
    assert.match(stderr, /there is no preset, file or package "standart@2", did you mean "standard@2"\?/);
  });
});

describe("a draft of a preset", () => {
  it("is nobody's who does not ask for it by its number", () => {
    assert.match(findPreset("standard")?.file ?? "", /standard@1\.yaml$/);
    assert.match(findPreset("standard@2")?.file ?? "", /standard@2\.draft\.yaml$/);
  });
});

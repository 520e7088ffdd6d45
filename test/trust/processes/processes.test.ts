import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportOf, previewOf, setUpDesk } from "../../host/shop";
import { storefront } from "../documents";
import { runParity } from "../whole-process";
import { interrupt } from "./interrupted";

const RUNS = Number(process.env.PARITY_TRUST_RUNS ?? "6");

describe("a command", function () {
  this.timeout(600_000);

  it(`that is killed at any moment leaves no half-written file (${String(2 * RUNS)} times)`, async () => {
    const { torn, killed } = await interrupt(2 * RUNS, 3);
    assert.deepEqual(torn, []);
    assert.ok(killed > RUNS / 2, `${String(killed)} were killed`);
  });

  it("audits without any network", async function () {
    const isolated = spawnSync("unshare", ["-rn", "true"]).status === 0;
    if (!isolated) {
      console.log("skipped: this machine permits no network namespace (unshare -rn)");
      this.skip();
    }
    const cwd = mkdtempSync(join(tmpdir(), "parity-offline-"));
    const { subject, reference } = storefront();
    writeFileSync(join(cwd, "s.json"), subject);
    writeFileSync(join(cwd, "r.json"), reference);
    const args = ["audit", "--subject", "s.json", "--reference", "r.json", "--format", "json"];
    const [alone, free] = [await runParity(args, { cwd, before: ["unshare", "-rn"] }), await runParity(args, { cwd })];
    rmSync(cwd, { recursive: true });
    const settled = (text: string) => text.replace(/"generatedAt": "[^"]*"/, "");
    assert.ok(alone.code === 0 || alone.code === 1, alone.stderr);
    assert.equal(alone.stderr, "");
    assert.equal(settled(alone.stdout), settled(free.stdout));
  });

  it("sees the old reference or the new one while that is replaced, never a part of either", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "parity-replaced-"));
    const versions = ["16.3", "15.4"].map((engineVersion) => exportOf("production", { database: { engineVersion } }));
    let turn = 0;
    const replace = () => {
      writeFileSync(join(cwd, "next.json"), JSON.stringify(versions[turn++ % 2], null, 1));
      renameSync(join(cwd, "next.json"), join(cwd, "r.json"));
    };
    replace();
    writeFileSync(join(cwd, "s.json"), JSON.stringify(exportOf("staging")));
    const timer = setInterval(replace, 3);
    const args = ["audit", "--subject", "s.json", "--reference", "r.json", "--preset", "strict", "--format", "json"];
    for (let at = 0; at < RUNS; at++) {
      const { stdout, stderr } = await runParity(args, { cwd });
      assert.equal(stderr, "");
      const differing = stdout.match(/"property": "(\w+)"/g) ?? [];
      assert.ok(["", '"property": "engineVersion"'].includes(differing.join()), differing.join());
    }
    clearInterval(timer);
    rmSync(cwd, { recursive: true });
  });
});

describe("two previews at once", function () {
  this.timeout(120_000);
  it("share a cache and a folder of reports, and each gets its own answer", async () => {
    const desk = setUpDesk();
    const env = { XDG_CACHE_HOME: join(desk.folder, "cache"), PARITY_REPORT: "report" };
    const packs = await Promise.all([desk.pack({ env }), desk.pack({ env })]);
    const [older, same] = await Promise.all([
      packs[0].run(previewOf("staging", { database: { engineVersion: "15.4" } })),
      packs[1].run(previewOf("staging")),
    ]);
    assert.ok(older.some(({ message, level }) => message.includes("engineVersion") && level === "mandatory"));
    assert.deepEqual(same, []);
    for (const folder of ["report", "cache/pulumi-environment-parity/references"])
      for (const name of readdirSync(join(desk.folder, folder)).filter((file) => file.endsWith(".json"))) {
        assert.ok(!name.startsWith("."), name);
        JSON.parse(readFileSync(join(desk.folder, folder, name), "utf8"));
      }
    desk.clear();
  });
});

import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PARITY_YAML, exportOf, previewOf, setUpDesk, type Desk } from "../../host/shop";
import { runParity } from "../whole-process";
import { AUDIT_STAGES, PACK_STAGES } from "./stages";

const BREAKER = join(__dirname, "break-stage.cjs");
const OLDER = { database: { engineVersion: "15.4" } };
const OVERRIDABLE = `${PARITY_YAML}\noverride: { environments: [staging] }\n`;
const fault = (stage: string) => ({ NODE_OPTIONS: `--require ${BREAKER}`, PARITY_FAULT: stage });

describe("a fault in our own code", function () {
  this.timeout(120_000);
  let desk: Desk;
  beforeEach(() => (desk = setUpDesk()));
  afterEach(() => desk.clear());

  for (const stage of PACK_STAGES)
    it(`rejects the preview, with what to do: ${stage}`, async () => {
      const pack = await desk.pack({ env: { ...fault(stage), PARITY_REPORT: "report" } });
      const found = await pack.run(previewOf("staging", OLDER));
      const mandatory = found.filter(({ level }) => level === "mandatory");
      assert.ok(mandatory.length > 0, `${JSON.stringify(found)}\n${pack.output()}`);
      const told = mandatory.find(({ message }) => message.includes("broken at"));
      const judged = mandatory.some(({ message }) => message.includes("engineVersion"));
      assert.ok(judged || told !== undefined, JSON.stringify(mandatory));
      if (told !== undefined) assert.match(told.message, /a bug of this pack: .*PARITY_OVERRIDE/);
      assert.doesNotMatch(JSON.stringify(found), /\\n +at /);
    });

  for (const stage of AUDIT_STAGES)
    it(`ends the audit with exit code 3 and one line: ${stage}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), "parity-fault-"));
      writeFileSync(join(folder, "s.json"), JSON.stringify(exportOf("staging", OLDER)));
      writeFileSync(join(folder, "r.json"), JSON.stringify(exportOf("production")));
      const args = ["audit", "--subject", "s.json", "--reference", "r.json", "--format", "json"];
      const { code, stderr } = await runParity(args, { cwd: folder, env: fault(stage) });
      rmSync(folder, { recursive: true });
      assert.equal(code, 3, stderr);
      assert.match(stderr, /^parity: an unexpected failure, .*broken at [^\n]*\n$/);
    });

  it("is overridden where parity.yaml permits it, and that is recorded", async () => {
    desk.write("parity.yaml", OVERRIDABLE);
    for (const stage of [
      "core/walk#walk",
      "policies/pack/previewed#previewedStack",
      "sources/reference/index#readReference",
    ]) {
      const pack = await desk.pack({ env: { ...fault(stage), PARITY_OVERRIDE: "INC-7: production is down" } });
      const found = await pack.run(previewOf("staging", OLDER));
      assert.ok(
        found.every(({ level }) => level === "advisory"),
        JSON.stringify(found),
      );
      assert.ok(found.some(({ message }) => message.includes("broken at")));
      assert.ok(found.some(({ policy, message }) => policy === "waiver-hygiene" && message.includes("INC-7")));
    }
  });
});

describe("a reference that cannot be had", function () {
  this.timeout(200_000);
  const FROM_THE_BACKEND = PARITY_YAML.replace(
    "snapshot: production.json",
    'stack: "{organization}/{project}/{stack}"',
  );
  const answers: Readonly<Record<string, string>> = {
    "no CLI": "",
    "a CLI that prints junk": "echo 'Welcome!'; echo '<html>'",
    "a CLI that prints nothing": "exit 0",
    "a CLI that prints another document": `echo '{"a":1}'`,
    "a CLI that crashes": "kill -SEGV $$",
    "a CLI that is not logged in": "echo 'error: PULUMI_ACCESS_TOKEN must be set for login' >&2; exit 255",
    "a CLI that may not": "echo 'error: [403] Forbidden' >&2; exit 255",
    ...(process.env.PARITY_SOAK !== undefined && { "a CLI that hangs for its minute": "exec sleep 300" }),
  };
  for (const [name, script] of Object.entries(answers))
    it(`rejects, and says what to do: ${name}`, async () => {
      const desk = setUpDesk();
      desk.write("parity.yaml", FROM_THE_BACKEND);
      if (script !== "") {
        desk.write("pulumi", `#!/bin/sh\n${script}\n`);
        chmodSync(join(desk.folder, "pulumi"), 0o755);
      }
      const path = script === "" ? desk.folder : `${desk.folder}:/bin:/usr/bin`;
      const pack = await desk.pack({ env: { PATH: path } });
      const found = await pack.run(previewOf("staging", OLDER));
      desk.clear();
      assert.ok(
        found.some(({ level, message }) => level === "mandatory" && message.includes("production cannot be read")),
        JSON.stringify(found),
      );
      for (const { message } of found) assert.doesNotMatch(message, /\n|a bug of this pack/);
    });
});

import { strict as assert } from "node:assert";
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exportOf, PARITY_YAML, previewOf, setUpDesk, type Desk } from "./shop";

const FROM_THE_BACKEND = PARITY_YAML.replace("snapshot: production.json", 'stack: "{organization}/{project}/{stack}"');

describe("a reference", function () {
  this.timeout(60_000);
  let desk: Desk;
  beforeEach(() => (desk = setUpDesk()));
  afterEach(() => desk.clear());

  /** Stands in for the CLI: writes this to stdout or to stderr. */
  const pulumi = (script: string) => {
    desk.write("pulumi", `#!/bin/sh\n${script}\n`);
    chmodSync(join(desk.folder, "pulumi"), 0o755);
  };
  const brief = (found: readonly { readonly level: string; readonly message: string }[]) =>
    found.map(({ level, message }) => [level, message]);

  it("that is not deployed yet is advisory", async () => {
    desk.write("parity.yaml", FROM_THE_BACKEND);
    pulumi("echo \"error: no stack named 'production' found\" >&2; exit 255");
    const pack = await desk.pack();
    assert.deepEqual(brief(await pack.run(previewOf("staging"))), [
      [
        "advisory",
        "nothing was compared: there is no stack organization/shop/production, the reference production is absent",
      ],
    ]);
  });

  it("that is not deployed yet rejects where parity.yaml says so", async () => {
    desk.write("parity.yaml", `${FROM_THE_BACKEND}\nonReferenceAbsent: mandatory\n`);
    pulumi("echo \"error: no stack named 'production' found\" >&2; exit 255");
    const pack = await desk.pack();
    assert.equal((await pack.run(previewOf("staging")))[0]?.level, "mandatory");
  });

  it("that the backend does not give rejects, with what to do", async () => {
    desk.write("parity.yaml", FROM_THE_BACKEND);
    pulumi('echo "error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions" >&2; exit 255');
    const pack = await desk.pack();
    const [[level, message] = []] = brief(await pack.run(previewOf("staging")));
    assert.equal(level, "mandatory");
    assert.match(message ?? "", /production cannot be read.*pulumi login/);
  });

  it("that the backend gives is compared, however large it is", async () => {
    desk.write("parity.yaml", FROM_THE_BACKEND);
    const large = exportOf("production", { database: { description: "x".repeat(3_000_000), engineVersion: "16.3" } });
    desk.write("backend.json", large);
    pulumi(
      `case "$*" in *shop/production*) cat ${join(desk.folder, "backend.json")};; *) echo "error: no stack named 'staging' found" >&2; exit 255;; esac`,
    );
    const pack = await desk.pack({ env: { PATH: `${desk.folder}:/bin:/usr/bin` } });
    const found = await pack.run(previewOf("staging", { database: { engineVersion: "15.4" } }));
    assert.ok(found.some(({ message }) => message.includes("engineVersion")));
    assert.match(pack.output(), /stack:organization\/shop\/production/);
  });

  it("that was recorded too long ago for parity.yaml rejects, and its age is said in any case", async () => {
    const pack = await desk.pack();
    assert.deepEqual(brief(await pack.run(previewOf("staging"))), []);
    assert.match(pack.output(), /staging against production \(.*production\.json, last deployed \d+ days ago\)/);
    desk.write("parity.yaml", `${PARITY_YAML}\nmaxReferenceAge: 7d\n`);
    const strict = await desk.pack();
    const [[level, message] = []] = brief(await strict.run(previewOf("staging")));
    assert.equal(level, "mandatory");
    assert.match(message ?? "", /the reference was recorded \d+ days ago, at most 7 days are allowed/);
    assert.match(message ?? "", /mend: record the reference again with `parity snapshot`/);
  });

  it("whose snapshot is missing or broken rejects, with the file", async () => {
    rmSync(join(desk.folder, "production.json"));
    const missing = await desk.pack();
    assert.match(
      brief(await missing.run(previewOf("staging")))[0]?.join(" ") ?? "",
      /mandatory .*production\.json: there is no such snapshot/,
    );
    desk.write("production.json", '{"version": 3, "deploy');
    const broken = await desk.pack();
    assert.match(brief(await broken.run(previewOf("staging")))[0]?.join(" ") ?? "", /mandatory .*production\.json/);
  });

  it("that cannot be read today is judged by the last good copy, for as long as that may be stale", async () => {
    const cache = { XDG_CACHE_HOME: join(desk.folder, "cache") };
    await (await desk.pack({ env: cache })).run(previewOf("staging"));
    rmSync(join(desk.folder, "production.json"));
    const pack = await desk.pack({ env: cache });
    const found = await pack.run(previewOf("staging", { database: { engineVersion: "15.4" } }));
    assert.ok(
      found.some(({ message }) => message.includes("engineVersion")),
      JSON.stringify(found),
    );
    assert.match(pack.output(), /judged by the last good copy/);
    desk.write("parity.yaml", `${PARITY_YAML}\nmaxStale: 0d\n`);
    const strict = await desk.pack({ env: cache });
    assert.equal((await strict.run(previewOf("staging")))[0]?.level, "mandatory");
  });
});

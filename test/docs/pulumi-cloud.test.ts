import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callingFolder, judges } from "../package/boots";
import { blocksOf, ROOT } from "./pages";

describe("the pack that docs/pulumi-cloud.md writes", function () {
  this.timeout(60_000);

  it("boots, and judges by the parity.yaml and the snapshot beside it, whatever the program's folder has", async () => {
    const pack = mkdtempSync(join(tmpdir(), "parity-cloud-"));
    const blocks = blocksOf("docs/pulumi-cloud.md");
    const textOf = (language: string) => blocks.find((block) => block.language === language)?.text ?? "";
    mkdirSync(join(pack, "node_modules"));
    symlinkSync(join(ROOT, "node_modules/@pulumi"), join(pack, "node_modules/@pulumi"));
    symlinkSync(ROOT, join(pack, "node_modules/pulumi-environment-parity"));
    writeFileSync(join(pack, "package.json"), textOf("json"));
    writeFileSync(join(pack, "index.js"), textOf("js"));
    const program = callingFolder(mkdtempSync(join(tmpdir(), "parity-program-")));
    for (const name of ["parity.yaml", "production.json"]) copyFileSync(join(program, name), join(pack, name));
    writeFileSync(join(program, "parity.yaml"), "extends: relaxed\n");
    await judges({ pack, cwd: program });
  });
});

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentSchema } from "../../core/config/schema/document";
import { parse } from "yaml";
import { parity } from "./command";

const PAGE = readFileSync(join(__dirname, "../../docs/drift.md"), "utf8");
const fenced = [...PAGE.matchAll(/^```(\w*)\n([^]*?)^```$/gm)];
const blocks = (language: string) => fenced.flatMap(([, marked, text = ""]) => (marked === language ? [text] : []));

describe("docs/drift.md", () => {
  const commands = blocks("").flatMap((text) => text.trim().split("\n"));

  it("shows commands", () => assert.ok(commands.length >= 7));

  for (const line of commands)
    it(`is understood: ${line}`, async () => {
      const cwd = mkdtempSync(join(tmpdir(), "parity-docs-"));
      const { code, stderr } = await parity(line.split(" ").slice(1), { cwd, env: { PATH: cwd } });
      const isWithoutProject = code === 2 && stderr.includes("which project is");
      assert.ok(code === 3 || isWithoutProject, `${code}: ${stderr}`);
    });

  for (const [at, text] of blocks("yaml").entries())
    it(`has a parity.yaml that is well formed: ${at + 1}`, () => {
      assert.deepEqual(documentSchema.safeParse(parse(text)).error?.issues ?? [], []);
    });
});

import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FOLDER = join(__dirname, "golden");

/** Holds a text to the one that was looked at and kept; `UPDATE_GOLDEN=1` keeps the new one instead. */
export function matchesGolden(name: string, text: string): void {
  const file = join(FOLDER, name);
  if (process.env.UPDATE_GOLDEN !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  assert.ok(existsSync(file), `there is no ${file}; look at the output, then keep it with UPDATE_GOLDEN=1`);
  assert.equal(text, readFileSync(file, "utf8"));
}

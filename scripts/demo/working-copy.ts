import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../engine";
import type { Edit } from "./scene";

/** Copies the storefront into this folder, so that the story can change it; gives the copy's folder. */
export function copyStorefront(folder: string): string {
  const copy = join(folder, "storefront");
  cpSync(join(PROJECT_ROOT, "examples", "storefront"), copy, { recursive: true });
  symlinkSync(join(PROJECT_ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  return copy;
}

/** Makes an edit. Throws where its text does not stand in the file exactly once: then scene and file went apart. */
export function apply(copy: string, { file, from, to }: Edit): void {
  const path = join(copy, file);
  const parts = readFileSync(path, "utf8").split(from);
  if (parts.length !== 2) throw new Error(`${file} should hold this once: ${from}`);
  writeFileSync(path, parts.join(to));
}

import { existsSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

const NAMES = ["parity.yaml", "parity.yml"];

/** The nearest parity.yaml, upward from each folder in turn; never one inside an installed package. */
export function discover(folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const found = upward(resolve(folder));
    if (found !== undefined) return found;
  }
  return undefined;
}

function upward(folder: string): string | undefined {
  const here = NAMES.map((name) => join(folder, name)).find((file) => !inPackage(folder) && existsSync(file));
  if (here !== undefined) return here;
  return dirname(folder) === folder ? undefined : upward(dirname(folder));
}

function inPackage(folder: string): boolean {
  return folder.split(sep).includes("node_modules");
}

import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The program's folder as seen from the root of its repository, with `/`; undefined outside of one. */
export function folderInRepository(program: string): string | undefined {
  for (let folder = program; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return relative(folder, program).split(sep).join("/");
    if (dirname(folder) === folder) return undefined;
  }
}

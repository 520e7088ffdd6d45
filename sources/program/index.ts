import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder, from here upward, whose Pulumi.yaml has this project's name; undefined where there is none. */
export function findProgram(project: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (projectNameIn(folder) === project) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The name in the nearest Pulumi.yaml, from here upward. */
export function projectNameFrom(from: string): string | undefined {
  const name = projectNameIn(from);
  return name !== undefined || dirname(from) === from ? name : projectNameFrom(dirname(from));
}

function projectNameIn(folder: string): string | undefined {
  for (const name of ["Pulumi.yaml", "Pulumi.yml"]) {
    const text = readIfThere(join(folder, name));
    const found = text === undefined ? undefined : /^name:\s*["']?([^"'\s#]+)/m.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

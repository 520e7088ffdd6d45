import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder whose Pulumi.yaml has this project's name: from here upward, else a little below, as `pulumi -C` is called
 * from above the program. Undefined where there is none.
 */
export function findProgram(project: string, from: string): string | undefined {
  return programFinder(from)(project);
}

/** The same for any number of projects: each folder is looked into once, and no farther than the search has to go. */
export function programFinder(from: string): (project: string) => string | undefined {
  const folders = foldersAround(from);
  const found = new Map<string, string>();
  return (project) => {
    while (!found.has(project)) {
      const { done, value: folder } = folders.next();
      if (done === true) return undefined;
      const name = projectNameIn(folder);
      if (name !== undefined && !found.has(name)) found.set(name, folder);
    }
    return found.get(project);
  };
}

const DEEPEST = 3;
const MOST_FOLDERS = 1000;

/** In the order in which they are looked into. */
function* foldersAround(from: string): Generator<string, undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) break;
  }
  let level: readonly string[] = [from];
  for (let depth = 0, seen = 0; depth < DEEPEST && seen < MOST_FOLDERS; depth++) {
    level = level.flatMap(foldersIn).slice(0, MOST_FOLDERS);
    seen += level.length;
    yield* level;
  }
  return undefined;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."))
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
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

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLabels, SAMPLES } from "./labels";

/** Properties of providers other than AWS and free keys, as programs use them: enough to meet every rule. */
export function readCorpus(): readonly { readonly type: string; readonly path: readonly string[] }[] {
  const found: { type: string; path: readonly string[] }[] = [];
  let type = "";
  for (const line of readFileSync(join(__dirname, "corpus.txt"), "utf8").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!line.startsWith(" ")) type = line.trim();
    else
      found.push(
        ...line
          .trim()
          .split(/\s+/)
          .map((path) => ({ type, path: path.split(".") })),
      );
  }
  return [...found, ...SAMPLES.flatMap(readLabels)];
}

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Layer, Problem } from "../../core/config/layer";
import { waiversSchema } from "../../core/config/schema/document";
import { checked } from "./checked";
import { readText } from "./text";
import { readYaml } from "./yaml-document";

/** Waivers of `waivers/*.yaml` beside a parity.yaml: a list in each file. */
export function waiverFiles(
  parityYaml: string,
  labelOf: (file: string) => string,
): { readonly waivers: Layer["waivers"]; readonly problems: readonly Problem[] } {
  const folder = join(dirname(parityYaml), "waivers");
  const read = filesOf(folder).map((file) => readWaivers(join(folder, file), labelOf(join(folder, file))));
  return { waivers: read.flatMap(({ waivers }) => waivers), problems: read.flatMap(({ problems }) => problems) };
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.ya?ml$/.test(file))
      .sort();
  } catch {
    return [];
  }
}

function readWaivers(file: string, label: string) {
  const document = readYaml(readText(file), label);
  const data = document.data ?? [];
  const { value, problems } = checked(waiversSchema, { ...document, data });
  const waivers = (value ?? []).map((entry, at) => ({ entry, place: document.line([at]) }));
  return { waivers, problems };
}

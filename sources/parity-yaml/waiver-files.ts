import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Layer, Problem } from "../../core/config/layer";
import { waiverFileSchemas as schemas } from "../../core/config/schema/document";
import { checked } from "./checked";
import { readText } from "./text";
import { readYaml } from "./yaml-document";

/** Waivers of `waivers/*.yaml` beside a parity.yaml. */
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
  const read = readYaml(readText(file), label);
  const document = { ...read, data: read.data ?? [] };
  const { data } = document;
  if (Array.isArray(data)) {
    const { value = [], problems } = checked(schemas.list, document);
    return { waivers: value.map((entry, at) => ({ entry, place: document.line([at]) })), problems };
  }
  if (typeof data === "object" && "waivers" in data) {
    const { value, problems } = checked(schemas.document, document);
    return {
      waivers: (value?.waivers ?? []).map((entry, at) => ({ entry, place: document.line(["waivers", at]) })),
      problems,
    };
  }
  const { value, problems } = checked(schemas.one, document);
  return { waivers: value === undefined ? [] : [{ entry: value, place: document.line([]) }], problems };
}

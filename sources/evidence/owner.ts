import { basename, dirname, resolve } from "node:path";
import type { EvidenceOwner } from "./resource";

const SUFFIX = /(?:\.(?:cdx|cyclonedx|spdx|s?bom|data|profile|flags?|flagd|json|gz|zst))+$/i;

/** Whose document this is, by its name alone: `evidence/staging.cdx.json` is about the stack `staging`. */
export function ownerOfFile(file: string): EvidenceOwner {
  const name = basename(file).replace(SUFFIX, "");
  return { project: basename(dirname(resolve(file))), stack: name === "" ? basename(file) : name };
}

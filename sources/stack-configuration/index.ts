import { basename, dirname, resolve } from "node:path";
import type { Stack } from "../../core/model/stack";
import { evidenceResource, evidenceStack, EVIDENCE_TYPES } from "../evidence/resource";
import { readText } from "../state/file";
import { stackNameFor, stackOfFile } from "./file-name";
import { parseConfiguration } from "./parse";
import { projectOf } from "./project";

/** True for the file of a stack's configuration, by its name. */
export function isConfigurationFile(file: string): boolean {
  return stackOfFile(file) !== undefined;
}

/**
 * A stack that has only its configuration: one resource with a property for every key, as the file spells it. Defaults
 * come from the project's Pulumi.yaml; secrets are marks. Throws ReadError with file, line and column.
 */
export function readConfigurationStack(file: string): Stack {
  const project = projectOf(file) ?? { name: basename(dirname(resolve(file))), defaults: new Map() };
  const owner = { project: project.name, stack: stackNameFor(file) };
  const inputs = parseConfiguration(readText(file), file, project);
  return evidenceStack(owner, file, [evidenceResource(owner, EVIDENCE_TYPES.configuration, "configuration", inputs)]);
}

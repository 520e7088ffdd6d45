import { basename, dirname, resolve } from "node:path";
import { ReadError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { evidenceResource, evidenceStack, EVIDENCE_TYPES } from "../evidence/resource";
import { readText } from "../state/file";
import { isProjectFile, isYamlFile, stackNameFor } from "./file-name";
import { canonicalConfiguration } from "./canonical";
import { parseConfiguration } from "./parse";
import { projectOf } from "./project";

/**
 * True for the file of a stack's configuration, and for any other YAML that a program reads its settings from
 * (`config.staging.yaml`): nothing else that can be compared is YAML. A project's own file is a ReadError.
 */
export function isConfigurationFile(file: string): boolean {
  if (isProjectFile(file))
    throw new ReadError("is the file of a project, not of one of its stacks; give its Pulumi.<stack>.yaml", file);
  return isYamlFile(file);
}

/** Whether a file may be named after it; a state can call its stack anything, a path that leads elsewhere, too. */
export function isStackName(name: string): boolean {
  return /^[\w.-]+$/.test(name);
}

/** `canonical` gives every key its namespace and reads JSON in texts, as the engine does: to compare with the engine's. */
export interface KeySpelling {
  readonly keys: "asSpelled" | "canonical";
}

/**
 * A stack that has only its configuration: one resource with a property for every key, as the file spells it. Defaults
 * come from the project's Pulumi.yaml; secrets are marks. Throws ReadError with file, line and column.
 */
export function readConfigurationStack(file: string, spelling: KeySpelling = { keys: "asSpelled" }): Stack {
  const project = projectOf(file) ?? { name: basename(dirname(resolve(file))), defaults: new Map() };
  const owner = { project: project.name, stack: stackNameFor(file) };
  const text = readText(file);
  if (text.length > LARGEST)
    throw new ReadError(`is larger than ${LARGEST / 1024 / 1024} MB; that is no stack configuration`, file);
  const spelled = parseConfiguration(text, file, project);
  const inputs = spelling.keys === "canonical" ? canonicalConfiguration(spelled, project.name) : spelled;
  return evidenceStack(owner, file, [evidenceResource(owner, EVIDENCE_TYPES.configuration, "configuration", inputs)]);
}

const LARGEST = 8 * 1024 * 1024;

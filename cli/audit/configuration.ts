import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import { EVIDENCE_TYPES } from "../../sources/evidence/resource";
import { isStackName, readConfigurationStack } from "../../sources/stack-configuration";
import type { ProgramOf } from "./program-of";

/** Both stacks with their stack configuration, where both sides' can be had: from a snapshot, or beside the program. */
export function withConfiguration(stacks: Sides<Stack>, programOf: ProgramOf): Sides<Stack> {
  const subject = configured(stacks.subject, programOf);
  const reference = configured(stacks.reference, programOf);
  return subject === undefined || reference === undefined ? stacks : { subject, reference };
}

/** The stack with its configuration; undefined where that cannot be had. */
export function configured(stack: Stack, programOf: ProgramOf): Stack | undefined {
  if (stack.phase === "evidence") return undefined;
  if (stack.resources.some(({ type }) => type === EVIDENCE_TYPES.configuration)) return stack;
  const program = programOf(stack.project);
  if (program === undefined || !isStackName(stack.name)) return undefined;
  const file = ["yaml", "yml"]
    .map((end) => join(program, `Pulumi.${stack.name}.${end}`))
    .find((path) => existsSync(path));
  if (file === undefined) return undefined;
  return { ...stack, resources: [...stack.resources, ...readConfigurationStack(file).resources] };
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { StackIdentity } from "../../core/config";
import type { Sides } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { EVIDENCE_TYPES } from "../../sources/evidence/resource";
import { isStackName, readConfigurationStack } from "../../sources/stack-configuration";
import { canonicalConfiguration } from "../../sources/stack-configuration/canonical";
import { configurationFromEngine } from "../../sources/stack-configuration/engine";
import type { StackFacts } from "./messages";

/** What is known of where the two stacks' configurations stand. */
export interface ConfigurationRequest {
  readonly facts: StackFacts;
  readonly reference: StackIdentity;
  /** The program's folder; undefined where it could not be found. */
  readonly program: string | undefined;
}

/**
 * Both stacks with their stack configuration as a resource of its own. The reference's comes with its snapshot or from
 * its file; where it can be had from neither, nothing is compared, and a remark says so.
 */
export function withConfiguration(
  stacks: Sides<Stack>,
  request: ConfigurationRequest,
): Sides<Stack> & { readonly remarks: readonly string[] } {
  const reference = configurationOf(stacks.reference) ?? fromFile(request.program, request.reference.stack);
  if (reference === undefined) {
    const remark = `the stack configuration of ${request.reference.stack} is not at hand; it was not compared`;
    return { ...stacks, remarks: [remark] };
  }
  const subject = ownConfiguration(request, Object.keys(reference.inputs));
  return { subject: joined(stacks.subject, subject), reference: joined(stacks.reference, reference), remarks: [] };
}

/** The stack's own configuration as the engine has it, with the keys that its file or the reference's has. */
export function ownConfiguration(
  { facts, program }: Pick<ConfigurationRequest, "facts" | "program">,
  others: Iterable<string> = [],
): Resource {
  const own = fromFile(program, facts.stack);
  if (own !== undefined && facts.secretKeys === undefined) return own;
  const keep = new Set([...others, ...Object.keys(own?.inputs ?? {})]);
  const { project, stack, organization, configuration: values, secretKeys = Object.keys(values) } = facts;
  const engine = configurationFromEngine({ project, stack, organization }, { values, secretKeys }, keep);
  // What only the file knows: the environments that it imports.
  return own === undefined ? engine : { ...engine, inputs: { ...own.inputs, ...engine.inputs } };
}

function configurationOf(stack: Stack): Resource | undefined {
  const found = stack.resources.find(({ type }) => type === EVIDENCE_TYPES.configuration);
  return found && { ...found, inputs: canonicalConfiguration(found.inputs, stack.project) };
}

function fromFile(program: string | undefined, stack: string): Resource | undefined {
  if (program === undefined || !isStackName(stack)) return undefined;
  const file = [join(program, `Pulumi.${stack}.yaml`), join(program, `Pulumi.${stack}.yml`)].find((path) =>
    existsSync(path),
  );
  return file === undefined ? undefined : readConfigurationStack(file, { keys: "canonical" }).resources[0];
}

function joined(stack: Stack, configuration: Resource): Stack {
  const others = stack.resources.filter(({ type }) => type !== EVIDENCE_TYPES.configuration);
  return { ...stack, resources: [...others, configuration] };
}

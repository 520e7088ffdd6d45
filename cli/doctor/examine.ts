import type { Context } from "../command";
import { checkBackend } from "./backend";
import type { Check } from "./check";
import { checkConfiguration, checkEnvironment, checkProject } from "./configuration";
import { checkEvidence } from "./evidence";
import { checkInstallation } from "./installation";
import { checkReferences } from "./references";
import { checkStacks } from "./stacks";

export interface ExaminationRequest {
  /** The parity.yaml that was named. */
  readonly config: string | undefined;
  /** Also the stacks of other projects. */
  readonly all: boolean;
}

/** Looks at everything that a preview or an audit needs, in the order in which it is mended. */
export async function examine(context: Context, request: ExaminationRequest): Promise<readonly Check[]> {
  const { check: ofProject, project } = checkProject(context.cwd);
  const { checks: written, config } = checkConfiguration(context, request.config);
  const { checks: asked, stacks: known } = await checkBackend(context, config?.environments ?? []);
  const before = [checkInstallation(context), ...checkEnvironment(context.env), ...asked, ofProject, ...written];
  if (known === undefined || config === undefined) return [...before, unknownStacks(known === undefined)];
  const looked = known.filter((stack) => request.all || project === undefined || stack.project === project);
  const { checks, pairs } = checkStacks(config, looked, known);
  return [...before, ...checks, ...(await checkReferences(pairs, context)), ...checkEvidence(pairs, context)];
}

function unknownStacks(withoutBackend: boolean): Check {
  const why = withoutBackend ? "the Pulumi CLI cannot list them" : "parity.yaml cannot be read";
  return { check: "stacks", state: "skipped", message: `not looked at: ${why}` };
}

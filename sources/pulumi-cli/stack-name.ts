import type { StackIdentity } from "../../core/config";

/** A stack as `-s` takes it: in three parts, or its own name alone. Two parts would be an organisation and a stack. */
export function stackNameForCli({ organization, project, stack }: StackIdentity): string {
  return organization === undefined ? stack : `${organization}/${project}/${stack}`;
}

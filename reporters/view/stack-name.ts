import type { ReportedStack } from "../../core/report/types";

/** `project/stack`, or the stack alone where no project is known. */
export function stackName({ project, name }: ReportedStack): string {
  return project === undefined || project === "" ? name : `${project}/${name}`;
}

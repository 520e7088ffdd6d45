import { glob } from "../globs";

/** Whether an entry that may be bound to projects holds for this one. */
export function inProject({ project }: { readonly project?: readonly string[] | undefined }, name: string): boolean {
  return project === undefined || project.some((pattern) => glob(pattern)(name));
}

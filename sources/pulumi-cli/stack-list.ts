import type { StackIdentity } from "../../core/config";
import { ReadError } from "../../core/errors";
import { runPulumi, type CliOptions } from "./run";

/** Every stack that the backend lets us see, also from within a project's folder, where the CLI shortens names. */
export async function listStacks(options: CliOptions): Promise<readonly StackIdentity[]> {
  const args = ["stack", "ls", "--all", "--json", "--fully-qualify-stack-names"];
  const text = (await runPulumi(args, options)).toString("utf8");
  let listed: unknown;
  try {
    listed = JSON.parse(text);
  } catch {
    throw new ReadError("`pulumi stack ls --all --json` did not answer with JSON; is it a Pulumi CLI of version 3?");
  }
  return Array.isArray(listed) ? listed.flatMap(identityOf) : [];
}

/** `organization/project/stack`, as the CLI names stacks of other projects. */
function identityOf(entry: unknown): readonly StackIdentity[] {
  if (typeof entry !== "object" || entry === null || !("name" in entry) || typeof entry.name !== "string") return [];
  const [stack, project, organization] = entry.name.split("/").reverse();
  return stack === undefined || project === undefined ? [] : [{ organization, project, stack }];
}

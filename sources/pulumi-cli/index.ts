import { PulumiCliError } from "./errors";
import { runPulumi } from "./run";
import type { CliOptions } from "./run";

export { PulumiCliError } from "./errors";
export type { CliFailure } from "./errors";
export { runPulumi } from "./run";
export type { CliOptions } from "./run";

/** A stack as the backend knows it; `name` is `organization/project/stack`, or less where the CLI can tell the rest. */
export interface NamedStack {
  readonly name: string;
  readonly backend?: string | undefined;
}

/**
 * The stack's export as the CLI writes it, secrets as ciphertext; undefined where there is no such stack. Rejects with
 * PulumiCliError for everything else.
 */
export async function exportStack(
  stack: NamedStack,
  options: Omit<CliOptions, "backend">,
): Promise<Buffer | undefined> {
  try {
    return await runPulumi(["stack", "export", "-s", stack.name], { ...options, backend: stack.backend });
  } catch (error) {
    if (error instanceof PulumiCliError && error.failure === "noStack") return undefined;
    throw error;
  }
}

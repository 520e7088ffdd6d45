import type { StackIdentity } from "../../core/config";
import type { Environment } from "../../core/config/entries";
import { memberships } from "../../core/config/pairs/membership";
import { listStacks } from "../../sources/pulumi-cli/stack-list";
import type { Context } from "../command";

/** A stack, and the backend that it lives in; undefined: the one that the Pulumi CLI is logged in to. */
export interface HousedStack {
  readonly stack: StackIdentity;
  readonly backend: string | undefined;
}

/**
 * Every stack of every backend that an environment names, and of the CLI's own. A stack of an environment with a backend
 * is looked for there alone: what another backend has by that name is another stack. Rejects with PulumiCliError.
 */
export async function stacksOfBackends(
  environments: readonly Environment[],
  { cwd, env }: Pick<Context, "cwd" | "env">,
): Promise<readonly HousedStack[]> {
  const named = environments.map(({ backend }) => backend);
  const backends = [...new Set(named.length === 0 ? [undefined] : named)];
  const listed = await Promise.all(
    backends.map(async (backend) =>
      (await listStacks({ cwd, env, backend })).map((stack): HousedStack => ({ stack, backend })),
    ),
  );
  return listed.flat().filter(({ stack, backend }) => {
    const own = environments.find((environment) => memberships(environment, stack).length > 0);
    return own === undefined || own.backend === backend;
  });
}

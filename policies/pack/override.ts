import type { ReportedOverride } from "../../core/report/types";

type Env = Readonly<Record<string, string | undefined>>;

/** The override that the environment asks for, with who asks and where; whether it is permitted is another question. */
export function requestedOverride(env: Env, now: Date): ReportedOverride | undefined {
  const reason = env.PARITY_OVERRIDE?.trim();
  if (reason === undefined || reason === "") return undefined;
  const by = firstOf(env, [
    "GITHUB_ACTOR",
    "GITLAB_USER_LOGIN",
    "BUILDKITE_BUILD_CREATOR",
    "BUILD_REQUESTEDFOR",
    "USER",
    "USERNAME",
  ]);
  const link = linkOf(env);
  return { reason, at: now.toISOString(), ...(by !== undefined && { by }), ...(link !== undefined && { link }) };
}

function linkOf(env: Env): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (server !== undefined && repository !== undefined && run !== undefined)
    return `${server}/${repository}/actions/runs/${run}`;
  return firstOf(env, ["CI_JOB_URL", "BUILDKITE_BUILD_URL", "CIRCLE_BUILD_URL", "BUILD_URL"]);
}

function firstOf(env: Env, names: readonly string[]): string | undefined {
  return names.map((name) => env[name]).find((value) => value !== undefined && value !== "");
}

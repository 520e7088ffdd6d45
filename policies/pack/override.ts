import type { ResolvedPair } from "../../core/config";
import type { ReportedOverride } from "../../core/report/types";
import type { Judgement } from "./judgement";
import type { Violation } from "./violation";

type Env = Readonly<Record<string, string | undefined>>;

/** An override that holds for a pair, and what is to be said of one that was asked for. */
export interface OverrideOutcome {
  readonly granted: ReportedOverride | undefined;
  readonly said: Partial<Pick<Judgement, "byPolicy" | "notes">>;
}

/** PARITY_OVERRIDE makes a run advisory where parity.yaml permits it, and is never silent. */
export function overrideFor(pair: ResolvedPair, env: Env, now: Date): OverrideOutcome {
  const asked = requestedOverride(env, now);
  if (asked === undefined) return { granted: undefined, said: {} };
  const environment = pair.environments.subject;
  if (!pair.overridable) {
    const message = `PARITY_OVERRIDE is set, but parity.yaml does not permit it: add ${environment} to override.environments`;
    return { granted: undefined, said: saying(message) };
  }
  const who = asked.by === undefined ? "" : ` by ${asked.by}`;
  const message = `overridden${who}: ${asked.reason}; nothing is rejected until this is settled`;
  return {
    granted: asked,
    said: { ...saying(message), notes: [`PARITY_OVERRIDE is in force for ${environment}: ${asked.reason}`] },
  };
}

function saying(message: string): Pick<Judgement, "byPolicy"> {
  const violation: Violation = { message, enforcementLevel: "advisory", severity: "high" };
  return { byPolicy: new Map([["waiver-hygiene", [violation]]]) };
}

/** With who asks and where, as the CI service or the system tells. */
function requestedOverride(env: Env, now: Date): ReportedOverride | undefined {
  const reason = env.PARITY_OVERRIDE?.trim();
  if (reason === undefined || reason === "") return undefined;
  const by = firstOf(env, WHO);
  const link = linkOf(env);
  return { reason, at: now.toISOString(), ...(by !== undefined && { by }), ...(link !== undefined && { link }) };
}

const WHO = ["GITHUB_ACTOR", "GITLAB_USER_LOGIN", "BUILDKITE_BUILD_CREATOR", "BUILD_REQUESTEDFOR", "USER", "USERNAME"];

function linkOf(env: Env): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (server !== undefined && repository !== undefined && run !== undefined)
    return `${server}/${repository}/actions/runs/${run}`;
  return firstOf(env, ["CI_JOB_URL", "BUILDKITE_BUILD_URL", "CIRCLE_BUILD_URL", "BUILD_URL"]);
}

function firstOf(env: Env, names: readonly string[]): string | undefined {
  return names.map((name) => env[name]).find((value) => value !== undefined && value !== "");
}

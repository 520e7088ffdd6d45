import { isRawMap } from "../../sources/state/shape";
import type { StackFacts } from "./messages";

/** The stack as the language host tells it in the pack's environment; undefined in `pulumi policy analyze`. */
export function stackFactsFrom(env: Readonly<Record<string, string | undefined>>): StackFacts | undefined {
  const { PULUMI_NODEJS_STACK: stack, PULUMI_NODEJS_PROJECT: project } = env;
  if (stack === undefined || stack === "" || project === undefined || project === "") return undefined;
  return {
    organization: env.PULUMI_NODEJS_ORGANIZATION,
    project,
    stack,
    dryRun: env.PULUMI_NODEJS_DRY_RUN === "true",
    configuration: configurationFrom(env.PULUMI_CONFIG),
    secretKeys: undefined,
  };
}

function configurationFrom(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined || text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    const entries = Object.entries(isRawMap(parsed) ? parsed : {});
    return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
  } catch {
    return {};
  }
}

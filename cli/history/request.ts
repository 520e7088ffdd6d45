import { pairsFor, type ParityConfig, type StackIdentity } from "../../core/config";
import { UsageError } from "../../core/errors";
import type { PastRequest } from "../../policies/past/past";
import { backendOf } from "../../sources/history";
import { projectNameFrom } from "../../sources/program";
import { configOf } from "../audit/config";
import type { Context, Input, OptionDefinition } from "../command";

/** Options that `history` and `blame` share. */
export const HISTORY_OPTIONS: readonly OptionDefinition[] = [
  { flags: "--subject <stack>", description: "the stack that is judged: [[org/]project/]name" },
  { flags: "--reference <stack>", description: "what it is judged against; without it, as parity.yaml says" },
  { flags: "--backend <url>", description: "the backend of both, such as file:///var/pulumi; else the CLI's own" },
  { flags: "--config <file>", description: "this parity.yaml, instead of the one that is found" },
  { flags: "--preset <name>", description: "judge by strict, standard or relaxed alone" },
  { flags: "--fresh", description: "compute everything anew, and keep nothing" },
];

export async function historyRequest(context: Context, input: Input): Promise<PastRequest> {
  const named = input.text("subject");
  if (named === undefined) throw new UsageError("--subject is missing: the stack whose past is asked for");
  const given = { config: input.text("config"), preset: input.text("preset") };
  const config = configOf(given, context);
  const subject = identityOf(named, context.cwd);
  const reference = input.text("reference");
  const { cwd, env } = context;
  return {
    config,
    subject,
    reference: reference === undefined ? referenceOf(config, subject) : identityOf(reference, cwd),
    backend: await backendOf({ cwd, env, backend: input.text("backend") }),
    useCache: !input.flag("fresh"),
  };
}

function identityOf(named: string, cwd: string): StackIdentity {
  const parts = named.replace(/^stack:/, "").split("/");
  const [stack, project, organization] = [...parts].reverse();
  if (stack === undefined || stack === "" || parts.length > 3)
    throw new UsageError(`${named} names no stack; write [[org/]project/]name`);
  const own = project ?? projectNameFrom(cwd);
  if (own === undefined) throw new UsageError(`which project is ${stack} of? Write project/${stack}`);
  return { organization, project: own, stack };
}

function referenceOf(config: ParityConfig, subject: StackIdentity): StackIdentity {
  const pair = pairsFor(config, subject).find(({ gate }) => !gate);
  if (pair === undefined)
    throw new UsageError(`parity.yaml judges ${subject.project}/${subject.stack} against nothing; add --reference`);
  return pair.reference;
}

import type { ResolvedPair } from "../../core/config";
import type { ProvenanceFacts } from "../../core/history";
import type { Sides } from "../../core/model/comparison";
import { isFromBackend, type Stack } from "../../core/model/stack";
import { openPast, type Past } from "../../policies/past/past";
import { commitRelation } from "../../sources/git";
import { backendOf } from "../../sources/history";
import { stackNameForCli } from "../../sources/pulumi-cli/stack-name";
import { readStackTags } from "../../sources/pulumi-cli/stack-tags";
import type { Audit } from "./judge-pair";

/** What git and the CLI say of two stacks, beyond the stacks themselves. */
export async function provenanceOf(audit: Audit, pair: ResolvedPair, stacks: Sides<Stack>): Promise<ProvenanceFacts> {
  const stackTags = await tagsOfStack(audit, pair, stacks.subject);
  return { relation: await relationOf(audit, stacks), stackTags };
}

async function relationOf(
  { programOf }: Audit,
  { subject, reference }: Sides<Stack>,
): Promise<NonNullable<ProvenanceFacts["relation"]>> {
  const [own, other] = [subject.program.commit, reference.program.commit];
  if (own === undefined || other === undefined) return "unknown";
  if (own === other) return "same";
  const program = programOf(subject.project);
  return program === undefined ? "unknown" : commitRelation(program, own, other);
}

/** Read only where somebody asks whose the stack is. */
export async function tagsOfStack(
  { cwd, env }: Pick<Audit, "cwd" | "env">,
  { ownerTag, subject }: Pick<ResolvedPair, "ownerTag" | "subject">,
  stack: Stack,
): Promise<ProvenanceFacts["stackTags"]> {
  if (ownerTag === undefined || !isFromBackend(stack)) return undefined;
  return readStackTags(stackNameForCli(subject), { cwd, env });
}

/** How the past of a pair is opened: from the backend that the CLI uses here, which is asked for once. */
export function pastOpener({
  config,
  cwd,
  env,
}: Pick<Audit, "config" | "cwd" | "env">): (pair: ResolvedPair) => Promise<Past> {
  let backend: Promise<string> | undefined;
  return async ({ subject, reference }) => {
    backend ??= backendOf({ cwd, env });
    return openPast({ config, subject, reference, backend: await backend, useCache: true }, { cwd, env });
  };
}

import type { PolicyResource } from "@pulumi/policy";
import { markedSecrets } from "../../catalogue/schema/marks";
import type { ProgramFacts, Stack } from "../../core/model/stack";
import { redactStack } from "../../core/redact";
import type { GitFacts } from "../../sources/git";
import { engineResources, type Heard } from "./engine-resources";
import type { StackFacts } from "./messages";
import { subjectStack } from "./subject";

/** What the engine has shown of the stack, and what is known of it besides. */
export interface Seen {
  readonly facts: StackFacts;
  readonly listed: readonly PolicyResource[];
  readonly heard: Heard;
  /** Its last state. */
  readonly before: Stack | undefined;
  readonly git: GitFacts | undefined;
  readonly now: Date;
}

/** The stack as it is about to be, or as an update has just made it, in the model: without its secrets. */
export function previewedStack({ facts, listed, heard, before, git, now }: Seen): Stack {
  const { resources, secrets } = engineResources(listed, heard);
  const stack = subjectStack(resources, {
    ...facts,
    phase: facts.dryRun ? "preview" : "state",
    before,
    source: facts.dryRun ? "preview" : "update",
    capturedAt: now.toISOString(),
    program: programOf(git),
  });
  const configured = (facts.secretKeys ?? []).map((key) => ({ content: facts.configuration[key], property: key }));
  return redactStack(stack, [...secrets, ...configured], markedSecrets);
}

/** A folder with changes of its own is nobody's fault in a preview; a plan's says `dirty` for itself. */
function programOf(git: GitFacts | undefined): ProgramFacts {
  if (git === undefined) return {};
  const { commit, author, repository } = git;
  return { commit, ...(author !== undefined && { author }), ...(repository !== undefined && { repository }) };
}

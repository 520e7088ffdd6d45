import { resolve } from "node:path";
import type { PolicyResource } from "@pulumi/policy";
import { writeWhole } from "../../sources/files";
import { gitFacts } from "../../sources/git";
import { findProgram } from "../../sources/program";
import { writeSnapshot } from "../../sources/snapshot";
import { ownConfiguration } from "./configuration";
import type { Heard } from "./engine-resources";
import { guarded } from "./failure";
import { NOTHING, rejection, type Judgement } from "./judgement";
import type { StackFacts } from "./messages";
import { previewedStack } from "./previewed";

export interface RecordRequest {
  readonly facts: StackFacts | undefined;
  readonly listed: readonly PolicyResource[];
  readonly heard: Heard;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

/** Recording mode: what the stack is about to be becomes a snapshot that others are judged against; nothing is judged. */
export async function recordRun({ facts, listed, heard, env, now }: RecordRequest, file: string): Promise<Judgement> {
  if (heard.inputs.size === 0) return rejection("record-inputs is disabled, so nothing can be recorded; enable it");
  if (facts === undefined) return rejection("the engine did not say which stack this is");
  const calledFrom = env.PWD ?? process.cwd();
  const program = findProgram(facts.project, calledFrom);
  const git = program === undefined ? undefined : await gitFacts(program);
  const record = (): Judgement => {
    const previewed = previewedStack({ facts, listed, heard, before: undefined, git, now });
    const configuration = ownConfiguration({ facts, program });
    const stack = {
      ...previewed,
      phase: facts.dryRun ? ("plan" as const) : previewed.phase,
      recordedAt: now.toISOString(),
      resources: [...previewed.resources, configuration],
      program: { ...previewed.program, ...(git !== undefined && { dirty: git.dirty }) },
    };
    const target = resolve(calledFrom, file);
    writeWhole(target, writeSnapshot(stack));
    const what = `${previewed.resources.length} resources of ${stack.project}/${stack.name}`;
    return { ...NOTHING, notes: [`recorded ${what} in ${target}; nothing was judged`] };
  };
  return guarded(record, [], { env, now });
}

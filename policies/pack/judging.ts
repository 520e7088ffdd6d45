import type { PolicyResource } from "@pulumi/policy";
import type { ParityPolicy } from "../../core/policy";
import type { Heard } from "./engine-resources";
import type { Judgement } from "./judgement";
import { judgeResource, judgesDuringUp } from "./judge-resource";
import { judgeRun } from "./judge-run";
import type { PolicySettings, StackFacts } from "./messages";
import { open } from "./opening";
import { prepare } from "./preparation";
import { recordRun } from "./record-run";
import type { AnnouncedResource } from "./single-resource";
import type { Violation } from "./violation";

export type { Judgement } from "./judgement";

/** What is known when the engine has introduced itself. */
export interface BeginRequest {
  readonly policies: readonly ParityPolicy[];
  readonly facts: StackFacts | undefined;
  readonly settings: PolicySettings;
  /** Names of all policies of the pack, ours and others. */
  readonly registered: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A run that has begun to read what it will need. */
export interface Begun {
  judge(listed: readonly PolicyResource[], heard: Heard): Promise<Judgement>;
  /** What can be said of one resource before it is changed; nothing, unless parity.yaml asks for it. */
  judgeResource(announced: AnnouncedResource): Promise<readonly Violation[]>;
}

/**
 * Begins to read at once; judges when it is asked to. In recording mode it does neither.
 * @public loaded by name, when the pack has booted
 */
export function begin(request: BeginRequest): Begun {
  const { policies, env, facts } = request;
  const file = env.PARITY_RECORD;
  if (file !== undefined && file !== "")
    return {
      judge: (listed, heard) => recordRun({ facts, env, listed, heard, now: new Date() }, file),
      judgeResource: () => Promise.resolve([]),
    };
  let quiet: () => void = () => undefined;
  const whenQuiet = new Promise<void>((resolve) => (quiet = resolve));
  const opening = open(request);
  const preparation = prepare(opening, { ...request, now: new Date(), whenQuiet });
  const early = opening.kind === "opened" && !opening.facts.dryRun && opening.pairs.some(judgesDuringUp);
  return {
    judge: async (listed, heard) => {
      quiet();
      return judgeRun({ policies, env, preparation: await preparation, listed, heard, now: new Date() });
    },
    judgeResource: async (announced) => {
      if (!early) return [];
      quiet();
      const prepared = await preparation;
      if (prepared.kind === "failed") return [];
      return judgeResource({ ...request, prepared, announced, now: new Date() });
    },
  };
}

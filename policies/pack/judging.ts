import type { ParityPolicy } from "../../core/policy";
import type { Violation } from "./violation";
import { judgeRun, type Judgement } from "./judgement";
import type { Heard } from "./engine-resources";
import type { PolicyResource } from "@pulumi/policy";
import type { PolicySettings, RawProperties, StackFacts } from "./messages";
import { prepare } from "./preparation";

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
  judge(seen: { readonly listed: readonly PolicyResource[]; readonly heard: Heard }): Promise<Judgement>;
  judgeResource(urn: string, inputs: RawProperties): Promise<readonly Violation[]>;
}

/** Begins to read at once; judges when it is asked to. */
export function begin(request: BeginRequest): Begun {
  let quiet: () => void = () => undefined;
  const whenQuiet = new Promise<void>((resolve) => (quiet = resolve));
  const preparation = prepare({ ...request, now: new Date(), whenQuiet });
  return {
    judge: async ({ listed, heard }) => {
      quiet();
      const { policies, env } = request;
      return judgeRun({ policies, env, preparation: await preparation, listed, heard, now: new Date() });
    },
    judgeResource: () => Promise.resolve([]),
  };
}

import { dirname } from "node:path";
import { pairsFor, type ParityConfig, type ResolvedPair } from "../../core/config";
import { loadParityConfig } from "../../sources/parity-yaml";
import { findProgram } from "../../sources/program";
import { failureMessage } from "./failure";
import type { BeginRequest } from "./judging";
import { knobLayers } from "./knob-layers";
import type { StackFacts } from "./messages";
import { configuredParity } from "./policy-settings";

/** What is known before anything is read but parity.yaml. `failed`: nothing can be judged, for this reason. */
export type Opening = { readonly kind: "failed"; readonly message: string } | Opened;
export interface Opened {
  readonly kind: "opened";
  readonly facts: StackFacts;
  readonly config: ParityConfig;
  /** Everything that this stack is to be judged against. */
  readonly pairs: readonly ResolvedPair[];
  /** Folder of the Pulumi program, where it could be found. */
  readonly program: string | undefined;
}

/** Finds parity.yaml and what it asks for. Never throws. */
export function open({ facts, settings, env, policies }: BeginRequest): Opening {
  if (facts === undefined) return { kind: "failed", message: "the engine did not say which stack this is" };
  try {
    const called = env.PWD ?? process.cwd();
    const found = findProgram(facts.project, called);
    const from = [called, ...(found === undefined ? [] : [found]), dirname(process.cwd())];
    const config = loadParityConfig({
      ...configuredParity(settings),
      from,
      env,
      above: knobLayers(settings, policies),
    });
    const program = config.programDir ?? found;
    return { kind: "opened", facts, config, program, pairs: pairsFor(config, facts) };
  } catch (error) {
    return { kind: "failed", message: failureMessage(error) };
  }
}

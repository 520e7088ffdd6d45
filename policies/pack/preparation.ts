import { dirname } from "node:path";
import { pairsFor, type ParityConfig, type ResolvedPair, type StackIdentity } from "../../core/config";
import { loadParityConfig } from "../../sources/parity-yaml";
import { findProgram } from "../../sources/program";
import { cacheFolder, readLastState, readReference } from "../../sources/reference";
import type { LastState, Reading, ReferenceOutcome } from "../../sources/reference";
import type { BeginRequest } from "./judging";
import type { StackFacts } from "./messages";
import { oneLine } from "./one-line";
import { configuredParity, strangeSettings } from "./policy-settings";
import { RECORD_INPUTS } from "./record-inputs";

export interface PreparationRequest extends BeginRequest {
  readonly now: Date;
  /** Settles when nobody waits for the pack any more: then it may work for longer than a moment at once. */
  readonly whenQuiet: Promise<void>;
}

/** All that the judging needs besides the engine's own words. `failed`: nothing can be judged, for this reason. */
export type Preparation =
  | { readonly kind: "failed"; readonly message: string }
  | {
      readonly kind: "ready";
      readonly facts: StackFacts;
      readonly config: ParityConfig;
      readonly pairs: readonly PreparedPair[];
      /** Of the previewed stack; undefined where nothing is to be judged. */
      readonly before: LastState | undefined;
      /** What is odd about the policy configuration, one line each. */
      readonly strange: readonly string[];
      /** Folder of the Pulumi program, where it could be found. */
      readonly program: string | undefined;
    };

export interface PreparedPair {
  readonly pair: ResolvedPair;
  readonly reference: ReferenceOutcome;
}

/** Finds parity.yaml and begins to read the references and the last state, all at once. Never rejects. */
export async function prepare(request: PreparationRequest): Promise<Preparation> {
  try {
    return await prepareOrThrow(request);
  } catch (error) {
    return { kind: "failed", message: oneLine(error) };
  }
}

async function prepareOrThrow(request: PreparationRequest): Promise<Preparation> {
  const { facts, env } = request;
  if (facts === undefined) return { kind: "failed", message: "the engine did not say which stack this is" };
  const called = env.PWD ?? process.cwd();
  const config = loadParityConfig({
    ...configuredParity(request.settings),
    from: [called, dirname(process.cwd())],
    env,
  });
  const program = config.programDir ?? findProgram(facts.project, called);
  const pairs = pairsFor(config, facts);
  const reading = { cli: { cwd: program ?? process.cwd(), env }, whenQuiet: request.whenQuiet };
  const before = pairs.length === 0 ? undefined : readLastState(qualifiedName(facts), reading);
  const prepared = await Promise.all(pairs.map((pair) => preparePair(pair, facts, reading, request)));
  return { kind: "ready", facts, config, program, pairs: prepared, before: await before, strange: strangeIn(request) };
}

async function preparePair(
  pair: ResolvedPair,
  { organization }: StackFacts,
  reading: Reading,
  { env, now }: PreparationRequest,
): Promise<PreparedPair> {
  const { referenceSources: sources, maxStaleDays } = pair;
  const name = qualifiedName({ ...pair.reference, organization: pair.reference.organization ?? organization });
  const request = { ...reading, sources, name, maxStaleDays, cacheFolder: cacheFolder(env), now };
  return { pair, reference: await readReference(request) };
}

function qualifiedName({ organization, project, stack }: StackIdentity): string {
  return [organization, project, stack].filter((part) => part !== undefined).join("/");
}

function strangeIn({ settings, registered, policies }: PreparationRequest): readonly string[] {
  return strangeSettings(settings, registered, [RECORD_INPUTS, ...policies.map(({ name }) => name)]);
}

import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { pairsFor, type ParityConfig, type ResolvedPair } from "../../core/config";
import { ParityError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { loadParityConfig } from "../../sources/parity-yaml";
import { exportStack, PulumiCliError } from "../../sources/pulumi-cli";
import { findProgram } from "../../sources/program";
import { readReference, type ReferenceOutcome } from "../../sources/reference";
import { parseState } from "../../sources/state";
import type { PolicySettings, StackFacts } from "./messages";
import { oneLine } from "./one-line";

type Env = Readonly<Record<string, string | undefined>>;

export interface PreparationRequest {
  readonly facts: StackFacts | undefined;
  readonly settings: PolicySettings;
  readonly env: Env;
  readonly now: Date;
}

/** All that the judging needs besides the engine's own words. `failed`: nothing can be judged, for this reason. */
export type Preparation =
  | { readonly kind: "failed"; readonly message: string }
  | {
      readonly kind: "ready";
      readonly facts: StackFacts;
      readonly config: ParityConfig;
      readonly pairs: readonly PreparedPair[];
      readonly before: LastState;
      /** Folder of the Pulumi program, where it could be found. */
      readonly program: string | undefined;
    };

export interface PreparedPair {
  readonly pair: ResolvedPair;
  readonly reference: ReferenceOutcome;
}

/** The subject's own last state; neither where it was never deployed. */
export interface LastState {
  readonly stack: Stack | undefined;
  readonly problem: string | undefined;
}

/** Finds parity.yaml and begins to read the references and the last state, all at once. Never rejects. */
export async function prepare(request: PreparationRequest): Promise<Preparation> {
  try {
    return await prepareOrThrow(request);
  } catch (error) {
    return { kind: "failed", message: oneLine(error) };
  }
}

async function prepareOrThrow({ facts, settings, env, now }: PreparationRequest): Promise<Preparation> {
  if (facts === undefined) return { kind: "failed", message: "the engine did not say which stack this is" };
  const called = env.PWD ?? process.cwd();
  const config = loadParityConfig({ ...configured(settings), from: [called, dirname(process.cwd())], env });
  const program = config.programDir ?? findProgram(facts.project, called);
  const pairs = pairsFor(config, facts);
  const cli = { cwd: program ?? process.cwd(), env };
  const before = pairs.length === 0 ? Promise.resolve(NEVER_DEPLOYED) : readLastState(facts, cli);
  const references = pairs.map((pair) => {
    const name = [pair.reference.organization ?? facts.organization, pair.reference.project, pair.reference.stack]
      .filter((part) => part !== undefined)
      .join("/");
    const { referenceSources: sources, maxStaleDays } = pair;
    return readReference({ sources, name, maxStaleDays, cli, cacheFolder: cacheFolder(env), now });
  });
  const outcomes = await Promise.all(references);
  const prepared = pairs.flatMap((pair, at) => {
    const reference = outcomes[at];
    return reference === undefined ? [] : [{ pair, reference }];
  });
  return { kind: "ready", facts, config, pairs: prepared, before: await before, program };
}

/** `config` of any policy's configuration: a path, or the document itself. */
function configured(settings: PolicySettings): { readonly file?: string; readonly document?: unknown } {
  for (const { properties } of settings.values()) {
    const config: unknown = Reflect.get(Object(properties), "config");
    if (typeof config === "string" && config !== "") return { file: config };
    if (typeof config === "object" && config !== null) return { document: config };
  }
  return {};
}

const NEVER_DEPLOYED: LastState = { stack: undefined, problem: undefined };

async function readLastState(facts: StackFacts, cli: { readonly cwd: string; readonly env: Env }): Promise<LastState> {
  const name = [facts.organization, facts.project, facts.stack].filter((part) => part !== undefined).join("/");
  try {
    const bytes = await exportStack({ name }, cli);
    if (bytes === undefined) return NEVER_DEPLOYED;
    const stack = parseState(bytes.toString("utf8"), `stack:${name}`);
    return { stack: stack.resources.length === 0 ? undefined : stack, problem: undefined };
  } catch (error) {
    if (error instanceof PulumiCliError || error instanceof ParityError)
      return { stack: undefined, problem: oneLine(error) };
    throw error;
  }
}

function cacheFolder(env: Env): string {
  return join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "environment-parity");
}

import type { PolicyResource } from "@pulumi/policy";
import type { ParityPolicy } from "../../core/policy";
import { parseUrn } from "../../core/model/urn";
import { loadJudging } from "./lazy";
import type { Judgement } from "./judging";
import type { PolicySettings, RawProperties, StackFacts } from "./messages";
import type { Preparation } from "./preparation";
import { rawProperties } from "./sdk-values";
import { stackFactsFrom } from "./stack-facts";
import type { Violation } from "./violation";
import { listenToEngine } from "./wire";

type Environment = Readonly<Record<string, string | undefined>>;

/** What one process of the pack knows: the engine starts one for each preview and each update. */
export class PackRun {
  readonly #policies: readonly ParityPolicy[];
  readonly #env: Environment;
  #facts: StackFacts | undefined;
  #settings: PolicySettings = new Map();
  readonly #offered = new Map<string, RawProperties>();
  readonly #recorded = new Map<string, RawProperties>();
  #outputs: ReadonlyMap<string, RawProperties> = new Map();
  #preparation: Promise<Preparation> | undefined;
  #judgement: Promise<Judgement> | undefined;

  constructor(policies: readonly ParityPolicy[], env: Environment) {
    this.#policies = policies;
    this.#env = env;
    this.#facts = stackFactsFrom(env);
  }

  /** Hears what the engine says from now on, and begins to read as soon as it has said enough. */
  listen(): void {
    listenToEngine({
      stack: (facts) => (this.#facts = facts),
      settings: (settings) => {
        this.#settings = settings;
        setTimeout(() => this.#prepare(), SETTLE_MS);
      },
      inputs: (urn, properties) => this.#offered.set(urn, properties),
      outputs: (properties) => (this.#outputs = properties),
    });
  }

  /** Keeps a resource's inputs; they are read when all are there. */
  record(urn: string, props: object): void {
    this.#recorded.set(urn, this.#offered.get(urn) ?? (() => rawProperties(props)));
    this.#facts ??= factsFromUrn(urn);
    void this.#prepare();
  }

  /** What one policy has to report. The first that asks has all of them judged, and speaks for the run as a whole. */
  async judge(policy: string, resources: readonly PolicyResource[]): Promise<readonly Violation[]> {
    const [first] = resources;
    if (first === undefined) return [];
    this.#facts ??= factsFromUrn(first.urn);
    const speaks = this.#judgement === undefined;
    this.#judgement ??= this.#judgeAll(resources);
    const { shared, byPolicy } = await this.#judgement;
    return [...(speaks ? shared : []), ...(byPolicy.get(policy) ?? [])];
  }

  async #judgeAll(listed: readonly PolicyResource[]): Promise<Judgement> {
    const preparation = await this.#prepare();
    const heard = { inputs: this.#recorded, outputs: this.#outputs };
    const request = { policies: this.#policies, preparation, listed, heard, env: this.#env, now: new Date() };
    return loadJudging().judgeRun(request);
  }

  #prepare(): Promise<Preparation> {
    this.#preparation ??= loadJudging().prepare({
      facts: this.#facts,
      settings: this.#settings,
      env: this.#env,
      now: new Date(),
    });
    return this.#preparation;
  }
}

/** Long enough for the engine to get its answer first: what follows loads the comparison. */
const SETTLE_MS = 10;

/** In `pulumi policy analyze` nobody tells the stack; its resources do. */
function factsFromUrn(urn: string): StackFacts | undefined {
  const parts = parseUrn(urn);
  if (parts === undefined) return undefined;
  const { project, stack } = parts;
  return { organization: undefined, project, stack, dryRun: false, configuration: {}, secretKeys: undefined };
}

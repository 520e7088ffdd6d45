import type { PolicyResource } from "@pulumi/policy";
import type { ParityPolicy } from "../../core/policy";
import { parseUrn } from "../../core/model/urn";
import { failedJudgement, loadJudging } from "./lazy";
import type { Begun, Judgement } from "./judging";
import type { PolicySettings, RawProperties, StackFacts } from "./messages";
import { rawProperties } from "./sdk-values";
import { RECORD_INPUTS } from "./record-inputs";
import { speaker } from "./speaker";
import { stackFactsFrom } from "./stack-facts";
import type { Violation } from "./violation";
import { listenToEngine } from "./wire";

type Environment = Readonly<Record<string, string | undefined>>;

/** What one process of the pack knows: the engine starts one for each preview and each update. */
export class PackRun {
  readonly #policies: readonly ParityPolicy[];
  readonly #env: Environment;
  #facts: StackFacts | undefined;
  #registered: readonly string[];
  /** No policy of the pack is anybody else's: known as soon as the engine has asked what there is. */
  #alone = false;
  #settings: PolicySettings = new Map();
  readonly #offered = new Map<string, RawProperties>();
  readonly #recorded = new Map<string, RawProperties>();
  #outputs: ReadonlyMap<string, RawProperties> = new Map();
  #begun: Begun | undefined;
  #judgement: Promise<Judgement> | undefined;
  #spoken = false;

  constructor(policies: readonly ParityPolicy[], env: Environment) {
    this.#policies = policies;
    this.#env = env;
    this.#facts = stackFactsFrom(env);
    this.#registered = policies.map(({ name }) => name);
  }

  /** Hears what the engine says from now on, and begins to read as soon as it has said enough. */
  listen(): void {
    listenToEngine({
      stack: (facts) => (this.#facts = facts),
      registered: (policies) => {
        this.#registered = policies;
        this.#alone = policies.every(
          (name) => name === RECORD_INPUTS || this.#policies.some((own) => own.name === name),
        );
      },
      isAlone: () => this.#alone,
      settings: (settings) => {
        this.#settings = settings;
        setTimeout(() => this.#beginEarly(), SETTLE_MS);
      },
      inputs: (urn, properties) => this.#offered.set(urn, properties),
      outputs: (properties) => (this.#outputs = properties),
    });
  }

  /** Keeps a resource's inputs; they are read when all are there. In an update that asks for it, judges what it can. */
  async record(urn: string, props: object, provider: string | undefined): Promise<readonly Violation[]> {
    const inputs = this.#offered.get(urn) ?? (() => rawProperties(props));
    this.#recorded.set(urn, inputs);
    this.#facts ??= factsFromUrn(urn);
    return (await this.#beginEarly()?.judgeResource({ urn, provider, inputs })) ?? [];
  }

  /** What one policy has to report. The first that asks has all of them judged; one speaks for the run as a whole. */
  async judge(policy: string, resources: readonly PolicyResource[]): Promise<readonly Violation[]> {
    const [first] = resources;
    if (first === undefined) return [];
    this.#facts ??= factsFromUrn(first.urn);
    this.#judgement ??= this.#judgeAll(resources);
    const { shared, byPolicy, notes } = await this.#judgement;
    const own = byPolicy.get(policy) ?? [];
    if (this.#spoken || policy !== speaker(this.#policies, this.#settings, policy)) return own;
    this.#spoken = true;
    for (const note of notes) process.stdout.write(`${note}\n`);
    return [...shared, ...own];
  }

  /** Whatever fails, here or below: the other policies still get their answer, and one of them says so. */
  async #judgeAll(listed: readonly PolicyResource[]): Promise<Judgement> {
    try {
      return await this.#begin().judge(listed, { inputs: this.#recorded, outputs: this.#outputs });
    } catch (error) {
      return failedJudgement(error);
    }
  }

  /** Undefined while the stack is not known, and where beginning fails: the judging will begin once more, and say so. */
  #beginEarly(): Begun | undefined {
    if (this.#facts === undefined) return undefined;
    try {
      return this.#begin();
    } catch {
      return undefined;
    }
  }

  #begin(): Begun {
    this.#begun ??= loadJudging().begin({
      policies: this.#policies,
      facts: this.#facts,
      settings: this.#settings,
      registered: this.#registered,
      env: this.#env,
    });
    return this.#begun;
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

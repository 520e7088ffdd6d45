import {
  adHocPair,
  type ParityConfig,
  type ReferenceSource,
  type ResolvedPair,
  type StackIdentity,
} from "../../core/config";
import { commitRelation, gitFacts, type CommitRelation, type GitFacts } from "../../sources/git";
import { stackNameForCli } from "../../sources/pulumi-cli/stack-name";
import { readStackTags } from "../../sources/pulumi-cli/stack-tags";
import { cacheFolder, readLastState, readReference } from "../../sources/reference";
import type { LastState, Reading, ReferenceOutcome } from "../../sources/reference";
import type { BeginRequest } from "./judging";
import { failureMessage } from "./failure";
import type { Opened, Opening } from "./opening";
import { strangeSettings } from "./policy-settings";

export interface PreparationRequest extends BeginRequest {
  readonly now: Date;
  /** Settles when nobody waits for the pack any more: then it may work for longer than a moment at once. */
  readonly whenQuiet: Promise<void>;
}

/** All that the judging needs besides the engine's own words. `failed`: none of the pairs can be judged, for this reason. */
export type Preparation = Failed | Prepared;
interface Failed {
  readonly kind: "failed";
  readonly message: string;
  readonly pairs: readonly ResolvedPair[];
}
export interface Prepared extends Omit<Opened, "kind" | "pairs"> {
  readonly kind: "ready";
  readonly pairs: readonly PreparedPair[];
  /** Of the previewed stack; undefined where nothing is to be judged. */
  readonly before: LastState | undefined;
  /** What git says of the program's folder. */
  readonly git: GitFacts | undefined;
  /** What is odd about the policy configuration, one line each. */
  readonly strange: readonly string[];
}

export interface PreparedPair {
  readonly pair: ResolvedPair;
  readonly reference: ReferenceOutcome;
  /** How the program's commit stands to the reference's. */
  readonly relation: CommitRelation;
  /** Tags of the previewed stack itself; read only where somebody asks whose it is. */
  readonly stackTags: Readonly<Record<string, string>> | undefined;
}

/** Reads the references and the last state, all at once. Never rejects. */
export async function prepare(opening: Opening, request: PreparationRequest): Promise<Preparation> {
  if (opening.kind === "failed") return { ...opening, pairs: [] };
  try {
    return await read(opening, request);
  } catch (error) {
    return { kind: "failed", message: failureMessage(error), pairs: opening.pairs };
  }
}

async function read(opened: Opened, request: PreparationRequest): Promise<Prepared> {
  const { facts, config, program, pairs } = opened;
  const strange = strangeSettings(request.settings, request.registered, request.policies);
  if (pairs.length === 0) return { ...opened, kind: "ready", pairs: [], before: undefined, git: undefined, strange };
  const reading = { cli: { cwd: program ?? process.cwd(), env: request.env }, whenQuiet: request.whenQuiet };
  const git = program === undefined ? Promise.resolve(undefined) : gitFacts(program);
  const [before, ...prepared] = await Promise.all([
    readLastState(stackNameForCli(facts), facts, reading, request.now),
    ...pairs.map(async (pair) => {
      const found = await readPair(pair, config, reading, request);
      const tags = pair.ownerTag === undefined ? undefined : await readStackTags(stackNameForCli(facts), reading.cli);
      return { ...found, relation: await relationTo(found.reference, program, await git), stackTags: tags };
    }),
  ]);
  return { ...opened, kind: "ready", pairs: prepared, before, git: await git, strange };
}

interface ReadPair {
  readonly pair: ResolvedPair;
  readonly reference: ReferenceOutcome;
}

/** Reads a pair's reference; while it is absent, the others that it may be. */
async function readPair(
  pair: ResolvedPair,
  config: ParityConfig,
  reading: Reading,
  request: PreparationRequest,
): Promise<ReadPair> {
  const first = await readCandidate(pair, pair, reading, request);
  if (first.kind !== "absent" || pair.gate) return { pair, reference: first };
  for (const candidate of pair.alternatives) {
    const reference = await readCandidate(pair, candidate, reading, request);
    if (reference.kind === "read") return { pair: adHocPair(config, pair.subject, candidate.reference), reference };
  }
  return { pair, reference: first };
}

function readCandidate(
  { maxStaleDays }: ResolvedPair,
  { reference, referenceSources }: ResolvedPair["alternatives"][number],
  reading: Reading,
  { facts, env, now }: PreparationRequest,
): Promise<ReferenceOutcome> {
  const name = stackNameForCli({ ...reference, organization: reference.organization ?? facts?.organization });
  const sources = referenceSources.map((source) => asTheCliTakesIt(source, reference));
  return readReference({ ...reading, sources, name, maxStaleDays, cacheFolder: cacheFolder(env), now });
}

async function relationTo(
  reference: ReferenceOutcome,
  program: string | undefined,
  git: GitFacts | undefined,
): Promise<CommitRelation> {
  const commit = reference.kind === "read" ? reference.stack.program.commit : undefined;
  if (commit === undefined || program === undefined || git === undefined) return "unknown";
  return commitRelation(program, git.commit, commit);
}

/** Where no organisation is known, `project/stack` would be taken for an organisation's stack. */
function asTheCliTakesIt(source: ReferenceSource, { project, stack }: StackIdentity): ReferenceSource {
  return source.kind === "stack" && source.name === `${project}/${stack}` ? { ...source, name: stack } : source;
}

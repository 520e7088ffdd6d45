import { createHash } from "node:crypto";
import { join } from "node:path";
import { createCatalogue } from "../../catalogue";
import {
  adHocPair,
  completeSettings,
  type ParityConfig,
  type ResolvedPair,
  type StackIdentity,
} from "../../core/config";
import type { Catalogue } from "../../core/model/catalogue";
import { mergeUpdates, type Moment, type Side, type Update } from "../../core/history";
import type { Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import { buildReport } from "../../core/report/build";
import type { Report } from "../../core/report/types";
import { walk } from "../../core/walk";
import { policies } from "../list";
import { historyCache, readHistory, type HistoryCache, type StackHistory } from "../../sources/history";
import type { KeptComparison } from "../../sources/history/cache";
import { packageVersion } from "../../sources/package";
import { cacheFolder } from "../../sources/reference/cache-folder";
import { stateReader } from "./states";
import type { CliOptions } from "../../sources/pulumi-cli";

/** Whose past is asked for. */
export interface PastRequest {
  readonly config: ParityConfig;
  readonly subject: StackIdentity;
  readonly reference: StackIdentity;
  /** URL of the backend of both. */
  readonly backend: string;
  readonly useCache: boolean;
}

/** The past of a pair, and the means to look at any moment of it. */
export interface Past {
  readonly pair: ResolvedPair;
  readonly names: Sides<string>;
  readonly moments: readonly Moment[];
  readonly notes: readonly string[];
  /** The whole report of a moment. Rejects with a ParityError where a state cannot be read. */
  readonly report: (moment: Moment) => Promise<Report>;
  /** What is kept of it, from the cache where it is there. */
  readonly compared: (moment: Moment) => Promise<KeptComparison>;
  /** How many states were read so far. */
  readonly statesRead: () => number;
  /** The state of one side at a moment. */
  readonly state: (moment: Moment, side: Side) => Promise<Stack>;
}

/** Rejects with a ParityError where a history cannot be had. */
export async function openPast(request: PastRequest, { cwd, env }: Pick<CliOptions, "cwd" | "env">): Promise<Past> {
  const [subject, reference] = await Promise.all([
    readHistory(request.subject, request.backend, { cwd, env }),
    readHistory(request.reference, request.backend, { cwd, env }),
  ]);
  const histories = { subject, reference };
  const timeline = mergeUpdates(subject.updates, reference.updates);
  const pair = adHocPair(request.config, request.subject, request.reference);
  const reader = stateReader(histories, { subject: request.subject, reference: request.reference });
  const catalogue = once(() => createCatalogue(request.config.catalogue));
  const report = (moment: Moment) => reportOf(moment, { pair, catalogue: catalogue() }, reader.read);
  const cache = historyCache(request.useCache ? join(cacheFolder(env), "history") : undefined);
  const settings = fingerprintOf(request);
  return {
    pair,
    names: { subject: subject.name, reference: reference.name },
    moments: timeline.moments,
    notes: [...subject.notes, ...reference.notes, ...timeline.notes],
    report,
    compared: (moment) => throughCache(cache, keyOf(histories, moment, settings), () => report(moment)),
    statesRead: reader.count,
    state: (moment, side) => reader.read(side, moment[side]),
  };
}

/** Everything but the states that a comparison depends on. */
function fingerprintOf({ config, subject, reference }: PastRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([packageVersion(), config, subject, reference]))
    .digest("hex");
}

async function reportOf(
  moment: Moment,
  { pair, catalogue }: { readonly pair: ResolvedPair; readonly catalogue: Catalogue },
  read: (side: Side, update: Update) => Promise<Stack>,
): Promise<Report> {
  const [subject, reference] = await Promise.all([
    read("subject", moment.subject),
    read("reference", moment.reference),
  ]);
  const at = new Date(moment.at);
  const provenance = { maxReferenceAgeDays: undefined, maxDeploymentAgeDays: {}, maxAgeDays: {} };
  const settings = completeSettings(pair, { catalogue, before: undefined, past: NOBODY, provenance });
  const walked = walk(subject, reference, settings, policies, at);
  return buildReport(walked, {
    ...{ at, policies, waivers: [], overrides: [] },
    toolVersion: packageVersion(),
    config: pair.config,
    environments: pair.environments,
  });
}

/** Who was first is told by when each resource was changed last: a past state need not ask its own past. */
const NOBODY = { began: new Map() } as const;

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** Undefined where a state cannot be told from others: then it is compared anew each time. */
function keyOf(histories: Sides<StackHistory>, moment: Moment, settings: string): readonly string[] | undefined {
  const subject = histories.subject.fingerprint(moment.subject);
  const reference = histories.reference.fingerprint(moment.reference);
  return subject === undefined || reference === undefined ? undefined : [settings, subject, reference];
}

async function throughCache(
  cache: HistoryCache,
  key: readonly string[] | undefined,
  compute: () => Promise<Report>,
): Promise<KeptComparison> {
  const kept = key === undefined ? undefined : cache.get(key);
  if (kept !== undefined) return kept;
  const { score, dimensions, divergences } = await compute();
  const fresh = { score, dimensions, ids: divergences.map(({ id }) => id) };
  if (key !== undefined) cache.put(key, fresh);
  return fresh;
}

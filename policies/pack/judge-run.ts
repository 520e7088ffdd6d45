import type { PolicyResource } from "@pulumi/policy";
import { createCatalogue } from "../../catalogue";
import type { Stack } from "../../core/model/stack";
import type { ParityPolicy } from "../../core/policy";
import type { Heard } from "./engine-resources";
import { firstLines } from "./first-lines";
import { cacheFolder } from "../../sources/reference";
import { rememberShown } from "../../sources/shown";
import { guardedPolicies } from "./guarded-policies";
import { guarded, rejected } from "./failure";
import { joined, merged, NOTHING, rejection, type Judgement } from "./judgement";
import { reportPair, type RunFacts } from "./report-pair";
import { suffices, type JudgedPair } from "./suffices";
import { overrideFor } from "./override";
import type { Preparation, Prepared, PreparedPair } from "./preparation";
import { previewedStack } from "./previewed";
import { reportViolations, summaryViolations } from "./report-violations";
import { summaryLine } from "./summary";
import { withoutReference } from "./without-reference";
import { writeReports } from "./write-reports";

export interface JudgementRequest {
  readonly policies: readonly ParityPolicy[];
  readonly preparation: Preparation;
  readonly listed: readonly PolicyResource[];
  readonly heard: Heard;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

/** Judges a preview against all that it has to be judged against. What fails is said; it never takes the rest along. */
export async function judgeRun(request: JudgementRequest): Promise<Judgement> {
  const { preparation, heard, env } = request;
  if (heard.inputs.size === 0) return rejection("record-inputs is disabled, so nothing can be compared; enable it");
  if (preparation.kind === "failed") return rejected(preparation.message, preparation.pairs, request);
  const pairs = preparation.pairs.map(({ pair }) => pair);
  const judgement = await guarded(() => judgeReady(request, preparation), pairs, request);
  rememberShown(judgement.reports, cacheFolder(env), request.now);
  const { PARITY_REPORT: folder, PWD: calledFrom } = env;
  if (folder === undefined || folder === "") return judgement;
  const written = writeReports(judgement.reports, folder, calledFrom ?? process.cwd());
  return { ...judgement, notes: [...judgement.notes, written] };
}

async function judgeReady(request: JudgementRequest, prepared: Prepared): Promise<Judgement> {
  if (prepared.pairs.length === 0) return aboutRun(prepared);
  const { facts, config, program, git } = prepared;
  const before = prepared.before?.stack;
  const shared = {
    ...{ facts, program, before, now: request.now, env: request.env, parity: config },
    neverDeployed: before === undefined && prepared.before !== undefined && prepared.before.problem === undefined,
    catalogue: createCatalogue(config.catalogue),
    calledFrom: request.env.PWD ?? process.cwd(),
  };
  const previewed = previewedStack({ ...request, facts, before, git });
  const judged: JudgedPair[] = [];
  for (const pair of prepared.pairs) {
    const { policies, failures } = guardedPolicies(
      request.policies,
      overrideFor(pair.pair, request.env, request.now).granted !== undefined,
    );
    const judge = () => judgePair({ ...shared, policies }, pair, previewed, request, config.guessed);
    const judgement = await guarded(judge, [pair.pair], request);
    judged.push({ any: pair.pair.any, judgement: { ...judgement, byPolicy: merged([judgement.byPolicy, failures]) } });
  }
  return joined([aboutRun(prepared), ...suffices(judged)]);
}

async function judgePair(
  run: RunFacts,
  prepared: PreparedPair,
  previewed: Stack,
  { env, now }: JudgementRequest,
  guessed: boolean,
): Promise<Judgement> {
  const { pair, reference } = prepared;
  const override = overrideFor(pair, env, now);
  const lowered = guessed || override.granted !== undefined;
  if (reference.kind !== "read")
    return joined([{ ...NOTHING, ...override.said }, withoutReference(pair, reference, lowered)]);
  const granted = override.granted === undefined ? [] : [override.granted];
  const report = await reportPair(run, prepared, previewed, reference.stack, granted);
  const telling = {
    gate: pair.gate,
    lowered,
    introducedOnly: pair.settings.judge.enforce === "introduced",
    seeAll: "PARITY_REPORT=<folder> in the environment writes all of them",
  };
  const said = {
    shared: summaryViolations(report, telling),
    byPolicy: reportViolations(report, telling),
    notes: [summaryLine(report, prepared, now), ...reference.warnings],
    reports: [report],
  };
  return joined([said, { ...NOTHING, ...override.said }]);
}

/** What is to be said before any pair is looked at. */
function aboutRun({ config, facts, pairs, before, strange }: Prepared): Judgement {
  const [guess] = pairs;
  const unjudged = `nothing judges ${facts.project}/${facts.stack}: no environment that it stands in has a reference`;
  const notes = [
    guess === undefined ? unjudged : undefined,
    before?.problem && `what this change introduces cannot be told: ${before.problem}`,
    config.guessed && guess !== undefined ? firstLines(guess.pair) : undefined,
  ].filter((note) => note !== undefined);
  const odd = [...config.warnings, ...strange];
  const shared = odd.map((message) => ({ message, enforcementLevel: "advisory", severity: "low" }) as const);
  return { ...NOTHING, notes, shared };
}

import type { PolicyResource } from "@pulumi/policy";
import { createCatalogue } from "../../catalogue";
import type { Stack } from "../../core/model/stack";
import type { ParityPolicy } from "../../core/policy";
import { redactStack } from "../../core/redact";
import type { Report } from "../../core/report/types";
import { engineResources, type Heard } from "./engine-resources";
import { judgePair, type RunFacts } from "./judge-pair";
import { firstLines } from "./first-lines";
import { guardedPolicies } from "./guarded-policies";
import { oneLine } from "./one-line";
import { requestedOverride } from "./override";
import type { PreparedPair, Preparation } from "./preparation";
import { reportViolations, summaryViolations } from "./report-violations";
import { subjectStack } from "./subject";
import { summaryLine } from "./summary";
import type { Violation } from "./violation";

export interface JudgementRequest {
  readonly policies: readonly ParityPolicy[];
  readonly preparation: Preparation;
  readonly listed: readonly PolicyResource[];
  readonly heard: Heard;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

/** Everything that one run has to say. */
export interface Judgement {
  /** About the run as a whole: whichever policy speaks first says it. */
  readonly shared: readonly Violation[];
  readonly byPolicy: ReadonlyMap<string, readonly Violation[]>;
  /** Said beside the violations, at no level. */
  readonly notes: readonly string[];
  readonly reports: readonly Report[];
}

/** Judges a preview against all that it has to be judged against. What fails is said; it never takes the rest along. */
export function judgeRun(request: JudgementRequest): Judgement {
  const { preparation, heard } = request;
  if (heard.inputs.size === 0) return rejection("record-inputs is disabled, so nothing can be compared; enable it");
  if (preparation.kind === "failed") return rejection(preparation.message);
  const judged = preparation.pairs.map((prepared) => guarded(() => judgePrepared(request, preparation, prepared)));
  return joined([aboutRun(preparation), ...judged]);
}

type Ready = Extract<Preparation, { readonly kind: "ready" }>;

function judgePrepared(request: JudgementRequest, ready: Ready, prepared: PreparedPair): Judgement {
  const { reference } = prepared;
  if (reference.kind !== "read") return withoutReference(prepared, reference);
  const guard = guardedPolicies(request.policies);
  const run = runFacts(request, ready, guard.policies);
  const override = requestedOverride(request.env, request.now);
  const overridden = override !== undefined && prepared.pair.overridable;
  const report = judgePair(
    run,
    prepared,
    previewedStack(request, ready),
    reference.stack,
    overridden ? [override] : [],
  );
  const telling = {
    gate: prepared.pair.gate,
    lowered: overridden || ready.config.guessed,
    introducedOnly: prepared.pair.settings.judge.enforce === "introduced",
    seeAll: "PARITY_REPORT=<folder> in the environment writes all of them",
  };
  return {
    shared: summaryViolations(report, telling),
    byPolicy: merged([reportViolations(report, telling), guard.failures()]),
    notes: [summaryLine(report, prepared, request.now), ...reference.warnings],
    reports: [report],
  };
}

/** What is to be said before any pair is looked at. */
function aboutRun({ config, facts, pairs, before, strange }: Ready): Judgement {
  const odd = [...config.warnings, ...strange];
  const problem = before?.problem;
  const [guess] = pairs;
  const notes = [
    ...(pairs.length === 0
      ? [`nothing judges ${facts.project}/${facts.stack}: no environment of it has a reference`]
      : []),
    ...(problem === undefined ? [] : [`what this change introduces cannot be told: ${problem}`]),
    ...(config.guessed && guess !== undefined ? [firstLines(guess.pair)] : []),
  ];
  return {
    ...NOTHING,
    notes,
    shared: odd.map((message) => ({ message, enforcementLevel: "advisory", severity: "low" })),
  };
}

function runFacts(
  { now }: JudgementRequest,
  { facts, config, program, before }: Ready,
  policies: readonly ParityPolicy[],
): RunFacts {
  return { facts, config, catalogue: createCatalogue(), policies, program, before: before?.stack, now };
}

function previewedStack({ listed, heard, now }: JudgementRequest, { facts, before }: Ready): Stack {
  const { resources, secrets } = engineResources(listed, heard);
  const stack = subjectStack(resources, {
    ...facts,
    phase: facts.dryRun ? "preview" : "state",
    before: before?.stack,
    source: facts.dryRun ? "preview" : "update",
    capturedAt: now.toISOString(),
  });
  const configured = (facts.secretKeys ?? []).map((key) => ({ content: facts.configuration[key], property: key }));
  return redactStack(stack, [...secrets, ...configured]);
}

function withoutReference(
  { pair }: PreparedPair,
  reference: { readonly kind: "absent" | "unreadable"; readonly message: string },
): Judgement {
  const lowered = reference.kind === "absent" && pair.onReferenceAbsent === "advisory";
  const what = reference.kind === "absent" ? "nothing was compared" : "it cannot be told whether this diverges from it";
  const message = `the reference ${pair.reference.stack} cannot be had, ${what}: ${reference.message}`;
  return { ...NOTHING, shared: [{ message, ...(lowered && { enforcementLevel: "advisory" }) }] };
}

const NOTHING: Judgement = { shared: [], byPolicy: new Map(), notes: [], reports: [] };

function rejection(message: string): Judgement {
  return { ...NOTHING, shared: [{ message, severity: "high" }] };
}

function guarded(judge: () => Judgement): Judgement {
  try {
    return judge();
  } catch (error) {
    return rejection(oneLine(error));
  }
}

function joined(judgements: readonly Judgement[]): Judgement {
  return {
    shared: judgements.flatMap(({ shared }) => shared),
    byPolicy: merged(judgements.map(({ byPolicy }) => byPolicy)),
    notes: judgements.flatMap(({ notes }) => notes),
    reports: judgements.flatMap(({ reports }) => reports),
  };
}

function merged(maps: readonly ReadonlyMap<string, readonly Violation[]>[]): ReadonlyMap<string, readonly Violation[]> {
  const all = new Map<string, readonly Violation[]>();
  for (const map of maps)
    for (const [policy, violations] of map) all.set(policy, [...(all.get(policy) ?? []), ...violations]);
  return all;
}

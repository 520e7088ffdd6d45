import { createCatalogue } from "../../catalogue";
import { adHocPair, completeSettings, type ResolvedPair } from "../../core/config";
import type { Catalogue } from "../../core/model/catalogue";
import type { Sides } from "../../core/model/comparison";
import type { Finding } from "../../core/model/finding";
import type { Stack } from "../../core/model/stack";
import { walk, type Walked } from "../../core/walk";
import { withEvidence } from "../../sources/evidence";
import { loadParityConfig } from "../../sources/parity-yaml";
import { withConfiguration } from "../audit/configuration";
import { identityOf } from "../audit/judge-pair";
import { programsBy } from "../audit/program-of";
import { allPolicies } from "../tolerance/own-policies";
import { shownFinding, waiverEntry } from "../tolerance/waiver-entry";
import { dayAfter } from "../tolerance/days";
import { proposeAbsent } from "./absent-groups";
import { documentText, type EquivalentProposal, type Proposal } from "./document";
import type { ProposedEnvironments } from "./environments";
import type { Kept } from "./kept";
import { learnRules } from "./learned";
import { MARKS } from "./marks";
import { proposeSubstitutes } from "./substitute-groups";

/** What init is asked to learn from. */
export interface Lesson {
  readonly stacks: readonly Sides<Stack>[];
  readonly environments: ProposedEnvironments;
  readonly ratchet: boolean;
  readonly owner: string;
  readonly now: Date;
  readonly cwd: string;
  /** Where it will stand; absolute. */
  readonly file: string;
  /** What stands there already and cannot be learned. */
  readonly kept: Kept;
}

interface Judged {
  readonly catalogue: Catalogue;
  /** Of parity.yaml: only these can be named in it. */
  readonly environments: readonly string[];
  readonly pair: ResolvedPair;
  readonly walked: Walked;
}

/** The text of a parity.yaml under which nothing of today is rejected; judged again until that is so. */
export function learn(lesson: Lesson): string {
  const empty: Proposal = {
    environments: lesson.environments,
    absent: [],
    substitutes: [],
    rules: [],
    waivers: [],
    equivalents: [],
    ratchet: lesson.ratchet,
    kept: lesson.kept,
  };
  const first = judgeAll(lesson, documentText(empty));
  const grouped: Proposal = {
    ...empty,
    equivalents: equivalentsOf(first),
    ...(!lesson.ratchet && { absent: absentOf(first), substitutes: substitutesOf(first) }),
  };
  const left = judgeAll(lesson, documentText(grouped));
  const proposal = lesson.ratchet
    ? withWaivers(grouped, waiversOf(left, lesson))
    : { ...grouped, rules: learnRules(left.flatMap(rejected)) };
  return documentText(proposal);
}

/** A waiver that is written anew takes the place of the one that has expired. */
function withWaivers(proposal: Proposal, waivers: Proposal["waivers"]): Proposal {
  const { entries, sections } = proposal.kept;
  const valid = entries.waivers.filter(({ value }) => !waivers.some(({ id }) => id === value.id));
  return { ...proposal, waivers, kept: { sections, entries: { ...entries, waivers: valid } } };
}

function judgeAll({ stacks, now, cwd, file }: Lesson, text: string): readonly Judged[] {
  const config = loadParityConfig({ document: text, at: file, from: [cwd] });
  const catalogue = createCatalogue(config.catalogue);
  const policies = allPolicies(config);
  const environments = config.environments.map(({ name }) => name);
  const programOf = programsBy(config, cwd);
  return stacks.map((sides) => {
    const pair = adHocPair(config, identityOf(sides.subject), identityOf(sides.reference));
    const both = withEvidence(withConfiguration(sides, programOf), pair.evidence, now);
    const settings = completeSettings(pair, { catalogue, before: undefined });
    return { pair, catalogue, environments, walked: walk(both.subject, both.reference, settings, policies, now) };
  });
}

/** What an audit would exit 1 for. */
function rejected({ walked }: Judged): readonly Finding[] {
  return walked.findings.filter(({ verdict, level }) => verdict === "beyond" && level === "mandatory");
}

function absentOf(judged: readonly Judged[]): Proposal["absent"] {
  const all = judged.flatMap((one) =>
    proposeAbsent(rejected(one), one.walked.comparison.subject).map((proposal) => ({
      ...proposal,
      environment: one.pair.environments.subject,
    })),
  );
  const declared = new Set(judged.flatMap((one) => (isDeclared(one) ? [one.pair.environments.subject] : [])));
  return distinct(all, ({ glob, environment }) => `${environment} ${glob}`).filter(({ environment }) =>
    declared.has(environment),
  );
}

function substitutesOf(judged: readonly Judged[]): Proposal["substitutes"] {
  const all = judged.filter(isDeclared).flatMap((one) =>
    proposeSubstitutes(rejected(one), one.catalogue).map((proposal) => ({
      ...proposal,
      environments: one.pair.environments,
    })),
  );
  return distinct(all, ({ subject, reference }) => JSON.stringify([subject, reference]));
}

/** Two stacks of one name have no environments that entries could name, nor have those that no environment takes. */
function isDeclared({ pair: { environments: names }, environments }: Judged): boolean {
  return [names.subject, names.reference].every((name) => environments.includes(name));
}

/** Only what was learned: the rest is found again without being told. */
function equivalentsOf(judged: readonly Judged[]): readonly EquivalentProposal[] {
  const all = judged.filter(isDeclared).flatMap(({ pair, walked }) =>
    walked.comparison.equivalences
      .filter(({ source }) => source === "learned")
      .map(({ subject, reference, occurrences }) => ({
        values: { [pair.environments.subject]: subject, [pair.environments.reference]: reference },
        occurrences,
      })),
  );
  return distinct(all, ({ values }) => JSON.stringify(values));
}

const FIRST_DAYS = 30;
const DAYS_BETWEEN = 14;

/** One waiver a divergence, ending policy by policy, so that not all is due on one day. */
function waiversOf(judged: readonly Judged[], { now, owner }: Lesson): Proposal["waivers"] {
  const order = distinct(judged.flatMap(rejected), ({ policy }) => policy).map(({ policy }) => policy);
  const all = judged.flatMap((one) =>
    rejected(one).map((finding) =>
      waiverEntry(shownFinding(finding, one.pair), {
        reason: MARKS.waiver,
        owner,
        ticket: undefined,
        expires: dayAfter(now, FIRST_DAYS + DAYS_BETWEEN * order.indexOf(finding.policy)),
      }),
    ),
  );
  return distinct(all, ({ id }) => String(id));
}

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
